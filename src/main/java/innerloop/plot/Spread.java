package innerloop.plot;

/// Moves boxes apart along a line, each as little as possible.
///
/// Given where the boxes would like to start, in order, and how long they are, it finds the starts
/// that minimise the sum of squared moves under `start[i] + length[i] <= start[i + 1]`. With `z[i]
/// = start[i] - (length[0] + … + length[i-1])` that is isotonic regression, solved by pooling
/// adjacent violators (Barlow, Bartholomew, Bremner, Brunk 1972); clamping z to the bounds keeps it
/// optimal.
final class Spread {
    private Spread() {}

    /// The starts.
    ///
    /// @param wanted where the boxes would like to start, ascending
    /// @param lengths how long they are; together at most `hi - lo`
    static double[] apart(double[] wanted, double[] lengths, double lo, double hi) {
        int count = wanted.length;
        double[] before = new double[count + 1];
        for (int i = 0; i < count; i++) {
            before[i + 1] = before[i] + lengths[i];
        }
        double[] sums = new double[count];
        int[] sizes = new int[count];
        int pools = 0;
        for (int i = 0; i < count; i++) {
            sums[pools] = wanted[i] - before[i];
            sizes[pools] = 1;
            pools++;
            while (pools > 1 && mean(sums, sizes, pools - 2) > mean(sums, sizes, pools - 1)) {
                sums[pools - 2] += sums[pools - 1];
                sizes[pools - 2] += sizes[pools - 1];
                pools--;
            }
        }
        double[] starts = new double[count];
        double greatest = Math.max(lo, hi - before[count]);
        int next = 0;
        for (int pool = 0; pool < pools; pool++) {
            double start = Math.clamp(mean(sums, sizes, pool), lo, greatest);
            for (int i = 0; i < sizes[pool]; i++) {
                starts[next] = start + before[next];
                next++;
            }
        }
        return starts;
    }

    private static double mean(double[] sums, int[] sizes, int pool) {
        return sums[pool] / sizes[pool];
    }
}
