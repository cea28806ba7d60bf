package innerloop.training;

import java.util.OptionalDouble;

/// How fast training goes: over all of it, and over the last quarter of a second or so.
final class Pace {

    /// Single steps vary with what the machine does besides.
    private static final long PIECE_NANOS = 250_000_000;

    private long nanos;
    private int steps;
    private long pieceNanos;
    private int pieceSteps;

    /// One more step took so long.
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
