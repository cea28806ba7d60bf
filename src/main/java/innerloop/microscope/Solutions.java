package innerloop.microscope;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.math.JacobiEigen;
import innerloop.math.Matrix;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.meta.Plan;
import innerloop.nn.Answers;
import innerloop.nn.Objective;
import innerloop.nn.Objective.Distance;
import innerloop.nn.Objective.Prototypes;
import innerloop.nn.RidgeHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads what the engine computed of a closed form.
final class Solutions {

    private Solutions() {}

    /// What the head is for this episode; empty for a learner that fits nothing by a formula.
    static Optional<Solution> of(
            Plan plan,
            EpisodeWorker worker,
            EpisodeProblem problem,
            Episode episode,
            LearnerState at,
            Runnable pausePoint) {
        return switch (plan.network().objective()) {
            case Prototypes(Distance distance, int _) ->
                    Optional.of(
                            means(
                                    distance,
                                    worker.fit(problem, at, pausePoint),
                                    slots(episode.support().orElseThrow()),
                                    slots(episode.query())));
            case RidgeHead _ ->
                    Optional.of(
                            equations(
                                    plan.learner().headNumbers(at.theta()),
                                    worker.fit(problem, at, pausePoint),
                                    slots(episode.support().orElseThrow()),
                                    at));
            case Objective.CrossEntropy _,
                    Objective.ClassCrossEntropy _,
                    Objective.BinaryCrossEntropy _,
                    Objective.SquaredError _,
                    Objective.Reconstruction _,
                    Objective.Elbo _,
                    Objective.Along _ ->
                    Optional.empty();
        };
    }

    private static int[] slots(Examples examples) {
        return Answers.Slots.of(examples.answers()).slot();
    }

    private static Solution means(
            Distance distance, EpisodeWorker.Fit fit, int[] support, int[] query) {
        double[][] means = compared(distance, rows(fit.fitted().getFirst()));
        double[][] asked = compared(distance, rows(fit.query()));
        double[][] distances = new double[asked.length][means.length];
        for (int i = 0; i < asked.length; i++) {
            for (int slot = 0; slot < means.length; slot++) {
                distances[i][slot] =
                        switch (distance) {
                            case EUCLIDEAN -> Math.sqrt(squared(asked[i], means[slot]));
                            case COSINE -> dot(asked[i], means[slot]);
                        };
            }
        }
        Widest plane = Widest.of(means);
        int[] all = new int[means.length];
        Arrays.setAll(all, slot -> slot);
        return new Solution.Means(
                distance,
                plane.share,
                plane.spots(means, all),
                plane.spots(compared(distance, rows(fit.support())), support),
                plane.spots(asked, query),
                distances);
    }

    private static Solution equations(
            SequencedMap<String, Double> numbers,
            EpisodeWorker.Fit fit,
            int[] support,
            LearnerState at) {
        double unit = RidgeHead.outputsWeight(at.theta());
        double others =
                numbers.getOrDefault("pagerankWeight", 0.0)
                        + numbers.getOrDefault("smoothedWeight", 0.0);
        double added = numbers.getOrDefault("lambda", 0.0) * (1 + others);
        double[][] kernel = rows(fit.fitted().getFirst());
        double[][] weights = rows(fit.fitted().getLast());
        for (int i = 0; i < kernel.length; i++) {
            for (int j = 0; j < kernel.length; j++) {
                kernel[i][j] = kernel[i][j] / unit - (i == j ? added : 0);
            }
            for (int slot = 0; slot < weights[i].length; slot++) {
                weights[i][slot] *= unit;
            }
        }
        return new Solution.Equations(numbers, added, support, kernel, weights);
    }

    private static double[][] rows(Matrix matrix) {
        double[] all = matrix.toArray();
        double[][] rows = new double[matrix.rows()][];
        Arrays.setAll(
                rows,
                i -> Arrays.copyOfRange(all, i * matrix.columns(), (i + 1) * matrix.columns()));
        return rows;
    }

    /// Rows as they are compared: of length 1 for cosines.
    private static double[][] compared(Distance distance, double[][] rows) {
        if (distance == Distance.COSINE) {
            for (double[] row : rows) {
                double length = Math.sqrt(dot(row, row));
                for (int c = 0; c < row.length && length > 0; c++) {
                    row[c] /= length;
                }
            }
        }
        return rows;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += (a[c] - b[c]) * (a[c] - b[c]);
        }
        return sum;
    }

    /// The plane through the centre of some points in which they lie farthest apart, found by way of their Gram matrix.
    private static final class Widest {

        private final double[] centre;
        private final double[][] axes;
        private final double share;

        private Widest(double[] centre, double[][] axes, double share) {
            this.centre = centre;
            this.axes = axes;
            this.share = share;
        }

        static Widest of(double[][] points) {
            int n = points.length;
            int width = points[0].length;
            double[] centre = new double[width];
            for (double[] point : points) {
                for (int c = 0; c < width; c++) {
                    centre[c] += point[c] / n;
                }
            }
            double[][] from = new double[n][];
            Arrays.setAll(from, i -> minus(points[i], centre));
            double[] gram = new double[n * n];
            double all = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    gram[i * n + j] = dot(from[i], from[j]);
                }
                all += gram[i * n + i];
            }
            JacobiEigen.Decomposition found = JacobiEigen.decompose(gram, n);
            double[][] axes = new double[2][width];
            double held = 0;
            for (int a = 0; a < 2 && a < n && found.values()[a] > NOTHING * all; a++) {
                held += found.values()[a];
                for (int i = 0; i < n; i++) {
                    double factor = found.vectors()[a][i] / Math.sqrt(found.values()[a]);
                    for (int c = 0; c < width; c++) {
                        axes[a][c] += factor * from[i][c];
                    }
                }
            }
            return new Widest(centre, axes, all == 0 ? 0 : Math.min(1, held / all));
        }

        /// Eigenvalues below this share of the sum are rounding errors.
        private static final double NOTHING = 1e-12;

        private static double[] minus(double[] a, double[] b) {
            double[] difference = new double[a.length];
            Arrays.setAll(difference, c -> a[c] - b[c]);
            return difference;
        }

        List<Solution.Spot> spots(double[][] points, int[] slots) {
            List<Solution.Spot> spots = new ArrayList<>();
            for (int i = 0; i < points.length; i++) {
                double[] from = minus(points[i], centre);
                spots.add(new Solution.Spot(slots[i], dot(axes[0], from), dot(axes[1], from)));
            }
            return spots;
        }
    }
}
