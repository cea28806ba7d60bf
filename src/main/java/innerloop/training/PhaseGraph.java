package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.NodeKernels;
import innerloop.graph.Targets;
import innerloop.math.Lazy;
import innerloop.math.SparseMatrix;
import innerloop.nn.Encoder;
import innerloop.task.Baseline;
import innerloop.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The part of the graph that a phase sees, prepared for the encoder and the baselines.
final class PhaseGraph {

    private final Experiment experiment;
    private final AttributedGraph graph;
    private final SparseMatrix features;
    private final Encoder.GraphView view;
    private final Lazy<NodeKernels> kernels;
    private final Lazy<Baseline> floor;
    private final List<Supplier<Baseline>> others;

    /// In a task that is one whole episode, the same edges carry messages every time.
    private volatile @Nullable Shown shown;

    PhaseGraph(Experiment experiment, AttributedGraph graph) {
        this.experiment = experiment;
        this.graph = graph;
        this.features = experiment.featureMatrix(graph);
        this.view = experiment.encoder().view(graph, features);
        this.kernels = new Lazy<>(() -> new NodeKernels(graph, features));
        List<Supplier<Baseline>> all = experiment.task().baselines(graph, features);
        this.floor = new Lazy<>(all.getFirst());
        this.others = all.subList(1, all.size());
    }

    /// Those of its nodes that are not among the unseen ones, for pre-training.
    SeenNodes without(BitSet unseen) {
        return unseen.isEmpty()
                ? new SeenNodes(experiment, graph, features, view)
                : SeenNodes.some(experiment, graph, features, unseen);
    }

    /// The similarities of its nodes.
    NodeKernels kernels() {
        return kernels.get();
    }

    /// The graph itself.
    AttributedGraph graph() {
        return graph;
    }

    /// Its features.
    SparseMatrix features() {
        return features;
    }

    /// The graph as the encoder sees it.
    Encoder.GraphView view() {
        return view;
    }

    /// The graph as the encoder sees it if these edges alone carry messages. Features that are read off the edges are read off
    /// these.
    Encoder.GraphView view(Targets.Pairs edges) {
        return shown(edges).view();
    }

    /// The graph if these edges alone carry messages.
    AttributedGraph graph(Targets.Pairs edges) {
        return shown(edges).graph();
    }

    /// The features of that graph.
    SparseMatrix features(Targets.Pairs edges) {
        return shown(edges).features();
    }

    private Shown shown(Targets.Pairs edges) {
        Shown known = shown;
        if (known == null
                || !Arrays.equals(known.edges().from(), edges.from())
                || !Arrays.equals(known.edges().to(), edges.to())) {
            AttributedGraph seen = graph.withOnlyEdges(edges);
            SparseMatrix read = experiment.featureMatrix(seen);
            known = new Shown(edges, seen, read, experiment.encoder().view(seen, read));
        }
        if (experiment.task().isWhole()) {
            shown = known;
        }
        return known;
    }

    /// The graph as the encoder sees it if some edges alone carry messages.
    private record Shown(
            Targets.Pairs edges,
            AttributedGraph graph,
            SparseMatrix features,
            Encoder.GraphView view) {}

    /// Prepares the floor, which takes a moment the first time.
    void prepareFloor() {
        floor.get();
    }

    /// The floor of another task on the same part of the graph.
    Baseline floorOf(Task task) {
        return task.baselines(graph, features).getFirst().get();
    }

    /// The baselines of the task, the floor first. All but the floor are created anew each time: a run needs them only twice, and
    /// they may take as much memory as the graph.
    List<Baseline> baselines() {
        List<Baseline> all = new ArrayList<>(List.of(floor.get()));
        others.forEach(other -> all.add(other.get()));
        return all;
    }
}
