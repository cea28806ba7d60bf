package innerloop.checks;

import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.meta.ClassPretraining;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.EdgePretraining;
import innerloop.meta.Pretraining;
import innerloop.task.HeldOutEdges;
import innerloop.task.Measure;
import java.util.BitSet;
import java.util.List;

/// Whether the encoder can be pre-trained on a graph as an experiment says.
final class PretrainingChecks {

    private final Experiment experiment;
    private final AttributedGraph graph;
    private final List<Finding> findings;

    PretrainingChecks(Experiment experiment, AttributedGraph graph, List<Finding> findings) {
        this.experiment = experiment;
        this.graph = graph;
        this.findings = findings;
    }

    void check() {
        switch (experiment.pretraining()) {
            case Pretraining.None _ -> {}
            case ContrastivePretraining _ -> checkContrast();
            case EdgePretraining edges -> checkEdges(edges);
            case ClassPretraining _ -> checkClasses();
        }
    }

    private void add(String message, String fix, boolean blocking) {
        findings.add(new Finding("pretraining.objective", message, fix, blocking));
    }

    /// Views and edges are those of all nodes that training sees.
    private boolean asksForEdges() {
        boolean asks = experiment.measure() == Measure.AUC;
        if (asks) {
            add(
                    "pre-training sees all edges, and this task asks for some of them",
                    "set it to none",
                    true);
        }
        return asks;
    }

    private void checkContrast() {
        if (asksForEdges() || graph.edges() > 0) {
            return;
        }
        boolean alike = experiment.readsStructureInstead(graph);
        add(
                alike
                        ? "this graph has neither edges nor node features: all nodes look the same"
                        : "this graph has no edges: the two views differ in feature columns only",
                alike ? "set it to none" : "",
                alike);
    }

    private void checkEdges(EdgePretraining edges) {
        if (asksForEdges()) {
            return;
        }
        BitSet unseen = experiment.split().unseen(graph, Phase.TRAIN);
        AttributedGraph seen = unseen.isEmpty() ? graph : graph.withoutEdgesOf(unseen);
        long nodes = (long) graph.nodes() - unseen.cardinality();
        long joined = (long) seen.edges() - seen.selfLoops();
        if (joined == 0) {
            add(
                    unseen.isEmpty()
                            ? "this graph has no edges between two nodes, from which it would learn"
                            : "training sees no edges between two nodes, from which it would learn",
                    "set it to contrast or none",
                    true);
        } else if (joined >= nodes * (nodes - 1) / 2) {
            add(
                    "every two nodes are joined: there are no pairs to tell edges from",
                    "set it to contrast or none",
                    true);
        } else if (graph.graphs() > 1) {
            add(
                    "this is a collection: nearly all pairs without an edge join two of its %d member graphs, which is easily told"
                            .formatted(graph.graphs()),
                    "contrast does not ask for them",
                    false);
        } else if (edges.samples(seen)) {
            add(
                    "edges are compared with as many sampled pairs without one, not with all other pairs: the graph has more than %d nodes"
                            .formatted(HeldOutEdges.MOST_NODES_IN_PAIRS),
                    "",
                    false);
        }
    }

    private void checkClasses() {
        if (experiment.task().isWhole() || !experiment.task().hasClasses()) {
            add(
                    experiment.task().hasClasses()
                            ? "this task learns from its classes anyway, all at once"
                            : "this task has no classes, from which it would learn",
                    "set it to contrast or none",
                    true);
        }
    }
}
