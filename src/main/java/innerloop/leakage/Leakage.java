package innerloop.leakage;

import innerloop.episode.FewShot;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.OneLine;
import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Finds leakage: ways in which training or validation can use information about later phases, and features that give the
/// class away.
///
/// A leak never blocks a run, but it stands beside every score made with the split: in its protocol line and in
/// `summary.json`. A leak says what a learner could have used, not what it did use.
public final class Leakage {

    /// The most example nodes of a leak.
    private static final int MOST_NODES = 1_000;

    private Leakage() {}

    /// The kind of a leak.
    public enum Kind {
        /// A class, region or member graph is used in two phases, or two regions of different phases share nodes.
        SHARED_CLASS,
        /// Nodes of a later phase pass messages to nodes of an earlier one.
        MESSAGES,
        /// Nodes of different phases are indistinguishable for an encoder.
        DUPLICATES,
        /// A single feature gives the class away.
        GIVEN_AWAY;

        private Phrase phrase() {
            return Phrase.of("leak.kind." + name());
        }
    }

    /// One leak.
    ///
    /// @param kind its kind
    /// @param what was found
    /// @param why its consequence for scores
    /// @param nodes examples to select, at most 1,000
    /// @param fix the edit that removes it, if there is one
    public record Leak(Kind kind, Phrase what, Phrase why, List<Integer> nodes, Optional<Fix> fix) {

        static Leak of(Kind kind, Phrase what, Phrase why, BitSet nodes, Optional<Fix> fix) {
            return new Leak(
                    kind, what, why, nodes.stream().limit(MOST_NODES).boxed().toList(), fix);
        }

        /// What was found, in English.
        public String message() {
            return OneLine.of(what.text());
        }

        /// The finding and its consequence, in English.
        public String sentence() {
            return message() + "; " + why;
        }
    }

    /// An edit that removes a leak.
    ///
    /// @param name its name for people
    /// @param edit gives the experiment without the leak
    public record Fix(Phrase name, UnaryOperator<Experiment> edit) {}

    /// All leaks of an experiment on its graph. Takes up to a few seconds if graph or features are large.
    public static List<Leak> of(Experiment experiment, AttributedGraph graph) {
        if (experiment.task().isWhole()) {
            // What is held out carries no messages and stands in no lane.
            return List.of();
        }
        List<Leak> leaks = new ArrayList<>();
        Split split = experiment.split();
        FewShot drawing = experiment.task().drawing();
        SharedNodes.of(split, drawing, graph, Phase.VALIDATION).ifPresent(leaks::add);
        SharedNodes.of(split, drawing, graph, Phase.TEST).ifPresent(leaks::add);
        NodePhases phases = NodePhases.of(split, drawing, graph);
        // In link prediction support edges alone carry messages, and they lie in one area.
        if (drawing.unit() != Unit.PAIR) {
            CrossingMessages.of(experiment, graph, phases).ifPresent(leaks::add);
        }
        DuplicateNodes.of(experiment, graph, phases).ifPresent(leaks::add);
        if (experiment.task().hasClasses()) {
            TellingFeatures.of(experiment, graph, phases).ifPresent(leaks::add);
        }
        TellingNumbers.of(experiment, graph, phases).ifPresent(leaks::add);
        return List.copyOf(leaks);
    }

    /// The remarks on leakage in the protocol line of a score. Messages across the split are called
    /// transductive, as is usual, and are common; the word "leakage" is reserved for the other kinds.
    public static List<Phrase> remarks(List<Leak> leaks) {
        List<Phrase> remarks = new ArrayList<>();
        if (leaks.stream().anyMatch(leak -> leak.kind() == Kind.MESSAGES)) {
            remarks.add(Kind.MESSAGES.phrase());
        }
        List<Phrase> rest =
                leaks.stream()
                        .filter(leak -> leak.kind() != Kind.MESSAGES)
                        .map(leak -> leak.kind().phrase())
                        .distinct()
                        .toList();
        if (!rest.isEmpty()) {
            remarks.add(Phrase.of("leak.remark", rest));
        }
        return remarks;
    }
}
