package innerloop.training;

import innerloop.episode.Area;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.Targets;
import innerloop.math.Lazy;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.PretrainingGround;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// What pre-training sees: the nodes that training may see and the edges between them. If some are not to be seen, the others
/// are numbered anew.
final class SeenNodes implements PretrainingGround.Nodes {

    private final Experiment experiment;
    private final AttributedGraph graph;
    private final SparseMatrix features;
    private final Encoder.GraphView view;
    private final Lazy<Targets.Pairs> edges;

    /// All nodes.
    SeenNodes(
            Experiment experiment,
            AttributedGraph graph,
            SparseMatrix features,
            Encoder.GraphView view) {
        this.experiment = experiment;
        this.graph = graph;
        this.features = features;
        this.view = view;
        this.edges = new Lazy<>(() -> Area.whole(graph).edges());
    }

    /// Some nodes alone.
    static SeenNodes some(
            Experiment experiment, AttributedGraph whole, SparseMatrix features, BitSet unseen) {
        int[] nodes = IntStream.range(0, whole.nodes()).filter(node -> !unseen.get(node)).toArray();
        AttributedGraph graph = between(whole, nodes);
        SparseMatrix rows = SparseMatrix.selection(nodes, whole.nodes()).multiply(features);
        return new SeenNodes(experiment, graph, rows, experiment.encoder().view(graph, rows));
    }

    /// Some nodes, numbered in their order, and the edges between them.
    private static AttributedGraph between(AttributedGraph whole, int[] nodes) {
        int[] number = new int[whole.nodes()];
        for (int k = 0; k < nodes.length; k++) {
            number[nodes[k]] = k + 1;
        }
        GraphBuilder some = new GraphBuilder(whole.name(), nodes.length, whole.directed());
        SparseMatrix adjacency = whole.adjacency();
        for (int k = 0; k < nodes.length; k++) {
            int to = nodes[k];
            for (int e = adjacency.rowStart()[to]; e < adjacency.rowStart()[to + 1]; e++) {
                int from = adjacency.column()[e];
                if (number[from] > 0 && (whole.directed() || from >= to)) {
                    some.edge(number[from] - 1, k, adjacency.value()[e]);
                }
            }
        }
        return some.build();
    }

    @Override
    public AttributedGraph graph() {
        return graph;
    }

    @Override
    public Encoder.GraphView view() {
        return view;
    }

    /// Columns are left out after rows have been scaled, as if they had been forgotten.
    @Override
    public Block damaged(Network network, ContrastivePretraining.View damage, long key) {
        Encoder.GraphView damaged =
                damage.equals(ContrastivePretraining.View.WHOLE) ? view : fewer(damage, key);
        int[] all = IntStream.range(0, graph.nodes()).toArray();
        Encoder.Operands operands = network.operands(damaged, new Targets.Nodes(all));
        Map<String, SparseMatrix> rows = new HashMap<>();
        damaged.features()
                .forEach((name, matrix) -> rows.put(name, matrix.selectRows(operands.rows())));
        return Block.of(operands, rows);
    }

    private Encoder.GraphView fewer(ContrastivePretraining.View damage, long key) {
        long ofColumns = Seed.part(key, 1);
        SparseMatrix fewer =
                features.withColumns(c -> Seed.uniform(ofColumns, c) >= damage.columns());
        Targets.Pairs edges = this.edges.get();
        int[] kept =
                IntStream.range(0, edges.size())
                        .filter(e -> Seed.uniform(key, e) >= damage.edges())
                        .toArray();
        return experiment.encoder().view(graph.withOnlyEdges(edges.at(kept)), fewer);
    }
}
