package innerloop.training;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.graph.Targets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What the network says of every example there is in a graph, and which nodes each example stands for. The embedding has a
/// point for each example, in the same order.
public sealed interface Outcome {

    /// The examples.
    Targets targets();

    /// The predictions for each example.
    ClassPredictions examples();

    /// The same of each node: what is said of the example it belongs to.
    ClassPredictions nodes();

    /// The example a node belongs to, −1 for none.
    int exampleOf(int node);

    /// The examples that the nodes of some targets belong to, each once.
    default int[] examplesOf(Targets some) {
        return Arrays.stream(some.nodes()).map(this::exampleOf).distinct().toArray();
    }

    /// A graph whose nodes are the examples, with their names and classes.
    ///
    /// @param graph the one it was made of, whatever classes its nodes have by now
    AttributedGraph points(AttributedGraph graph);

    /// The same where classes have other indices.
    ///
    /// @param indexOf the new index of each class, −1 for one that is not there any more
    Outcome renumbered(int[] indexOf);

    /// What is said of these examples of a graph with this many nodes.
    static Outcome of(Targets targets, ClassPredictions examples, int nodes) {
        return switch (targets) {
            case Targets.Nodes single -> new NodeClasses(single, examples);
            case Targets.Members members -> MemberClasses.of(members, examples, nodes);
            case Targets.Pairs _ ->
                    throw new IllegalArgumentException("pairs of nodes have no classes");
        };
    }

    /// Outcomes in which each node has a point of its own.
    sealed interface OfNodes extends Outcome permits NodeClasses, NodeValues, PairScores {
        @Override
        default ClassPredictions examples() {
            return nodes();
        }

        @Override
        default int exampleOf(int node) {
            return node < nodes().size() ? node : -1;
        }

        @Override
        default AttributedGraph points(AttributedGraph graph) {
            return graph;
        }
    }

    /// Every node is an example.
    ///
    /// @param targets all nodes in order
    /// @param nodes what is said of each
    record NodeClasses(Targets.Nodes targets, ClassPredictions nodes) implements OfNodes {
        @Override
        public NodeClasses renumbered(int[] indexOf) {
            return new NodeClasses(targets, nodes.renumbered(indexOf));
        }
    }

    /// Every node has a number.
    ///
    /// @param targets all nodes in order
    /// @param nodes no classes
    /// @param predicted the number that is said of each node of the episode's area, NaN for the others: the network is adapted to
    ///     that area
    /// @param right the number it has, NaN where it is not known or has no meaning in the episode
    @SuppressWarnings("ArrayRecordComponent") // replaced as a whole, compared by nobody
    record NodeValues(
            Targets.Nodes targets, ClassPredictions nodes, double[] predicted, double[] right)
            implements OfNodes {

        static NodeValues of(Targets.Nodes targets, double[] predicted, double[] right) {
            return new NodeValues(targets, ClassPredictions.none(targets.size()), predicted, right);
        }

        /// Whether anything is said of a node.
        public boolean knows(int node) {
            return node < predicted.length && !Double.isNaN(predicted[node]);
        }

        /// What is said minus what is right, NaN where one of them is not known.
        public double residual(int node) {
            return predicted[node] - right[node];
        }

        @Override
        public NodeValues renumbered(int[] indexOf) {
            return this;
        }
    }

    /// Every member graph is an example.
    ///
    /// @param targets all member graphs that have nodes
    /// @param examples what is said of each
    /// @param nodes what is said of the graph that each node is in
    /// @param exampleOfNode which of the examples each node is in
    @SuppressWarnings("ArrayRecordComponent") // replaced as a whole, compared by nobody
    record MemberClasses(
            Targets.Members targets,
            ClassPredictions examples,
            ClassPredictions nodes,
            int[] exampleOfNode)
            implements Outcome {

        static MemberClasses of(Targets.Members targets, ClassPredictions examples, int nodes) {
            int[] exampleOf = new int[nodes];
            Arrays.fill(exampleOf, -1);
            for (int k = 0; k < targets.size(); k++) {
                for (int node : targets.nodesOf(k)) {
                    exampleOf[node] = k;
                }
            }
            ClassPredictions spread = ClassPredictions.none(nodes);
            for (int i = 0; i < nodes; i++) {
                if (exampleOf[i] >= 0) {
                    spread.predicted()[i] = examples.predicted()[exampleOf[i]];
                    spread.confidence()[i] = examples.confidence()[exampleOf[i]];
                    spread.loss()[i] = examples.loss()[exampleOf[i]];
                }
            }
            return new MemberClasses(targets, examples, spread, exampleOf);
        }

        @Override
        public int exampleOf(int node) {
            return node < exampleOfNode.length ? exampleOfNode[node] : -1;
        }

        @Override
        public AttributedGraph points(AttributedGraph graph) {
            int[] labels = new int[targets.size()];
            Arrays.setAll(labels, k -> graph.labels()[targets.nodesOf(k)[0]]);
            List<String> names =
                    Arrays.stream(targets.graphs()).mapToObj(Integer::toString).toList();
            return new GraphBuilder(graph.name(), targets.size(), false)
                    .names(new NodeNames(names, names))
                    .labels(labels, graph.classes())
                    .build();
        }

        @Override
        public MemberClasses renumbered(int[] indexOf) {
            return new MemberClasses(
                    targets,
                    examples.renumbered(indexOf),
                    nodes.renumbered(indexOf),
                    exampleOfNode);
        }
    }

    /// Some pairs of nodes have the probability of an edge. Points and examples are the nodes, of which nothing is said.
    ///
    /// @param targets all nodes in order
    /// @param nodes nothing
    /// @param pairs the pairs, those of the query set first
    /// @param probability of an edge between each
    /// @param joined whether there is one
    /// @param queries how many of the pairs are the query set
    @SuppressWarnings("ArrayRecordComponent") // replaced as a whole, compared by nobody
    record PairScores(
            Targets.Nodes targets,
            ClassPredictions nodes,
            Targets.Pairs pairs,
            float[] probability,
            boolean[] joined,
            int queries)
            implements OfNodes {

        /// Those of the pairs that are wanted, the likeliest edge first.
        public List<Integer> best(IntPredicate wanted) {
            return IntStream.range(0, pairs.size())
                    .filter(wanted)
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> -probability[k]))
                    .toList();
        }

        /// Whether a pair has this node.
        public boolean has(int pair, int node) {
            return pairs.from()[pair] == node || pairs.to()[pair] == node;
        }

        /// The node of a pair that is not this one.
        public int other(int pair, int node) {
            return pairs.from()[pair] == node ? pairs.to()[pair] : pairs.from()[pair];
        }

        /// @param count number of nodes
        static PairScores of(
                int count,
                Targets.Pairs pairs,
                float[] probability,
                boolean[] joined,
                int queries) {
            int[] all = new int[count];
            Arrays.setAll(all, i -> i);
            return new PairScores(
                    new Targets.Nodes(all),
                    ClassPredictions.none(count),
                    pairs,
                    probability,
                    joined,
                    queries);
        }

        @Override
        public PairScores renumbered(int[] indexOf) {
            return this;
        }
    }
}
