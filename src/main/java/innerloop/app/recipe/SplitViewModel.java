package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Task;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which class stands in which lane, and what that means.
public final class SplitViewModel {

    /// A class as a chip shows it.
    ///
    /// @param name its name
    /// @param index its index in the graph; −1 when the graph has no such class
    /// @param size its nodes
    /// @param tooSmall whether an episode could not use it
    public record ClassItem(String name, int index, int size, boolean tooSmall) {}

    /// All lanes, with what should be said about them.
    ///
    /// @param lanes the classes of each lane, in order
    /// @param sentence what the split means
    public record State(Map<Lane, List<ClassItem>> lanes, String sentence) {}

    private final WorkbenchDocument document;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State(Map.of(), ""));
    private final ObjectProperty<@Nullable Integer> hoveredClass =
            new SimpleObjectProperty<>(this, "hoveredClass", null);
    private long shuffles;

    public SplitViewModel(WorkbenchDocument document) {
        this.document = document;
        document.graph().addListener((_, _, _) -> refresh());
        document.openings().addListener((_, _, _) -> shuffles = 0);
        document.experiment().subscribe(_ -> refresh());
    }

    private void refresh() {
        Experiment experiment = document.experiment().get();
        AttributedGraph graph = document.graph().get();
        State next =
                graph == null
                        ? new State(Map.of(), Messages.get("split.noGraph"))
                        : describe(experiment.split().lanes(), experiment.task(), graph);
        if (!next.equals(state.get())) {
            state.set(next);
        }
    }

    private static State describe(Lanes split, Task task, AttributedGraph graph) {
        int[] sizes = graph.classSizes();
        Set<String> used = new LinkedHashSet<>();
        List.of(Phase.values()).forEach(phase -> used.addAll(split.of(phase)));
        List<String> unused = graph.classes().stream().filter(c -> !used.contains(c)).toList();
        Map<Lane, List<ClassItem>> lanes =
                Map.of(
                        Lane.BASE, items(split.train(), task, graph, sizes),
                        Lane.VALIDATION, items(split.validation(), task, graph, sizes),
                        Lane.NOVEL, items(split.test(), task, graph, sizes),
                        Lane.UNUSED, items(unused, task, graph, sizes));
        return new State(lanes, sentence(split));
    }

    private static List<ClassItem> items(
            List<String> names, Task task, AttributedGraph graph, int[] sizes) {
        return names.stream()
                .map(name -> {
                    int index = graph.classes().indexOf(name);
                    int size = index < 0 ? 0 : sizes[index];
                    return new ClassItem(name, index, size, size < task.nodesPerClass());
                })
                .toList();
    }

    private static String sentence(Lanes split) {
        return split.validation().isEmpty()
                ? Messages.get("split.sentence.two", split.train().size(), split.test().size())
                : Messages.get(
                        "split.sentence",
                        split.train().size(),
                        split.validation().size(),
                        split.test().size());
    }

    /// What a person calls this lane.
    public static String laneName(Lane lane) {
        return Messages.get("lane." + lane.key());
    }

    /// Moves a class to the end of a lane; staying where it is changes nothing.
    public void move(String className, Lane to) {
        if (laneOf(className) != to) {
            document.edit(
                    Messages.get("edit.move", className, laneName(to)),
                    "",
                    e -> e.withSplit(e.split().withLanes(to.take(e.split().lanes(), className))));
        }
    }

    /// The lane this class stands in.
    public Lane laneOf(String className) {
        return state.get().lanes().entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(item -> item.name().equals(className)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Lane.UNUSED);
    }

    /// Assigns all classes anew. The first shuffle of a document uses the experiment's seed, the
    /// next ones the numbers after it, so they can be repeated.
    public void shuffle() {
        AttributedGraph graph = document.graph().get();
        if (graph != null) {
            long turn = shuffles++;
            document.edit(
                    Messages.get("edit.shuffle"),
                    "",
                    e ->
                            e.withSplit(
                                    e.split()
                                            .withLanes(
                                                    SplitAdvice.random(
                                                            graph, e.task(), e.seed() + turn))));
        }
    }

    /// The lanes.
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Index of the class whose chip the pointer or the focus is on; null for none.
    public ObjectProperty<@Nullable Integer> hoveredClass() {
        return hoveredClass;
    }
}
