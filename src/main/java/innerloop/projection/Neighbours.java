package innerloop.projection;

import java.util.Arrays;

/// The k nearest neighbours of each of n points, found exactly: every distance is looked at.
///
/// Distances are sums of squared differences. The quicker `|a|² + |b|² − 2 a·b` loses all digits where clusters are
/// tight and far from the origin, which is where neighbours matter most.
///
/// @param k neighbours of each point
/// @param index `[n × k]` the neighbours, the nearest first; which of two is nearer is told to float32's precision, equally
///     near ones are in the order of their numbers
/// @param squared `[n × k]` their squared distances
record Neighbours(int k, int[] index, double[] squared) {

    /// Finds them.
    ///
    /// @param x `[n × h]`, row after row
    /// @param k less than n
    static Neighbours of(double[] x, int n, int h, int k) {
        double[][] columns = transposed(x, n, h);
        Neighbours made = new Neighbours(k, new int[n * k], new double[n * k]);
        double[] squared = new double[n];
        long[] candidates = new long[2 * k];
        for (int i = 0; i < n; i++) {
            Arrays.fill(squared, 0);
            for (int c = 0; c < h; c++) {
                addSquares(columns[c], x[i * h + c], squared);
            }
            made.select(i, squared, candidates);
        }
        return made;
    }

    private static double[][] transposed(double[] x, int n, int h) {
        double[][] columns = new double[h][n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < h; c++) {
                columns[c][i] = x[i * h + c];
            }
        }
        return columns;
    }

    /// One column for all points at once: a loop the compiler turns into SIMD, as both arrays are read at the same place.
    private static void addSquares(double[] column, double at, double[] squared) {
        for (int j = 0; j < squared.length; j++) {
            double difference = column[j] - at;
            squared[j] += difference * difference;
        }
    }

    /// Keeps the k smallest: whenever twice as many candidates have gathered, the farther half is forgotten.
    private void select(int i, double[] distances, long[] candidates) {
        int count = 0;
        long farthest = Long.MAX_VALUE;
        for (int j = 0; j < distances.length; j++) {
            // The bits of floats that are not negative are in the order of the numbers.
            long key = (long) Float.floatToIntBits((float) distances[j]) << 32 | j;
            if (key < farthest && j != i) {
                candidates[count++] = key;
                if (count == candidates.length) {
                    Arrays.sort(candidates);
                    count = k;
                    farthest = candidates[k - 1];
                }
            }
        }
        Arrays.sort(candidates, 0, count);
        for (int rank = 0; rank < k; rank++) {
            int j = (int) candidates[rank];
            index[i * k + rank] = j;
            squared[i * k + rank] = distances[j];
        }
    }
}
