package innerloop.checks;

import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.episode.WholeNodes;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.Trouble;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// Checks whether the lanes of a split hold nodes to learn from and nodes to be tested on, of the same classes.
final class HeldOutNodesChecks {

    private final AttributedGraph graph;
    private final Split split;
    private final List<Finding> findings;

    HeldOutNodesChecks(Experiment experiment, AttributedGraph graph, List<Finding> findings) {
        this.graph = graph;
        this.split = experiment.split();
        this.findings = findings;
    }

    void check() {
        if (split.kind() == Split.Kind.CLASSES) {
            findings.add(Finding.blocking("split.kind", Trouble.of("check.lanesOfNodes")));
            return;
        }
        BitSet learned = new BitSet();
        BitSet earlier = new BitSet();
        for (Phase phase : Phase.values()) {
            int[] nodes = WholeNodes.nodes(graph, split, phase);
            if (nodes.length == 0) {
                empty(phase);
                continue;
            }
            BitSet classes = new BitSet();
            Arrays.stream(nodes).forEach(node -> classes.set(graph.labels()[node]));
            if (phase == Phase.TRAIN) {
                learned.or(classes);
            } else {
                unknown(phase, classes, learned);
                shared(phase, nodes, earlier);
            }
            Arrays.stream(nodes).forEach(earlier::set);
        }
    }

    private void empty(Phase phase) {
        findings.add(
                phase == Phase.VALIDATION
                        ? Finding.note(where(phase), Trouble.of("check.noValidationNode"))
                        : Finding.blocking(
                                where(phase),
                                Trouble.of("check.noLabelledNode", Lanes.phrase(phase))));
    }

    private void unknown(Phase phase, BitSet classes, BitSet learned) {
        BitSet unknown = (BitSet) classes.clone();
        unknown.andNot(learned);
        if (!unknown.isEmpty()) {
            List<String> names = unknown.stream().limit(5).mapToObj(graph.classes()::get).toList();
            findings.add(Finding.note(where(phase), Trouble.of("check.classesNotLearned", names)));
        }
    }

    private void shared(Phase phase, int[] nodes, BitSet earlier) {
        long twice = Arrays.stream(nodes).filter(earlier::get).count();
        if (twice > 0) {
            findings.add(Finding.note(where(phase), Trouble.of("check.nodesInTwoLanes", twice)));
        }
    }

    private static String where(Phase phase) {
        return "split." + phase.name().toLowerCase(Locale.ROOT);
    }
}
