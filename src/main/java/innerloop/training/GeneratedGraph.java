package innerloop.training;

import innerloop.episode.Area;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.meta.EpisodeProblem;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.phrase.Trouble;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/// A graph drawn from what a variational graph auto-encoder has learned: every node gets a vector z = μ + noise · σ ∘ ε with
/// standard normal ε, and those pairs of nodes are joined that have the largest products of z, and thereby the largest
/// probabilities of an edge: as many as the real graph has edges.
///
/// @param graph the same nodes with the new edges
/// @param edges how many new edges there are
/// @param shared how many of them the real graph has, too
public record GeneratedGraph(AttributedGraph graph, int edges, int shared) {

    /// Of the edges drawn after a long run about a third are real ones, after a few steps hardly any.
    private static final double GOOD = 0.2;

    /// All pairs of so many nodes are looked at within some seconds.
    public static final int MOST_NODES = 20_000;

    /// A pair of nodes and the logit of an edge between them.
    private record Candidate(long pair, float logit) {}

    /// Draws a graph.
    ///
    /// @param noise the factor of σ: 0 for the means, 1 for a sample of what was learned
    /// @param number of the drawing; each has noise of its own
    /// @throws InputException if nothing can be drawn from this experiment
    public static GeneratedGraph of(
            ExperimentSetup setup, Parameters theta, double noise, long number)
            throws InputException {
        int width = setup.plan().trained().sampleWidth();
        if (width == 0) {
            throw new InputException(
                    Trouble.of("generate.noDistribution"), setup.experiment().name());
        }
        AttributedGraph real = setup.graph();
        if (real.nodes() > MOST_NODES) {
            throw new InputException(
                    Trouble.of("generate.tooMany", real.nodes(), MOST_NODES),
                    setup.experiment().name());
        }
        Targets.Pairs edges = Area.whole(real).edges();
        Candidate[] best = likeliest(vectors(setup, theta, width, noise, number), edges.size());
        GraphBuilder builder = new GraphBuilder(real.name(), real.nodes(), false);
        int shared = 0;
        Targets.Pairs pairs =
                Targets.Pairs.ofKeys(Arrays.stream(best).mapToLong(Candidate::pair).toArray());
        for (int k = 0; k < pairs.size(); k++) {
            int u = pairs.from()[k];
            int v = pairs.to()[k];
            builder.edge(u, v);
            shared += real.joined(u, v) ? 1 : 0;
        }
        return new GeneratedGraph(
                builder.names(real.names()).labels(real.labels(), real.classes()).build(),
                pairs.size(),
                shared);
    }

    /// Which part of the edges the real graph has, too: 0 … 1.
    public double sharedShare() {
        return edges == 0 ? 1 : (double) shared / edges;
    }

    /// Whether so few edges are real ones that it says little of the graph.
    public boolean isPoor() {
        return sharedShare() < GOOD;
    }

    private static float[][] vectors(
            ExperimentSetup setup, Parameters theta, int width, double noise, long number) {
        Backend backend = setup.backend();
        EpisodeProblem whole = setup.certifiedProblem(0);
        int nodes = setup.graph().nodes();
        double[] normal =
                Seed.normal(
                        new Seed(setup.experiment().seed()).key(Seed.Purpose.GENERATED, number),
                        nodes * width);
        Arrays.setAll(normal, i -> noise * normal[i]);
        Matrix z =
                new NetworkEvaluator(backend, setup.plan().trained())
                        .forward(
                                whole.restrict(theta, new ParameterSpace(backend, whole.specs())),
                                Passes.of(
                                        whole.query()
                                                .withNoise(backend.matrix(nodes, width, normal))))
                        .scores();
        float[][] rows = new float[nodes][width];
        for (int i = 0; i < nodes; i++) {
            for (int c = 0; c < width; c++) {
                rows[i][c] = (float) z.get(i, c);
            }
        }
        return rows;
    }

    /// The pairs with the largest products, of equal ones the first.
    private static Candidate[] likeliest(float[][] z, int count) {
        PriorityQueue<Candidate> best =
                new PriorityQueue<>(
                        Comparator.comparingDouble(Candidate::logit)
                                .thenComparing(
                                        Comparator.comparingLong(Candidate::pair).reversed()));
        for (int i = 0; i < z.length; i++) {
            for (int j = i + 1; j < z.length; j++) {
                float logit = 0;
                for (int c = 0; c < z[i].length; c++) {
                    logit += z[i][c] * z[j][c];
                }
                if (best.size() < count) {
                    best.add(new Candidate(Targets.Pairs.key(i, j), logit));
                } else if (logit > best.element().logit()) {
                    best.remove();
                    best.add(new Candidate(Targets.Pairs.key(i, j), logit));
                }
            }
        }
        return best.toArray(Candidate[]::new);
    }
}
