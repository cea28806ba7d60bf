package innerloop.task;

/// How far predicted numbers are from the right ones.
final class Errors {

    private Errors() {}

    /// Root of the mean squared error.
    static double rootMeanSquare(double[] right, double[] predicted) {
        return Math.sqrt(squares(right, predicted) / right.length);
    }

    /// Share of the variance of the right numbers that is explained. Where these are all equal there is none to explain, and this is
    /// NaN.
    static double explained(double[] right, double[] predicted) {
        double mean = 0;
        for (double y : right) {
            mean += y / right.length;
        }
        double variance = 0;
        for (double y : right) {
            variance += (y - mean) * (y - mean);
        }
        return variance == 0 ? Double.NaN : 1 - squares(right, predicted) / variance;
    }

    private static double squares(double[] right, double[] predicted) {
        double sum = 0;
        for (int i = 0; i < right.length; i++) {
            sum += (right[i] - predicted[i]) * (right[i] - predicted[i]);
        }
        return sum;
    }
}
