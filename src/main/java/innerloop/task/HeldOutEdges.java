package innerloop.task;

import innerloop.episode.Area;
import innerloop.episode.FewShot;
import innerloop.episode.Negatives;
import innerloop.episode.Sampler;
import innerloop.episode.Split;
import innerloop.episode.Unit;
import innerloop.episode.WholeEdges;
import innerloop.graph.AttributedGraph;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.nn.Answers;
import innerloop.nn.Criterion;
import innerloop.nn.Layers;
import innerloop.nn.Objective;
import innerloop.nn.Objective.Elbo;
import innerloop.nn.Objective.Reconstruction;
import innerloop.nn.Readout;
import innerloop.nn.Readout.Latent;
import innerloop.nn.Scoring;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import innerloop.phrase.Trouble;
import innerloop.task.LinkPrediction.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Learning from the edges of one graph alone, without any label: embedding with negative sampling, graph auto-encoder,
/// variational graph auto-encoder. Every node gets a vector z, and the product of two nodes' vectors says how likely an edge
/// joins them. The score is how well edges that were held out are told from pairs without an edge.
///
/// @param method what is learned from the edges
/// @param dimensions size of z
/// @param divergenceWeight factor of the divergence in the loss of the variational auto-encoder
/// @param validationShare share of the edges that is held out for validation
/// @param testShare share of the edges that is held out for the test
/// @param ranking area under the ROC curve or average precision
public record HeldOutEdges(
        Method method,
        int dimensions,
        double divergenceWeight,
        double validationShare,
        double testShare,
        Ranking ranking)
        implements Task {

    /// Up to so many nodes an auto-encoder compares edges with all other pairs of nodes, of which there are n². A step then takes
    /// about 20 n² bytes in float32; in larger graphs it samples pairs as negative sampling does.
    public static final int MOST_NODES_IN_PAIRS = 4_000;

    /// What is learned from the edges.
    public enum Method {
        /// Edges against as many sampled pairs without one, drawn anew in every step.
        NEGATIVE_SAMPLING,
        /// The graph auto-encoder: edges against all other pairs, see [Reconstruction].
        GAE,
        /// The variational graph auto-encoder: z is a sample, see [Elbo].
        VGAE
    }

    public HeldOutEdges {
        if (dimensions < 1 || dimensions > Layers.WIDEST) {
            throw Refusal.outside("task.dimensions", 1, Layers.WIDEST, dimensions);
        }
        if (!(divergenceWeight > 0 && divergenceWeight < Double.POSITIVE_INFINITY)) {
            throw Refusal.notPositive("task.divergence", divergenceWeight);
        }
        requireShare("task.validation", validationShare);
        requireShare("task.test", testShare);
        if (validationShare + testShare >= 1) {
            throw new Refusal(Phrase.of("refusal.heldOut"));
        }
    }

    private static void requireShare(String key, double share) {
        if (!(share >= 0 && share < 1)) {
            throw Refusal.notAShare(key, share);
        }
    }

    /// The variational auto-encoder of Kipf and Welling (2016) with 16 dimensions, 5 % and 10 % of the edges held out, AUC.
    public static HeldOutEdges defaults() {
        return new HeldOutEdges(Method.VGAE, 16, 1, 0.05, 0.1, Ranking.AUC);
    }

    public HeldOutEdges withMethod(Method newMethod) {
        return new HeldOutEdges(
                newMethod, dimensions, divergenceWeight, validationShare, testShare, ranking);
    }

    public HeldOutEdges withDimensions(int newDimensions) {
        return new HeldOutEdges(
                method, newDimensions, divergenceWeight, validationShare, testShare, ranking);
    }

    public HeldOutEdges withDivergenceWeight(double newWeight) {
        return new HeldOutEdges(method, dimensions, newWeight, validationShare, testShare, ranking);
    }

    public HeldOutEdges withValidationShare(double newShare) {
        return new HeldOutEdges(method, dimensions, divergenceWeight, newShare, testShare, ranking);
    }

    public HeldOutEdges withTestShare(double newShare) {
        return new HeldOutEdges(
                method, dimensions, divergenceWeight, validationShare, newShare, ranking);
    }

    public HeldOutEdges withRanking(Ranking newRanking) {
        return new HeldOutEdges(
                method, dimensions, divergenceWeight, validationShare, testShare, newRanking);
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public boolean validates(Split split) {
        return validationShare > 0;
    }

    /// An example is a pair; how many there are follows from the graph.
    @Override
    public FewShot drawing() {
        return new FewShot(2, 1, 1, Unit.PAIR);
    }

    @Override
    public HeldOutEdges withDrawing(int ways, int shots, int queries) {
        return this;
    }

    private WholeEdges.Sizes sizes(AttributedGraph graph) {
        return WholeEdges.Sizes.of(pairs(graph), validationShare, testShare);
    }

    private static int pairs(AttributedGraph graph) {
        return Area.whole(graph).edges().size();
    }

    @Override
    public Sampler sampler(AttributedGraph graph, Split split, Seed seed) {
        return new WholeEdges(
                graph, Negatives.UNIFORM, sizes(graph), comparesEveryPair(graph), seed);
    }

    @Override
    public List<Task> otherMeasures() {
        return Stream.of(Ranking.values())
                .filter(other -> other != ranking)
                .<Task>map(this::withRanking)
                .toList();
    }

    @Override
    public long pairsAtOnce(AttributedGraph graph) {
        return comparesEveryPair(graph) ? (long) graph.nodes() * graph.nodes() : 0;
    }

    /// Whether edges are compared with all other pairs of nodes.
    private boolean comparesEveryPair(AttributedGraph graph) {
        return method != Method.NEGATIVE_SAMPLING && graph.nodes() <= MOST_NODES_IN_PAIRS;
    }

    @Override
    public int outputs(AttributedGraph graph) {
        return 1;
    }

    /// Scores are products of z; of a variational encoder, of its mean.
    @Override
    public Readout readout() {
        return new Readout.PairScore(Scoring.DOT, dimensions);
    }

    @Override
    public Objective objective() {
        return new Objective.BinaryCrossEntropy();
    }

    @Override
    public Criterion criterion(AttributedGraph graph) {
        Reconstruction reconstruction = new Reconstruction(comparesEveryPair(graph));
        return switch (method) {
            case NEGATIVE_SAMPLING, GAE ->
                    new Criterion(new Latent(dimensions, false), reconstruction);
            case VGAE ->
                    new Criterion(
                            new Latent(dimensions, true),
                            new Elbo(reconstruction, divergenceWeight));
        };
    }

    @Override
    public Measure measure() {
        return ranking.measure();
    }

    @Override
    public double value(Answers right, Matrix scores) {
        return ranking.value(Answers.Numbers.of(right), scores);
    }

    @Override
    public AttributedGraph labelled(AttributedGraph graph) {
        return graph;
    }

    @Override
    public Optional<Lack> lack(AttributedGraph graph) {
        if (graph.edges() == graph.selfLoops()) {
            return Optional.of(new Lack(Trouble.of("lack.noEdges")));
        }
        WholeEdges.Sizes sizes = sizes(graph);
        if (sizes.test() == 0) {
            return Optional.of(new Lack(Trouble.of("lack.noneForTheTest", pairs(graph))));
        }
        long nodes = graph.nodes();
        return nodes * (nodes - 1) / 2 - pairs(graph) < sizes.heldOut()
                ? Optional.of(new Lack(Trouble.of("lack.tooDense")))
                : Optional.empty();
    }

    @Override
    public Optional<Lack> remark(AttributedGraph graph) {
        if (graph.graphs() > 1) {
            return Optional.of(new Lack(Trouble.of("lack.edgesOfCollection", graph.graphs())));
        }
        return method == Method.NEGATIVE_SAMPLING || comparesEveryPair(graph)
                ? Optional.empty()
                : Optional.of(new Lack(Trouble.of("lack.samplesPairs", MOST_NODES_IN_PAIRS)));
    }

    /// The floor is the index of Adamic and Adar (2003) on the training edges.
    @Override
    public List<Supplier<Baseline>> baselines(AttributedGraph graph, SparseMatrix features) {
        return PairIndex.all(ranking, graph.nodes());
    }

    @Override
    public Phrase phrase() {
        return Phrase.of(
                "task.heldOutEdges",
                Math.round(100 * validationShare),
                Math.round(100 * testShare));
    }
}
