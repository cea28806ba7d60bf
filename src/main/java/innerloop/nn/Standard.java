package innerloop.nn;

/// Numbers of any unit made comparable: `(y − mean) / deviation`. Rates and initial parameters fit numbers of about 1.
///
/// @param mean what becomes 0
/// @param deviation the distance from there that becomes 1
public record Standard(double mean, double deviation) {

    /// Numbers as they are.
    public static final Standard NONE = new Standard(0, 1);

    /// The one that makes these numbers have mean 0 and standard deviation 1. Equal numbers become 0.
    public static Standard of(double[] numbers) {
        double mean = 0;
        for (double y : numbers) {
            mean += y / numbers.length;
        }
        double squares = 0;
        for (double y : numbers) {
            squares += (y - mean) * (y - mean) / numbers.length;
        }
        double deviation = Math.sqrt(squares);
        return deviation > 0 && Double.isFinite(deviation)
                ? new Standard(mean, deviation)
                : new Standard(numbers.length == 0 ? 0 : mean, 1);
    }

    /// A number as a network sees it.
    public double of(double number) {
        return (number - mean) / deviation;
    }

    /// The number that a network sees as this one.
    public double back(double seen) {
        return mean + deviation * seen;
    }
}
