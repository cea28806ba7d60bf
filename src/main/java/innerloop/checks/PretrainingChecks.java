package innerloop.checks;

import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.meta.ClassPretraining;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.EdgePretraining;
import innerloop.meta.Pretraining;
import innerloop.phrase.Trouble;
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

    private void add(boolean blocking, Trouble trouble) {
        findings.add(new Finding("pretraining.objective", trouble, blocking));
    }

    /// Views and edges are those of all nodes that training sees.
    private boolean asksForEdges() {
        boolean asks = experiment.measure() == Measure.AUC;
        if (asks) {
            add(true, Trouble.of("check.pretraining.asksForEdges"));
        }
        return asks;
    }

    private void checkContrast() {
        if (asksForEdges() || graph.edges() > 0) {
            return;
        }
        boolean alike = experiment.readsStructureInstead(graph);
        add(
                alike,
                Trouble.of(
                        alike
                                ? "check.pretraining.allAlike"
                                : "check.pretraining.viewsWithoutEdges"));
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
                    true,
                    Trouble.of(
                            unseen.isEmpty()
                                    ? "check.pretraining.noEdges"
                                    : "check.pretraining.seesNoEdges"));
        } else if (joined >= nodes * (nodes - 1) / 2) {
            add(true, Trouble.of("check.pretraining.allJoined"));
        } else if (graph.graphs() > 1) {
            add(false, Trouble.of("check.pretraining.collection", graph.graphs()));
        } else if (edges.samples(seen)) {
            add(false, Trouble.of("lack.samplesPairs", HeldOutEdges.MOST_NODES_IN_PAIRS));
        }
    }

    private void checkClasses() {
        if (experiment.task().isWhole() || !experiment.task().hasClasses()) {
            add(
                    true,
                    Trouble.of(
                            experiment.task().hasClasses()
                                    ? "check.pretraining.classesAnyway"
                                    : "check.pretraining.noClasses"));
        }
    }
}
