package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.meta.LabelPropagation;
import innerloop.meta.NearestClassMean;
import innerloop.nn.Encoder;
import innerloop.training.EpisodePool.Later;

/// What a phase sees of the graph, prepared for the encoder and for what its scores are compared with.
final class PhaseGraph {

    private final AttributedGraph graph;
    private final Encoder.GraphView view;
    private final Later<NearestClassMean> floor;

    PhaseGraph(Experiment experiment, AttributedGraph graph) {
        SparseMatrix features = experiment.features().apply(graph);
        this.graph = graph;
        this.view = experiment.encoder().view(graph, features);
        this.floor = new Later<>(() -> new NearestClassMean(graph, features));
    }

    /// The graph as the encoder sees it.
    Encoder.GraphView view() {
        return view;
    }

    /// The floor.
    NearestClassMean floor() {
        return floor.get();
    }

    /// Label propagation, prepared anew: it is asked for twice in a run and takes as much room as the graph.
    LabelPropagation labelPropagation() {
        return new LabelPropagation(graph);
    }
}
