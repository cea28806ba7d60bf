package innerloop.projection;

import java.util.Arrays;

/// How much t-SNE wants points to be together: the symmetric probabilities P of van der Maaten & Hinton (2008).
///
/// Point i gives its neighbours `p(j|i) ∝ exp(−βᵢ |xᵢ − xⱼ|²)`, with βᵢ such that the perplexity `exp(−Σⱼ p(j|i) ln p(j|i))`
/// is the wanted one, and `pᵢⱼ = (p(j|i) + p(i|j)) / 2n`. Over all ordered pairs P sums to 1; each unordered pair is kept
/// once, in the row of its smaller number.
///
/// @param begins `[n + 1]` where the pairs of a point begin, the last entry is the number of pairs
/// @param partner the larger number of each pair
/// @param p of each pair, positive
record Affinities(int[] begins, int[] partner, double[] p) {

    /// How far the entropy may be from the logarithm of the perplexity.
    private static final double TOLERANCE = 1e-5;

    /// Halvings (and doublings before) after which β is as good as it gets: with many equally near neighbours no β may be
    /// good.
    private static final int MOST_TRIALS = 200;

    /// The probabilities among neighbours; all other pairs have 0.
    ///
    /// @param n points, each with its neighbours
    static Affinities of(Neighbours neighbours, int n, double perplexity) {
        int k = neighbours.k();
        double[] conditional = new double[n * k];
        for (int i = 0; i < n; i++) {
            calibrate(neighbours.squared(), i * k, k, perplexity, conditional);
        }
        return symmetric(neighbours, n, conditional);
    }

    /// Writes the conditional probabilities of one point, `p[begin … begin + k − 1]`, from the squared distances at the same
    /// places, by bisection for β.
    static void calibrate(double[] squared, int begin, int k, double perplexity, double[] p) {
        double nearest = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int e = begin; e < begin + k; e++) {
            nearest = Math.min(nearest, squared[e]);
            sum += squared[e];
        }
        double spread = sum / k - nearest;
        double wanted = Math.log(perplexity);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double beta = spread > 0 ? 1 / spread : 1;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            double excess = weigh(squared, begin, k, nearest, beta, p) - wanted;
            // Where all are equally near, every β says the same.
            if (Math.abs(excess) < TOLERANCE || !(spread > 0)) {
                return;
            }
            if (excess > 0) {
                low = beta;
                beta = high == Double.POSITIVE_INFINITY ? 2 * beta : (low + high) / 2;
            } else {
                high = beta;
                beta = (low + high) / 2;
            }
        }
    }

    /// Writes the probabilities of this β and returns their entropy. Distances count from the nearest, so that some weight
    /// is always 1: with `wⱼ = exp(−β (dⱼ − d₀))` the entropy is `ln Σ w + β Σ w (d − d₀) / Σ w`.
    private static double weigh(
            double[] squared, int begin, int k, double nearest, double beta, double[] p) {
        double total = 0;
        double weighted = 0;
        for (int e = begin; e < begin + k; e++) {
            double farther = squared[e] - nearest;
            p[e] = Math.exp(-beta * farther);
            total += p[e];
            weighted += p[e] * farther;
        }
        for (int e = begin; e < begin + k; e++) {
            p[e] /= total;
        }
        return Math.log(total) + beta * weighted / total;
    }

    /// Adds both directions of each pair: gathers them in the rows of the smaller numbers, then adds up each row.
    private static Affinities symmetric(Neighbours neighbours, int n, double[] conditional) {
        int k = neighbours.k();
        int[] begins = new int[n + 1];
        for (int e = 0; e < conditional.length; e++) {
            begins[Math.min(e / k, neighbours.index()[e]) + 1]++;
        }
        for (int i = 0; i < n; i++) {
            begins[i + 1] += begins[i];
        }
        int[] partner = new int[conditional.length];
        double[] p = new double[conditional.length];
        int[] next = Arrays.copyOf(begins, n);
        for (int e = 0; e < conditional.length; e++) {
            int place = next[Math.min(e / k, neighbours.index()[e])]++;
            partner[place] = Math.max(e / k, neighbours.index()[e]);
            p[place] = conditional[e] / (2 * n);
        }
        return merged(begins, partner, p);
    }

    /// Writes pairs that stand twice in a row once, in place, and drops those of probability 0.
    private static Affinities merged(int[] begins, int[] partner, double[] p) {
        int n = begins.length - 1;
        double[] sum = new double[n];
        int[] mergedBegins = new int[n + 1];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int e = begins[i]; e < begins[i + 1]; e++) {
                sum[partner[e]] += p[e];
            }
            for (int e = begins[i]; e < begins[i + 1]; e++) {
                int j = partner[e];
                if (sum[j] > 0) {
                    partner[count] = j;
                    p[count] = sum[j];
                    sum[j] = 0;
                    count++;
                }
            }
            mergedBegins[i + 1] = count;
        }
        return new Affinities(mergedBegins, Arrays.copyOf(partner, count), Arrays.copyOf(p, count));
    }
}
