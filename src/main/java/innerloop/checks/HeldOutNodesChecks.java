package innerloop.checks;

import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.episode.WholeNodes;
import innerloop.experiment.Experiment;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
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
            add(
                    "split.kind",
                    "here the lanes hold nodes of the same classes, not classes",
                    "choose regions, and assign nodes at random or draw them",
                    true);
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
        if (phase == Phase.VALIDATION) {
            add(
                    where(phase),
                    "no labelled node in the validation lane",
                    "the validation curve will show the base nodes, and nothing says when to stop",
                    false);
        } else {
            add(
                    where(phase),
                    "no labelled node in the %s lane".formatted(Lanes.title(phase)),
                    "assign nodes at random, or move a region there",
                    true);
        }
    }

    private void unknown(Phase phase, BitSet classes, BitSet learned) {
        BitSet unknown = (BitSet) classes.clone();
        unknown.andNot(learned);
        if (!unknown.isEmpty()) {
            List<String> names = unknown.stream().limit(5).mapToObj(graph.classes()::get).toList();
            add(
                    where(phase),
                    "no base node has a class of this lane: " + String.join(", ", names),
                    "nodes of these classes can only be told wrong; add some to the base lane",
                    false);
        }
    }

    private void shared(Phase phase, int[] nodes, BitSet earlier) {
        long twice = Arrays.stream(nodes).filter(earlier::get).count();
        if (twice > 0) {
            add(
                    where(phase),
                    Amount.of(twice, "of its nodes is", "of its nodes are")
                            + " in an earlier lane, too",
                    "the score on them says nothing; take them out of one lane",
                    false);
        }
    }

    private void add(String where, String message, String fix, boolean blocking) {
        findings.add(new Finding(where, message, fix, blocking));
    }

    private static String where(Phase phase) {
        return "split." + phase.name().toLowerCase(Locale.ROOT);
    }
}
