package innerloop.leakage;

import innerloop.episode.FewShot;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.OneLine;
import innerloop.graph.AttributedGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a split lets an earlier phase know of a later one, and features that make the task none.
///
/// A leak never blocks a run, but it stands beside every score made with the split: in its protocol line and in
/// `summary.json`. Nothing here knows what was learned; a leak says what could have been.
public final class Leakage {

    /// So many nodes are enough to look at.
    private static final int MOST_NODES = 1_000;

    private Leakage() {}

    /// How knowledge leaks.
    public enum Kind {
        /// A class, region or member graph is used in two phases, or two regions of different phases share nodes.
        SHARED_CLASS("classes or nodes in two lanes"),
        /// Nodes of a later phase pass messages to nodes of an earlier one.
        MESSAGES("transductive"),
        /// Nodes of different phases look the same to an encoder.
        DUPLICATES("duplicates"),
        /// A single feature tells the class.
        GIVEN_AWAY("telling features");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /// One way in which knowledge leaks.
    ///
    /// @param kind how
    /// @param message what was found, on its own
    /// @param why what that means for a score
    /// @param nodes examples to select, at most 1,000
    /// @param fix the edit after which it is gone, if there is one
    public record Leak(
            Kind kind, String message, String why, List<Integer> nodes, Optional<Fix> fix) {

        public Leak {
            message = OneLine.of(message);
        }

        static Leak of(Kind kind, String message, String why, BitSet nodes, Optional<Fix> fix) {
            return new Leak(
                    kind, message, why, nodes.stream().limit(MOST_NODES).boxed().toList(), fix);
        }

        /// What was found and what it means.
        public String sentence() {
            return message + "; " + why;
        }
    }

    /// An edit that takes a leak away.
    ///
    /// @param name what a person reads
    /// @param edit makes the experiment without the leak
    public record Fix(String name, UnaryOperator<Experiment> edit) {}

    /// All leaks of an experiment on its graph. Takes a moment where graph or features are large.
    public static List<Leak> of(Experiment experiment, AttributedGraph graph) {
        List<Leak> leaks = new ArrayList<>();
        Split split = experiment.split();
        FewShot drawing = experiment.task().drawing();
        SharedNodes.of(split, drawing, graph, Phase.VALIDATION).ifPresent(leaks::add);
        SharedNodes.of(split, drawing, graph, Phase.TEST).ifPresent(leaks::add);
        NodePhases phases = NodePhases.of(split, drawing, graph);
        CrossingMessages.of(experiment, graph, phases).ifPresent(leaks::add);
        DuplicateNodes.of(experiment, graph, phases).ifPresent(leaks::add);
        TellingFeatures.of(experiment, graph, phases).ifPresent(leaks::add);
        return List.copyOf(leaks);
    }

    /// What is added to the line that says what a score means; empty if nothing leaks. Messages across the split are what the
    /// field calls transductive; most scores are, so the word "leakage" is kept for the rest.
    public static String remark(List<Leak> leaks) {
        boolean transductive = leaks.stream().anyMatch(leak -> leak.kind() == Kind.MESSAGES);
        List<String> rest =
                leaks.stream()
                        .filter(leak -> leak.kind() != Kind.MESSAGES)
                        .map(leak -> leak.kind().words)
                        .distinct()
                        .toList();
        return (transductive ? ", " + Kind.MESSAGES.words : "")
                + (rest.isEmpty() ? "" : ", leakage: " + String.join(", ", rest));
    }
}
