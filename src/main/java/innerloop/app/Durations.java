package innerloop.app;

/// Lengths of time in words.
public final class Durations {

    private static final int MINUTE = 60;

    private Durations() {}

    /// How long something took, for example `40 s`.
    public static String of(double seconds) {
        long whole = Math.round(seconds);
        return whole < 2 * MINUTE
                ? Messages.get("run.seconds", whole)
                : Messages.get("run.minutes", Math.round((double) whole / MINUTE));
    }

    /// The remaining time, for example `40 s left`.
    ///
    /// @param seconds how long it will take
    public static String left(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 2 * MINUTE
                ? Messages.get("run.secondsLeft", whole)
                : Messages.get("run.minutesLeft", Math.round((double) whole / MINUTE));
    }
}
