package innerloop.app.race;

import innerloop.app.Messages;
import innerloop.training.RaceCurve;
import java.util.function.ToDoubleFunction;

/// What the scores of a race are drawn over.
enum RaceAxis {
    /// Inner steps.
    STEPS(RaceCurve.Point::innerStep),
    /// Milliseconds.
    TIME(RaceCurve.Point::milliseconds),
    /// Megabytes.
    MEMORY(point -> point.bytes() / 1e6);

    private final ToDoubleFunction<RaceCurve.Point> value;

    RaceAxis(ToDoubleFunction<RaceCurve.Point> value) {
        this.value = value;
    }

    double of(RaceCurve.Point point) {
        return value.applyAsDouble(point);
    }

    /// The unit at the axis.
    String unit() {
        return Messages.get("race.unit." + this);
    }

    /// Its name for people.
    String title() {
        return Messages.get("race.axis." + this);
    }
}
