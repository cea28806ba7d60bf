package innerloop.app.split;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.nn.Answers;
import innerloop.training.ClassPredictions;
import innerloop.training.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The member graphs of the watched episode, class by class, with what the learner says of them.
///
/// @param slots the episode's classes in its order
/// @param step the outer step it is said after; −1 while nothing is said
public record WatchedGraphs(List<Slot> slots, int step) implements WatchedExamples {

    /// A class of the episode.
    ///
    /// @param className what it is called
    /// @param index of the class
    /// @param support its support graphs
    /// @param query its query graphs
    public record Slot(String className, int index, List<Member> support, List<Member> query) {}

    /// A member graph.
    ///
    /// @param number of the member graph in its collection
    /// @param label class index it has
    /// @param predicted class index the learner gives it; −1 for none
    /// @param predictedName what that class is called; empty for none
    public record Member(int number, int label, int predicted, String predictedName) {

        /// Whether the learner is right about it.
        public boolean isRight() {
            return predicted == label;
        }

        /// Whether it is wrong.
        public boolean isWrong() {
            return predicted >= 0 && !isRight();
        }
    }

    /// Those of an episode of member graphs; empty for an episode of anything else.
    ///
    /// @param seen what the learner says, in terms of this graph; null while it says nothing
    public static Optional<WatchedGraphs> of(
            AttributedGraph graph, Episode episode, @Nullable Observation seen) {
        if (!(episode.query().targets() instanceof Targets.Members)) {
            return Optional.empty();
        }
        int[] classes = Answers.Slots.of(episode.query().answers()).classes();
        List<Slot> slots = new ArrayList<>();
        for (int slot = 0; slot < classes.length; slot++) {
            int wanted = slot;
            slots.add(
                    new Slot(
                            graph.classes().get(classes[slot]),
                            classes[slot],
                            episode.support()
                                    .map(s -> members(graph, s, wanted, seen))
                                    .orElse(List.of()),
                            members(graph, episode.query(), slot, seen)));
        }
        return Optional.of(new WatchedGraphs(List.copyOf(slots), seen == null ? -1 : seen.step()));
    }

    private static List<Member> members(
            AttributedGraph graph, Examples examples, int slot, @Nullable Observation seen) {
        Answers.Slots answers = Answers.Slots.of(examples.answers());
        List<Member> members = new ArrayList<>();
        for (int k = 0; k < examples.targets().size(); k++) {
            if (answers.slot()[k] == slot) {
                int node = examples.targets().nodesOf(k)[0];
                int predicted = -1;
                if (seen != null) {
                    ClassPredictions said = seen.outcome().nodes();
                    predicted = node < said.size() ? said.predicted()[node] : -1;
                }
                members.add(
                        new Member(
                                graph.graphOf()[node],
                                answers.classes()[slot],
                                predicted,
                                predicted < 0 ? "" : graph.classes().get(predicted)));
            }
        }
        return List.copyOf(members);
    }

    /// All member graphs: slot after slot, support before query.
    public List<Member> members() {
        return slots.stream()
                .flatMap(slot -> Stream.concat(slot.support().stream(), slot.query().stream()))
                .toList();
    }

    /// Which of the slots a class has; −1 for none.
    int way(int classIndex) {
        return slots.stream().map(Slot::index).toList().indexOf(classIndex);
    }

    /// How many query graphs there are.
    public int queries() {
        return slots.stream().mapToInt(slot -> slot.query().size()).sum();
    }

    /// How many of them the learner is right about.
    public int right() {
        return (int)
                slots.stream()
                        .flatMap(slot -> slot.query().stream())
                        .filter(Member::isRight)
                        .count();
    }

    /// Whether these are the same member graphs, whatever is said of them.
    boolean isOf(WatchedGraphs other) {
        return numbers().equals(other.numbers());
    }

    private List<List<Integer>> numbers() {
        return slots.stream()
                .flatMap(slot -> Stream.of(slot.support(), slot.query()))
                .map(some -> some.stream().map(Member::number).toList())
                .toList();
    }
}
