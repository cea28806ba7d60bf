package innerloop.projection;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.SymmetricEigen;
import java.util.Arrays;
import java.util.SplittableRandom;

/// t-SNE (van der Maaten & Hinton 2008): points of the plane or of space whose neighbours are those of an embedding.
///
/// It looks for positions y with a small Kullback–Leibler divergence `Σ pᵢⱼ ln(pᵢⱼ / qᵢⱼ)`, where P falls with the distance
/// in the embedding (like a Gaussian, as wide as the perplexity says) and Q with that in the picture (like Student's t).
/// Gradient descent with momentum and gains starts from the [Pca], so that the same data give the same picture, which
/// stays near the PCA where they leave it free; P is exaggerated at first, so that clusters find together. Up to
/// [#EXACT_UP_TO] points the gradient is exact, above only near neighbours attract and far groups repel as one
/// (Barnes–Hut, van der Maaten 2014).
///
/// The rate is n over the exaggeration (Belkina et al. 2019), without the minimum others set: 50 is so far for a few dozen
/// points that they jump about and end with a larger divergence.
///
/// Rounding errors grow over hundreds of iterations: rows in another order give a picture of the same kind, not the same.
///
/// The constructor finds the neighbours, in O(n² h); then each [#step] is one iteration. Whoever does not want to wait
/// any longer stops stepping. Of use to one thread at a time.
public final class Tsne {

    /// The most points for which the exact forces of all pairs are computed.
    public static final int EXACT_UP_TO = 1_500;

    private static final double THETA = 0.5;

    /// Neighbours per unit of perplexity; farther ones would hardly have any probability.
    private static final int NEIGHBOURS = 3;

    private static final double EXAGGERATION = 12;
    private static final int MOST_EXAGGERATED = 250;
    private static final double LEAST_GAIN = 0.01;

    /// Standard deviation of the first axis at the beginning: small, so that pulling comes before pushing.
    private static final double START = 1e-4;

    /// Relative to the first axis: another without such a spread gets it at random. The gradient of points on a line
    /// lies on that line, so that they would never leave it.
    private static final double LEAST_SPREAD = 1e-2;

    /// Relative to the first axis: below is what float32 makes of 0.
    private static final double NO_SPREAD = 1e-6;

    /// How to make the picture.
    ///
    /// @param perplexity how many neighbours each point has, about; at least 1. [Tsne] lowers it to (n − 1) / 3
    /// @param iterations at least 1; the first 250 of them, but not more than a third, exaggerate P
    /// @param dimensions 2 (the plane) or 3 (space)
    public record Options(double perplexity, int iterations, int dimensions) {

        /// Checks the numbers.
        public Options {
            if (!(perplexity >= 1) || perplexity == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("perplexity " + perplexity + ", not 1 or more");
            }
            if (iterations < 1) {
                throw new IllegalArgumentException(iterations + " iterations, not 1 or more");
            }
            if (dimensions != 2 && dimensions != 3) {
                throw new IllegalArgumentException(dimensions + " dimensions, not 2 or 3");
            }
        }

        /// Options that give a good picture for most data: perplexity 30, 750 iterations.
        public static Options defaults(int dimensions) {
            return new Options(30, 750, dimensions);
        }
    }

    private final Options options;
    private final int n;
    private final Divergence divergence;
    private final double rate;

    /// `[n × 3]`, like all of the following; in the plane the third coordinate stays 0.
    private final double[] y;

    private final double[] velocity;
    private final double[] gain;
    private final double[] gradient;
    private int iteration;

    /// Prepares the picture of the rows of `points` `[n × h]`, which have to be finite.
    ///
    /// @param eigen takes the axes of the [Pca], `backend` its large product
    public Tsne(Matrix points, Options options, SymmetricEigen eigen, Backend backend) {
        this.options = options;
        this.n = points.rows();
        boolean exact = n <= EXACT_UP_TO;
        double perplexity = perplexity(options.perplexity(), n);
        int all = Math.max(0, n - 1);
        int k = exact ? all : Math.min(all, (int) (NEIGHBOURS * perplexity));
        Neighbours neighbours = Neighbours.of(points.toArray(), n, points.columns(), k);
        this.divergence =
                new Divergence(
                        Affinities.of(neighbours, n, perplexity),
                        exact ? new PairwiseRepulsion() : new BarnesHutRepulsion(n, THETA));
        this.rate = n / EXAGGERATION;
        this.y =
                start(
                        new Pca(options.dimensions(), eigen, backend).project(points),
                        n,
                        options.dimensions());
        this.velocity = new double[3 * n];
        this.gain = new double[3 * n];
        Arrays.fill(gain, 1);
        this.gradient = new double[3 * n];
    }

    /// The perplexity among n points: a third of the others at most, as there are three neighbours per unit of it, and at
    /// least 1, the perplexity of a single neighbour.
    static double perplexity(double wanted, int n) {
        return Math.max(1, Math.min(wanted, (n - 1) / 3.0));
    }

    private static double[] start(float[] projected, int n, int dimensions) {
        double[] y = new double[3 * n];
        double widest = deviation(projected, 0, dimensions);
        for (int axis = 0; axis < dimensions; axis++) {
            boolean flat = !(deviation(projected, axis, dimensions) > NO_SPREAD * widest);
            SplittableRandom random = new Seed(0).stream(Seed.Purpose.LAYOUT, axis);
            for (int i = 0; i < n; i++) {
                y[3 * i + axis] =
                        flat
                                ? START * LEAST_SPREAD * random.nextGaussian()
                                : START * projected[dimensions * i + axis] / widest;
            }
        }
        centre(y);
        return y;
    }

    /// The standard deviation of centred numbers.
    private static double deviation(float[] projected, int axis, int dimensions) {
        double squares = 0;
        for (int k = axis; k < projected.length; k += dimensions) {
            squares += (double) projected[k] * projected[k];
        }
        return Math.sqrt(squares * dimensions / projected.length);
    }

    private static void centre(double[] y) {
        for (int axis = 0; axis < 3; axis++) {
            double mean = 0;
            for (int k = axis; k < y.length; k += 3) {
                mean += 3 * y[k] / y.length;
            }
            for (int k = axis; k < y.length; k += 3) {
                y[k] -= mean;
            }
        }
    }

    /// Makes one iteration, if there is one left.
    ///
    /// @return whether there is another
    public boolean step() {
        if (iteration < options.iterations()) {
            move();
            iteration++;
        }
        return iteration < options.iterations();
    }

    private void move() {
        boolean early = iteration < Math.min(MOST_EXAGGERATED, options.iterations() / 3);
        divergence.gradient(y, early ? EXAGGERATION : 1, gradient);
        double momentum = early ? 0.5 : 0.8;
        for (int k = 0; k < y.length; k++) {
            boolean downhill = velocity[k] * gradient[k] < 0;
            gain[k] = downhill ? gain[k] + 0.2 : Math.max(LEAST_GAIN, gain[k] * 0.8);
            // Belkina's rate is for the gradient without its factor 4.
            velocity[k] = momentum * velocity[k] - rate * gain[k] * gradient[k] / 4;
            y[k] += velocity[k];
        }
        centre(y);
    }

    /// The share of the iterations that has been made, 0 to 1.
    public double progress() {
        return (double) iteration / options.iterations();
    }

    /// The positions now, `[n × dimensions]`, row after row, around the origin: a copy.
    public float[] positions() {
        int dimensions = options.dimensions();
        float[] positions = new float[dimensions * n];
        for (int k = 0; k < positions.length; k++) {
            positions[k] = (float) y[3 * (k / dimensions) + k % dimensions];
        }
        return positions;
    }

    /// The Kullback–Leibler divergence now, without exaggeration; above [#EXACT_UP_TO] points the Barnes–Hut estimate of
    /// it. It is computed when asked for, which takes about as long as an iteration.
    public double cost() {
        return divergence.cost(y);
    }
}
