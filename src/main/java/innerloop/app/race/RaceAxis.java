package innerloop.app.race;

import innerloop.app.Messages;
import innerloop.training.RaceCurve;

/// What the scores of a race are drawn over.
enum RaceAxis {
    /// Inner steps.
    STEPS,
    /// Milliseconds.
    TIME,
    /// Megabytes.
    MEMORY;

    /// Where a point is on it.
    double of(RaceCurve.Point point) {
        return switch (this) {
            case STEPS -> point.innerStep();
            case TIME -> point.milliseconds();
            case MEMORY -> point.bytes() / 1e6;
        };
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
