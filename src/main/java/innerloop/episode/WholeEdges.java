package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.Seed;
import innerloop.nn.Answers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The whole graph as one episode of edges: some edges are held out at random for validation and test (Kipf and Welling 2016,
/// §3), the others carry messages in every phase and are learned from. Held-out edges are scored beside as many pairs that no
/// edge of the graph joins. Every phase has this one episode, whatever its index.
public final class WholeEdges implements Sampler {

    private final AttributedGraph shown;
    private final Area area;
    private final Seed seed;
    private final boolean everyPair;
    private final Targets.Pairs training;
    private final Map<Phase, Examples> heldOut = new EnumMap<>(Phase.class);

    /// Where the parts begin among the edges in random order: those of the test, of validation, of training.
    ///
    /// @param test number of test edges
    /// @param validation number of validation edges
    /// @param training number of the others
    public record Sizes(int test, int validation, int training) {

        /// The sizes for this many edges; shares are rounded down.
        public static Sizes of(int edges, double validationShare, double testShare) {
            int test = (int) (edges * testShare);
            int validation = (int) (edges * validationShare);
            return new Sizes(test, validation, edges - test - validation);
        }

        /// Edges that are held out.
        public int heldOut() {
            return test + validation;
        }
    }

    /// Holds edges out of a graph.
    ///
    /// @param sizes of the parts
    /// @param everyPair whether learning compares edges with all other pairs of nodes, not with sampled ones
    public WholeEdges(
            AttributedGraph graph, Negatives negatives, Sizes sizes, boolean everyPair, Seed seed) {
        this.area = Area.whole(graph);
        this.seed = seed;
        this.everyPair = everyPair;
        Targets.Pairs edges = area.edges();
        SplittableRandom random = seed.stream(Seed.Purpose.HELD_OUT, 0);
        Targets.Pairs mixed =
                edges.at(EpisodeSampler.draw(numbers(0, edges.size()), edges.size(), random));
        Targets.Pairs none = negatives.draw(graph, area, edges, sizes.heldOut(), random);
        int[] test = numbers(0, sizes.test());
        int[] validation = numbers(sizes.test(), sizes.heldOut());
        this.training = mixed.at(numbers(sizes.heldOut(), edges.size()));
        this.shown = graph.withOnlyEdges(training);
        heldOut.put(Phase.TEST, examples(mixed.at(test), none.at(test)));
        heldOut.put(Phase.VALIDATION, examples(mixed.at(validation), none.at(validation)));
        heldOut.put(Phase.TRAIN, examples(training, others(0)));
    }

    /// Pairs without a training edge, as many as there are training edges; that some of them are held-out edges is not known
    /// while learning.
    private Targets.Pairs others(long index) {
        SplittableRandom random = seed.stream(Seed.Purpose.TRAIN_EPISODES, index);
        return Negatives.UNIFORM.draw(
                shown, area, training, Math.min(training.size(), room()), random);
    }

    private int room() {
        long nodes = area.nodes().length;
        return (int) Math.min(training.size(), nodes * (nodes - 1) / 2 - training.size());
    }

    private static int[] numbers(int begin, int end) {
        return IntStream.range(begin, end).toArray();
    }

    private static Examples examples(Targets.Pairs edges, Targets.Pairs none) {
        return new Examples(edges.and(none), new Answers.Numbers(ones(edges, none)));
    }

    private static double[] ones(Targets.Pairs edges, Targets.Pairs none) {
        double[] joined = new double[edges.size() + none.size()];
        Arrays.fill(joined, 0, edges.size(), 1);
        return joined;
    }

    @Override
    public Episode sample(Phase phase, long index) {
        return new Episode(
                Optional.empty(),
                Objects.requireNonNull(heldOut.get(phase)),
                Optional.of(training));
    }

    /// All training edges: with every node's pair with itself if all pairs count (A + I of the paper), otherwise with pairs
    /// without an edge that each index draws anew.
    @Override
    public Episode batch(long index, int size) {
        int nodes = area.nodes().length;
        Targets.Pairs others =
                everyPair ? new Targets.Pairs(area.nodes(), area.nodes()) : others(index);
        double[] joined = ones(training, others);
        double[] weight = new double[joined.length];
        Arrays.fill(weight, 1);
        if (everyPair) {
            Arrays.fill(joined, 1);
            Arrays.fill(weight, 0, training.size(), 2);
        }
        return new Episode(
                Optional.empty(),
                new Examples(
                        training.and(others), new Answers.Edges(joined, weight, nodes, everyPair)),
                Optional.of(training));
    }

    @Override
    public int usableAreas(Phase phase) {
        return Objects.requireNonNull(heldOut.get(phase)).size() > 0 ? 1 : 0;
    }

    @Override
    public int usableClasses(Phase phase) {
        return 0;
    }
}
