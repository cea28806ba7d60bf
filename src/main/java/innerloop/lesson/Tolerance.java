package innerloop.lesson;

/// How far off an answer may be.
///
/// @param size a difference, or a share of the right answer
/// @param relative which of both
public record Tolerance(double size, boolean relative) {

    /// One percent.
    public static final Tolerance USUAL = new Tolerance(0.01, true);

    /// Of an answer that is exact but for what typing leaves out.
    private static final double TYPED = 1e-9;

    /// Whether an answer is near enough.
    public boolean takes(double answer, double right) {
        double most = relative ? size * Math.abs(right) : size;
        return Math.abs(answer - right) <= most + TYPED * Math.max(1, Math.abs(right));
    }
}
