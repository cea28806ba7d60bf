package innerloop.app;

/// Lengths of time in words.
public final class Durations {

    private static final int MINUTE = 60;

    private Durations() {}

    /// What is left of something, for example `40 s left`.
    ///
    /// @param seconds how long it will take
    public static String left(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 2 * MINUTE
                ? Messages.get("run.secondsLeft", whole)
                : Messages.get("run.minutesLeft", Math.round((double) whole / MINUTE));
    }
}
