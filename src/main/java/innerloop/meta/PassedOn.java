package innerloop.meta;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Objective;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.RidgeHead;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a network's output at all nodes of a graph is made into ([Objective#passedOn]), computed once for the same weights of the
/// encoder. Many threads may ask.
public final class PassedOn {

    private final Backend backend;
    private final Network network;
    private final Encoder.GraphView view;
    private final AttributedGraph graph;
    private final Set<String> head;
    private @Nullable Rows last;

    /// @param view the graph as the encoder sees it
    public PassedOn(
            Backend backend, Network network, Encoder.GraphView view, AttributedGraph graph) {
        this.backend = backend;
        this.network = network;
        this.view = view;
        this.graph = graph;
        this.head =
                network.objective().parameters(0).stream()
                        .map(ParameterSpec::name)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// The rows at θ.
    ///
    /// @param theta with all rows of the first weights
    synchronized Rows at(Parameters theta) {
        List<double[]> encoder =
                theta.specs().stream()
                        .filter(spec -> !head.contains(spec.name()))
                        .map(spec -> theta.get(spec.name()).toArray())
                        .toList();
        Rows known = last;
        if (known == null || !same(known.encoder, encoder)) {
            Matrix rows = new NetworkEvaluator(backend, network).passedOn(theta, whole());
            known = new Rows(backend, encoder, rows);
            last = known;
        }
        return known;
    }

    private Block whole() {
        int[] all = IntStream.range(0, graph.nodes()).toArray();
        return network.examples(view, new Targets.Nodes(all))
                .withNeighbours(Propagation.symmetric(graph));
    }

    private static boolean same(List<double[]> some, List<double[]> others) {
        return IntStream.range(0, some.size())
                .allMatch(k -> Arrays.equals(some.get(k), others.get(k)));
    }

    /// A row of length 1 for each node.
    static final class Rows {

        private final Backend backend;
        private final List<double[]> encoder;
        private final Matrix rows;

        private Rows(Backend backend, List<double[]> encoder, Matrix rows) {
            this.backend = backend;
            this.encoder = encoder;
            this.rows = rows;
        }

        /// Some nodes with their similarities to those of the support set, the products of their rows.
        Block compared(Block examples, Block support) {
            Matrix left = gathered(examples.nodes());
            Matrix right = gathered(support.nodes());
            Matrix products = backend.matrix(left.rows(), right.rows());
            backend.matmul(left, false, right, true, products);
            return examples.withKernel(RidgeHead.PASSED_ON, products);
        }

        private Matrix gathered(int[] nodes) {
            Matrix some = backend.matrix(nodes.length, rows.columns());
            backend.gatherRows(rows, nodes, some);
            return some;
        }
    }
}
