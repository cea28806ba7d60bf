package innerloop.calculus;

/// One entry of a derivative, and what moving that entry a little says of it.
///
/// @param row name of the entry's row
/// @param column name of its column
/// @param value by the formula
/// @param difference the central difference of the loss
public record Check(String row, String column, double value, double difference) {

    /// The relative error up to which a derivative agrees with its difference.
    public static final double AGREES = 1e-6;

    /// Derivatives smaller than this are zero: the differences are no more exact.
    private static final double LEAST = 1e-5;

    /// `|value − difference| / max(|value|, |difference|, 1e-5)`.
    public double relativeError() {
        double size = Math.max(Math.abs(value), Math.abs(difference));
        return Math.abs(value - difference) / Math.max(size, LEAST);
    }

    /// Whether the error is below [#AGREES].
    public boolean agrees() {
        return relativeError() < AGREES;
    }
}
