package innerloop.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.episode.Episode;
import innerloop.graph.NodeKernel;
import innerloop.graph.Propagation;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.nn.Activation;
import innerloop.nn.Answers;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.nn.Parameters;
import innerloop.nn.RidgeHead;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Similarities of outputs that were passed along the edges of the whole graph.
class PassedOnTest {

    private static final double NEAR = 1e-7;
    private static final RidgeHead.Numbers USUAL = RidgeHead.Numbers.usual();

    private final EpisodeFixture fixture =
            new EpisodeFixture(
                    new Gcn(Layers.of(List.of(6), Activation.TANH)),
                    Ridge.defaults().withDimensions(5));
    private final Episode episode = fixture.episode(1);
    private final LearnerState start = fixture.weights();

    @Test
    void theScoresAreThoseOfTheWrittenOutFormulas() {
        EpisodeProblem every = fixture.problem(episode, EpisodeProblem.Rows.EVERY);
        Matrix outputs =
                fixture.worker.adapted(every, start).outputs(fixture.asked(episode)).embedding();
        double[][] z = unit(rows(outputs));
        double[][] h = unit(passed(z));
        int[] support = episode.supportNodes();
        int[] query = episode.queryNodes();
        double[][] among = kernel(z, h, support, support);
        int[] slots = Answers.Slots.of(every.support().answers().orElseThrow()).slot();
        double[][] centred = new double[support.length][EpisodeFixture.WAYS];
        for (int i = 0; i < support.length; i++) {
            among[i][i] +=
                    number("lambda") * USUAL.lambda() * (1 + USUAL.hops() + USUAL.pagerank());
            for (int c = 0; c < EpisodeFixture.WAYS; c++) {
                centred[i][c] = (slots[i] == c ? 1 : 0) - 1.0 / EpisodeFixture.WAYS;
            }
        }
        double[][] fitted = solved(among, centred);
        double[][] across = kernel(z, h, query, support);
        Matrix scores = fixture.worker.judge(fixture.problem(1), start, () -> {}).scores();
        for (int q = 0; q < query.length; q++) {
            for (int c = 0; c < EpisodeFixture.WAYS; c++) {
                double sum = 0;
                for (int s = 0; s < support.length; s++) {
                    sum += across[q][s] * fitted[s][c];
                }
                double score = USUAL.temperature() * number("temperature") * sum;
                assertThat(scores.get(q, c)).isCloseTo(score, within(NEAR));
            }
        }
    }

    @Test
    void theyFollowTheEncoder() {
        EpisodeProblem problem = fixture.problem(1);
        double before = fixture.worker.judge(problem, start, () -> {}).loss();
        Parameters theta = start.theta();
        List<Matrix> values = new ArrayList<>(theta.values());
        double[] numbers = values.getFirst().toArray();
        numbers[0] += 0.5;
        values.set(
                0,
                EpisodeFixture.BACKEND.matrix(
                        values.getFirst().rows(), values.getFirst().columns(), numbers));
        LearnerState moved =
                new LearnerState(
                        new Parameters(theta.specs(), values), start.rates(), start.carried());
        assertThat(fixture.worker.judge(problem, moved, () -> {}).loss()).isNotEqualTo(before);
        assertThat(fixture.worker.judge(problem, start, () -> {}).loss()).isEqualTo(before);
    }

    /// A number of the head relative to what is USUAL.
    private double number(String name) {
        return Math.exp(start.theta().get("head." + name).get(0, 0));
    }

    private double[][] kernel(double[][] z, double[][] h, int[] some, int[] others) {
        double[] walks = fixture.kernels().between(NodeKernel.pageRank(), some, others);
        double[][] sum = new double[some.length][others.length];
        for (int i = 0; i < some.length; i++) {
            for (int j = 0; j < others.length; j++) {
                sum[i][j] =
                        number("weight.outputs") * dot(z[some[i]], z[others[j]])
                                + USUAL.hops()
                                        * number("weight.hops")
                                        * dot(h[some[i]], h[others[j]])
                                + USUAL.pagerank()
                                        * number("weight.pagerank")
                                        * walks[i * others.length + j];
            }
        }
        return sum;
    }

    /// Ten times `H ← 0.9 Â H + 0.1 Z`.
    private double[][] passed(double[][] z) {
        SparseMatrix s = Propagation.symmetric(fixture.graph);
        double[][] h = z;
        for (int hop = 0; hop < 10; hop++) {
            double[][] next = new double[z.length][z[0].length];
            for (int i = 0; i < z.length; i++) {
                for (int k = 0; k < z[0].length; k++) {
                    next[i][k] = 0.1 * z[i][k];
                    for (int e = s.begins()[i]; e < s.ends()[i]; e++) {
                        next[i][k] += 0.9 * s.value()[e] * h[s.column()[e]][k];
                    }
                }
            }
            h = next;
        }
        return h;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static double[][] rows(Matrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.columns()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int k = 0; k < matrix.columns(); k++) {
                rows[i][k] = matrix.get(i, k);
            }
        }
        return rows;
    }

    private static double[][] unit(double[][] rows) {
        double[][] unit = new double[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            double length = Math.sqrt(dot(rows[i], rows[i]));
            for (int k = 0; k < unit[i].length; k++) {
                unit[i][k] = rows[i][k] / length;
            }
        }
        return unit;
    }

    /// `a⁻¹ b` by elimination; a is positive definite.
    private static double[][] solved(double[][] a, double[][] b) {
        for (int p = 0; p < a.length; p++) {
            for (int r = 0; r < a.length; r++) {
                if (r != p) {
                    double factor = a[r][p] / a[p][p];
                    subtract(factor, a[p], a[r]);
                    subtract(factor, b[p], b[r]);
                }
            }
        }
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < b[r].length; c++) {
                b[r][c] /= a[r][r];
            }
        }
        return b;
    }

    private static void subtract(double factor, double[] from, double[] of) {
        for (int c = 0; c < of.length; c++) {
            of[c] -= factor * from[c];
        }
    }
}
