package innerloop.graph;

import innerloop.math.JacobiEigen;
import innerloop.math.Seed;
import java.util.Arrays;

/// The eigenvectors of the largest eigenvalues of the normalised adjacency `S = D^-½ A D^-½` of a connected graph, without the
/// first, `D^½ 1`: they are those of the smallest eigenvalues of its Laplacian.
///
/// Subspace iteration with Chebyshev polynomials: between two Rayleigh–Ritz steps, a polynomial of S that is small
/// below the smallest Ritz value and grows fast above multiplies a block of sixteen vectors (Zhou, Saad, Tiago and Chelikowsky 2006). It
/// ends when the eight that are wanted are exact, or when the budget of products with S is spent.
final class LeadingEigenvectors {

    private static final int BLOCK = 2 * SpectralFeatures.COLUMNS;

    /// So many multiplications for all components of a graph together.
    private static final long BUDGET = 2_000_000_000;

    private static final int LEAST_STEPS = 64;
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_DEGREE = 400;
    private static final double EXACT = 1e-9;

    /// `acosh(10⁸)`: with more growth between two Rayleigh–Ritz steps, rounding errors of the first vector would drown the last.
    private static final double MOST_GROWTH = 19;

    private final SimpleGraph graph;
    private final double[] scale;
    private final double[] constant;
    private double[] block;
    private double[] product;
    private double[] values = {};

    private LeadingEigenvectors(SimpleGraph graph) {
        this.graph = graph;
        this.scale = graph.rootOfInverseDegree();
        this.constant = new double[graph.nodes()];
        for (int i = 0; i < constant.length; i++) {
            constant[i] = Math.sqrt(graph.degree(i) / (double) graph.entries());
        }
        this.block = new double[graph.nodes() * BLOCK];
        this.product = new double[graph.nodes() * BLOCK];
    }

    /// How many products of S with the block the budget allows in each component of this graph.
    static int steps(SimpleGraph graph) {
        long once = (long) BLOCK * Math.max(1, graph.entries());
        return Math.clamp(BUDGET / once, LEAST_STEPS, MOST_STEPS);
    }

    static JacobiEigen.Decomposition of(SimpleGraph graph, int steps) {
        return new LeadingEigenvectors(graph).find(steps);
    }

    private JacobiEigen.Decomposition find(int steps) {
        long key = new Seed(0).key(Seed.Purpose.EIGENVECTORS, 0);
        for (int k = 0; k < block.length; k++) {
            block[k] = Seed.uniform(key, k) - 0.5;
        }
        int left = steps;
        while (!rayleighRitz() && left > 0) {
            int degree = Math.min(left, degree());
            filter(degree);
            left -= degree;
        }
        double[][] vectors = new double[BLOCK][graph.nodes()];
        for (int i = 0; i < graph.nodes(); i++) {
            for (int c = 0; c < BLOCK; c++) {
                vectors[c][i] = block[i * BLOCK + c];
            }
        }
        return new JacobiEigen.Decomposition(values, vectors);
    }

    /// Makes the block the best approximations of eigenvectors within what it spans; whether the wanted ones are exact.
    private boolean rayleighRitz() {
        orthonormalise();
        multiply(block, product);
        double[] projected = new double[BLOCK * BLOCK];
        for (int i = 0; i < graph.nodes(); i++) {
            for (int a = 0; a < BLOCK; a++) {
                for (int b = 0; b < BLOCK; b++) {
                    projected[a * BLOCK + b] += block[i * BLOCK + a] * product[i * BLOCK + b];
                }
            }
        }
        JacobiEigen.Decomposition turned = JacobiEigen.decompose(projected, BLOCK);
        values = turned.values();
        turn(block, turned.vectors());
        turn(product, turned.vectors());
        double[] residual = new double[BLOCK];
        for (int k = 0; k < block.length; k++) {
            double off = product[k] - values[k % BLOCK] * block[k];
            residual[k % BLOCK] += off * off;
        }
        return Arrays.stream(residual, 0, SpectralFeatures.COLUMNS)
                .allMatch(square -> square < EXACT * EXACT);
    }

    private static void turn(double[] rows, double[][] vectors) {
        double[] row = new double[BLOCK];
        for (int at = 0; at < rows.length; at += BLOCK) {
            System.arraycopy(rows, at, row, 0, BLOCK);
            for (int c = 0; c < BLOCK; c++) {
                double sum = 0;
                for (int k = 0; k < BLOCK; k++) {
                    sum += row[k] * vectors[c][k];
                }
                rows[at + c] = sum;
            }
        }
    }

    /// Gram and Schmidt, twice, first of all against the constant vector.
    private void orthonormalise() {
        for (int c = 0; c < BLOCK; c++) {
            for (int time = 0; time < 2; time++) {
                double along = 0;
                for (int i = 0; i < constant.length; i++) {
                    along += constant[i] * block[i * BLOCK + c];
                }
                for (int i = 0; i < constant.length; i++) {
                    block[i * BLOCK + c] -= along * constant[i];
                }
                for (int earlier = 0; earlier < c; earlier++) {
                    subtract(c, earlier, dot(c, earlier));
                }
                double length = Math.sqrt(dot(c, c));
                for (int i = c; i < block.length; i += BLOCK) {
                    block[i] /= length;
                }
            }
        }
    }

    private double dot(int a, int b) {
        double sum = 0;
        for (int at = 0; at < block.length; at += BLOCK) {
            sum += block[at + a] * block[at + b];
        }
        return sum;
    }

    private void subtract(int from, int column, double factor) {
        for (int at = 0; at < block.length; at += BLOCK) {
            block[at + from] -= factor * block[at + column];
        }
    }

    /// The degree with which the largest eigenvalue grows as far as it may.
    private int degree() {
        double growth = StrictMath.log(top() + Math.sqrt(top() * top() - 1));
        return (int) Math.clamp(MOST_GROWTH / Math.max(growth, 1e-9), 2, MOST_DEGREE);
    }

    /// Where 1, a bound of all eigenvalues, goes when −1 … smallest Ritz value go to −1 … 1.
    private double top() {
        return (3 - smallest()) / (1 + smallest());
    }

    /// Below it the filter keeps everything small.
    private double smallest() {
        return Math.clamp(values[BLOCK - 1], -0.9, 1 - 1e-12);
    }

    /// Multiplies the block with the Chebyshev polynomial of this degree.
    private void filter(int degree) {
        double factor = 2 / (1 + smallest());
        double shift = factor - 1;
        double[] before = block;
        double[] now = new double[block.length];
        double[] spare = product;
        multiply(before, now);
        for (int k = 0; k < now.length; k++) {
            now[k] = factor * now[k] + shift * before[k];
        }
        for (int d = 1; d < degree; d++) {
            multiply(now, spare);
            for (int k = 0; k < now.length; k++) {
                spare[k] = 2 * (factor * spare[k] + shift * now[k]) - before[k];
            }
            double[] free = before;
            before = now;
            now = spare;
            spare = free;
        }
        block = now;
        product = spare;
    }

    /// `to = S from`, both with a row per node.
    private void multiply(double[] from, double[] to) {
        for (int i = 0; i < graph.nodes(); i++) {
            int row = i * BLOCK;
            Arrays.fill(to, row, row + BLOCK, 0);
            for (int k = graph.start()[i]; k < graph.start()[i + 1]; k++) {
                int j = graph.neighbour()[k];
                double weight = scale[i] * scale[j];
                for (int c = 0; c < BLOCK; c++) {
                    to[row + c] += weight * from[j * BLOCK + c];
                }
            }
        }
    }
}
