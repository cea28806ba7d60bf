package innerloop.plot;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How a chart lays out its steps.
///
/// @param label the unit, written at the left end
/// @param end where the axis ends at the least, so that a run grows towards its planned end
/// @param log whether it is logarithmic; it then starts at the first positive step
/// @param window the steps it shows; null for all there are
public record StepAxis(String label, OptionalDouble end, boolean log, @Nullable StepWindow window) {
    /// Steps, linear, as far as the measurements go.
    static final StepAxis PLAIN = new StepAxis("step", OptionalDouble.empty(), false, null);

    StepAxis withLabel(String other) {
        return new StepAxis(other, end, log, window);
    }

    StepAxis until(double step) {
        return new StepAxis(label, OptionalDouble.of(step), log, window);
    }

    StepAxis withLog(boolean other) {
        return new StepAxis(label, end, other, window);
    }

    StepAxis within(@Nullable StepWindow other) {
        return new StepAxis(label, end, log, other);
    }
}
