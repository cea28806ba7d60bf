package innerloop.training;

import innerloop.episode.Episode;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.nn.Answers;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Probabilities;
import innerloop.task.Task;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/// The examples that a live picture asks the network about, once it has learned an episode, and what its answers mean.
///
/// Of nodes and member graphs it asks about all there are. Of pairs of nodes there are too many: it asks about those of the
/// query set, then about those among the episode's nodes, as many as there is room for.
final class Questions {

    /// So many nodes have about 20,000 pairs.
    private static final int MOST_NODES_IN_PAIRS = 200;

    private final AttributedGraph graph;
    private final Task task;
    private final Episode episode;
    private final Targets targets;
    private final double[] truth;
    private final int[] area;

    /// @param truth the right number of every node, NaN where there is none; empty if the answers are no numbers of nodes
    /// @param area the nodes whose numbers the episode can ask for
    Questions(AttributedGraph graph, Task task, Episode episode, double[] truth, int[] area) {
        this.graph = graph;
        this.truth = truth;
        this.area = area;
        this.task = task;
        this.episode = episode;
        this.targets =
                switch (episode.query().targets()) {
                    case Targets.Nodes _, Targets.Members _ -> task.drawing().unit().all(graph);
                    case Targets.Pairs query -> everyNode().and(query).and(others(query));
                };
    }

    /// What is asked about.
    Targets targets() {
        return targets;
    }

    /// The classes of the episode in its order; none if its answers are no classes.
    int[] classes() {
        return episode.query().answers() instanceof Answers.Slots slots
                ? slots.classes()
                : new int[0];
    }

    /// The meaning of the scores of [#targets].
    Outcome outcome(Matrix scores) {
        return switch (targets) {
            case Targets.Nodes nodes when truth.length > 0 -> values(nodes, scores);
            case Targets.Nodes _, Targets.Members _ ->
                    Outcome.of(targets, predictions(scores), graph.nodes());
            case Targets.Pairs pairs -> pairScores(pairs, scores);
        };
    }

    /// The measure's value on the query set.
    ///
    /// @param scores of [#targets]
    double value(Matrix scores, Backend backend) {
        int[] rows =
                switch (episode.query().targets()) {
                    case Targets.Nodes(int[] nodes) -> nodes;
                    case Targets.Members(int[] graphs, _) ->
                            Arrays.stream(graphs).map(this::rowOfMember).toArray();
                    case Targets.Pairs pairs ->
                            numbers(graph.nodes(), graph.nodes() + pairs.size());
                };
        Matrix asked = backend.matrix(rows.length, scores.columns());
        backend.gatherRows(scores, rows, asked);
        return task.value(episode.query().answers(), asked);
    }

    /// Member graphs without nodes are not asked about.
    private int rowOfMember(int number) {
        return targets instanceof Targets.Members all
                ? Arrays.binarySearch(all.graphs(), number)
                : -1;
    }

    private static int[] numbers(int begin, int end) {
        return IntStream.range(begin, end).toArray();
    }

    /// Every node with itself, so that the embedding has a row for each.
    private Targets.Pairs everyNode() {
        int[] all = numbers(0, graph.nodes());
        return new Targets.Pairs(all, all);
    }

    /// Pairs among the episode's nodes that are neither asked about in its query set nor shown in its support set.
    private Targets.Pairs others(Targets.Pairs query) {
        Set<Long> known = new HashSet<>();
        remember(query, known);
        episode.messages().ifPresent(shown -> remember(shown, known));
        int[] nodes = query.distinctNodes();
        long[] pairs =
                IntStream.range(0, Math.min(nodes.length, MOST_NODES_IN_PAIRS))
                        .mapToObj(a ->
                                IntStream.range(0, a)
                                        .mapToLong(b -> Targets.Pairs.key(nodes[a], nodes[b])))
                        .flatMapToLong(some -> some)
                        .filter(pair -> !known.contains(pair))
                        .toArray();
        return Targets.Pairs.ofKeys(pairs);
    }

    private static void remember(Targets.Pairs pairs, Set<Long> known) {
        for (int k = 0; k < pairs.size(); k++) {
            known.add(Targets.Pairs.key(pairs.from()[k], pairs.to()[k]));
        }
    }

    private Outcome pairScores(Targets.Pairs pairs, Matrix scores) {
        int nodes = graph.nodes();
        Targets.Pairs asked = pairs.at(numbers(nodes, pairs.size()));
        float[] probability = new float[asked.size()];
        boolean[] joined = new boolean[asked.size()];
        for (int k = 0; k < probability.length; k++) {
            probability[k] = (float) Probabilities.sigmoid(scores.get(nodes + k, 0));
            joined[k] = graph.joined(asked.from()[k], asked.to()[k]);
        }
        return Outcome.PairScores.of(nodes, asked, probability, joined, episode.query().size());
    }

    private Outcome values(Targets.Nodes nodes, Matrix scores) {
        double[] said = Answers.Numbers.of(episode.query().answers()).predicted(scores);
        double[] inside = new double[said.length];
        Arrays.fill(inside, Double.NaN);
        for (int node : area) {
            inside[node] = said[node];
        }
        return Outcome.NodeValues.of(nodes, inside, truth);
    }

    /// The predictions for each example whose class is one of the episode's.
    private ClassPredictions predictions(Matrix scores) {
        int[] classes = classes();
        int[] slotOf = new int[graph.classes().size()];
        Arrays.fill(slotOf, -1);
        for (int slot = 0; slot < classes.length; slot++) {
            slotOf[classes[slot]] = slot;
        }
        ClassPredictions said = ClassPredictions.none(targets.size());
        for (int k = 0; k < targets.size(); k++) {
            int label = graph.labels()[targets.nodesOf(k)[0]];
            if (label >= 0 && slotOf[label] >= 0) {
                int slot = NetworkEvaluator.argMax(scores, k);
                said.predicted()[k] = classes[slot];
                said.confidence()[k] = (float) probability(scores, k, slot);
                said.loss()[k] = (float) -StrictMath.log(probability(scores, k, slotOf[label]));
            }
        }
        return said;
    }

    private static double probability(Matrix output, int row, int column) {
        double sum = 0;
        for (int c = 0; c < output.columns(); c++) {
            sum += StrictMath.exp(output.get(row, c) - output.get(row, column));
        }
        return 1 / sum;
    }
}
