package innerloop.nn;

import innerloop.math.Matrix;
import java.util.Arrays;

/// Scores as probabilities, in double precision.
public final class Probabilities {

    private Probabilities() {}

    /// `softmax` of a row of scores; not finite if they are not.
    public static double[] softmax(Matrix scores, int row) {
        double[] each = new double[scores.columns()];
        Arrays.setAll(each, c -> scores.get(row, c));
        double largest = Arrays.stream(each).max().orElseThrow();
        double sum = 0;
        for (int c = 0; c < each.length; c++) {
            each[c] = StrictMath.exp(each[c] - largest);
            sum += each[c];
        }
        for (int c = 0; c < each.length; c++) {
            each[c] /= sum;
        }
        return each;
    }

    /// `1 / (1 + exp(−logit))`.
    public static double sigmoid(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
