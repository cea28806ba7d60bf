package innerloop.nn;

import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import java.util.Arrays;

/// Dropout of sparse features (Srivastava et al. 2014): what is left of them is again sparse.
final class FeatureDropout {

    private FeatureDropout() {}

    /// Features with entries removed at random, and the others divided by 1 − rate.
    ///
    /// @param key that the choice follows from
    static SparseMatrix of(SparseMatrix features, double rate, long key) {
        int[] start = new int[features.rows() + 1];
        int[] column = new int[features.size()];
        double[] value = new double[features.size()];
        int seen = 0;
        int at = 0;
        for (int r = 0; r < features.rows(); r++) {
            for (int e = features.begins()[r]; e < features.ends()[r]; e++) {
                if (Seed.uniform(key, seen++) >= rate) {
                    column[at] = features.column()[e];
                    value[at++] = features.value()[e] / (1 - rate);
                }
            }
            start[r + 1] = at;
        }
        return new SparseMatrix(
                features.rows(),
                features.columns(),
                start,
                Arrays.copyOf(column, at),
                Arrays.copyOf(value, at));
    }
}
