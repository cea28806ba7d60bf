package innerloop.training;

import java.util.OptionalDouble;

/// The speed of training: over the whole run, and over about the last quarter of a second.
public final class Pace {

    /// Single steps vary with the other work of the machine.
    private static final long PIECE_NANOS = 250_000_000;

    private long nanos;
    private int steps;
    private long pieceNanos;
    private int pieceSteps;

    /// What the steps took so far.
    ///
    /// @param steps how many were timed
    /// @param nanos their time
    public record Total(int steps, long nanos) {

        static final Total NONE = new Total(0, 0);
    }

    /// Goes on from these steps.
    Pace(Total before) {
        steps = before.steps();
        nanos = before.nanos();
    }

    /// The steps so far.
    Total total() {
        return new Total(steps, nanos);
    }

    /// Adds the duration of one more step.
    ///
    /// @return steps per second since the last answer, if that is long enough ago
    OptionalDouble add(long stepNanos) {
        nanos += stepNanos;
        steps++;
        pieceNanos += stepNanos;
        pieceSteps++;
        if (pieceNanos < PIECE_NANOS) {
            return OptionalDouble.empty();
        }
        double speed = pieceSteps * 1e9 / pieceNanos;
        pieceNanos = 0;
        pieceSteps = 0;
        return OptionalDouble.of(speed);
    }

    /// Steps per second since the beginning; 0 before the first step.
    double stepsPerSecond() {
        return steps == 0 ? 0 : steps * 1e9 / nanos;
    }
}
