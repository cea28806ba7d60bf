package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.episode.Split.Kind;
import innerloop.experiment.Experiment;
import innerloop.experiment.kinds.Kinds;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;
import innerloop.leakage.Leakage;
import innerloop.task.HeldOutNodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which class, region or member graph stands in which lane, and what that means.
public final class SplitViewModel {

    /// All lanes, with what should be said about them.
    ///
    /// @param kind what the lanes hold
    /// @param lanes the items of each lane, in order
    /// @param messages which nodes pass messages
    /// @param sentence what the split means
    public record State(
            Kind kind, Map<Lane, List<SplitItem>> lanes, Split.Messages messages, String sentence) {

        /// Whether there are lanes: a graph is open, and its task has some.
        public boolean isKnown() {
            return !lanes.isEmpty();
        }
    }

    private final WorkbenchDocument document;
    private final ReadOnlyObjectWrapper<State> state;
    private final ObjectProperty<@Nullable SplitItem> hovered =
            new SimpleObjectProperty<>(this, "hovered", null);
    private @Nullable SplitItems items;
    private long shuffles;

    /// The lanes of each kind when it was left, so that a look at another kind costs nothing.
    private final Map<Kind, Lanes> left = new EnumMap<>(Kind.class);

    public SplitViewModel(WorkbenchDocument document) {
        this.document = document;
        this.state = new ReadOnlyObjectWrapper<>(this, "state", unknown());
        document.graph().addListener((_, _, _) -> refresh());
        document.openings()
                .addListener((_, _, _) -> {
                    shuffles = 0;
                    left.clear();
                });
        document.experiment().subscribe(_ -> refresh());
    }

    private static State unknown() {
        return new State(Kind.CLASSES, Map.of(), Split.Messages.ALL, Messages.get("split.noGraph"));
    }

    private void refresh() {
        Experiment experiment = document.experiment().get();
        AttributedGraph graph = document.graph().get();
        items =
                graph == null
                        ? null
                        : new SplitItems(experiment.split(), experiment.task().drawing(), graph);
        State next = items == null ? unknown() : describe(experiment, items);
        if (!next.equals(state.get())) {
            state.set(next);
        }
    }

    /// A task that holds out edges of the whole graph has no lanes.
    private static State describe(Experiment experiment, SplitItems items) {
        Split split = experiment.split();
        String withoutLanes = "split.whole." + Kinds.TASK.kind(experiment.task()).word();
        if (Messages.has(withoutLanes)) {
            return new State(split.kind(), Map.of(), split.messages(), Messages.get(withoutLanes));
        }
        Set<String> used = new LinkedHashSet<>();
        List.of(Phase.values()).forEach(phase -> used.addAll(split.lanes().of(phase)));
        List<String> unused = items.names().stream().filter(c -> !used.contains(c)).toList();
        Map<Lane, List<SplitItem>> lanes =
                Map.of(
                        Lane.BASE, items.of(split.lanes().train()),
                        Lane.VALIDATION, items.of(split.lanes().validation()),
                        Lane.NOVEL, items.of(split.lanes().test()),
                        Lane.UNUSED, items.of(unused));
        return new State(split.kind(), lanes, split.messages(), sentence(split));
    }

    private static String sentence(Split split) {
        Lanes lanes = split.lanes();
        String key = "split.sentence." + split.kind();
        String used =
                lanes.validation().isEmpty()
                        ? Messages.get(key + ".two", lanes.train().size(), lanes.test().size())
                        : Messages.get(
                                key,
                                lanes.train().size(),
                                lanes.validation().size(),
                                lanes.test().size());
        return Messages.get("split.sentence." + split.messages(), used);
    }

    /// What a person calls this lane.
    public static String laneName(Lane lane) {
        return Messages.get("lane." + lane.key());
    }

    /// Moves a class, region or member graph to the end of a lane; staying where it is changes nothing.
    public void move(String name, Lane to) {
        if (laneOf(name) != to) {
            edit(
                    "edit.move",
                    split -> split.withLanes(to.take(split.lanes(), name)),
                    name,
                    Messages.later("lane." + to.key()));
        }
    }

    /// The lane this stands in.
    public Lane laneOf(String name) {
        return state.get().lanes().entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(item -> item.name().equals(name)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Lane.UNUSED);
    }

    /// Lets the lanes hold something else. Member graphs and regions are then assigned at random, classes as advised.
    public void choose(Kind kind) {
        AttributedGraph graph = document.graph().get();
        if (graph != null && kind != state.get().kind()) {
            Experiment experiment = document.experiment().get();
            Split changed = experiment.split().withKind(kind);
            leave(experiment.split());
            Lanes before = left.get(kind);
            Lanes lanes =
                    before == null
                            ? SplitAdvice.random(
                                    changed, graph, experiment.task().drawing(), experiment.seed())
                            : before;
            edit(
                    "edit.kind",
                    split -> changed.withLanes(lanes),
                    Messages.later("split.kind." + kind));
        }
    }

    private void leave(Split split) {
        left.put(split.kind(), split.lanes());
    }

    /// Lets all nodes pass messages, or only those a phase may see.
    public void choose(Split.Messages messages) {
        edit(
                "edit.messages",
                split -> split.withMessages(messages),
                Messages.later("split.messages." + messages));
    }

    /// Makes a region of these nodes; without a name it is numbered. A region of the same name is replaced.
    public void addRegion(String wanted, NodeSet nodes) {
        Split present = document.experiment().get().split();
        String name = wanted.isBlank() ? freeName(present) : wanted.strip();
        Region region = new Region(name, nodes.stream().boxed().toList());
        leave(present);
        edit("edit.region.add", split -> withRegion(split, region), name);
    }

    private static Split withRegion(Split split, Region region) {
        List<Region> regions = new ArrayList<>(split.regions());
        regions.removeIf(other -> other.name().equals(region.name()));
        regions.add(region);
        return (split.kind() == Kind.REGIONS ? split : split.withKind(Kind.REGIONS))
                .withRegions(regions);
    }

    private static String freeName(Split split) {
        int number = split.regions().size() + 1;
        while (split.region(Messages.get("region.name", number)).isPresent()) {
            number++;
        }
        return Messages.get("region.name", number);
    }

    /// Takes a region away.
    public void removeRegion(String name) {
        edit(
                "edit.region.remove",
                split ->
                        split.withRegions(
                                        split.regions().stream()
                                                .filter(region -> !region.name().equals(name))
                                                .toList())
                                .withLanes(split.lanes().without(name)),
                name);
    }

    /// Replaces all regions by these and assigns them at random.
    public void suggest(List<int[]> communities) {
        AttributedGraph graph = document.graph().get();
        if (graph == null || communities.isEmpty()) {
            return;
        }
        List<Region> regions = new ArrayList<>();
        for (int[] nodes : communities) {
            regions.add(
                    new Region(
                            Messages.get("region.community", regions.size() + 1),
                            Arrays.stream(nodes).boxed().toList()));
        }
        Experiment experiment = document.experiment().get();
        Split changed = experiment.split().withKind(Kind.REGIONS).withRegions(regions);
        Lanes lanes =
                SplitAdvice.random(changed, graph, experiment.task().drawing(), experiment.seed());
        edit("edit.region.suggest", split -> changed.withLanes(lanes), regions.size());
    }

    /// The region that has exactly these nodes; empty if none has.
    public String regionOf(NodeSet nodes) {
        List<Integer> wanted = nodes.stream().boxed().toList();
        return document.experiment().get().split().regions().stream()
                .filter(region -> region.nodes().equals(wanted))
                .map(Region::name)
                .findFirst()
                .orElse("");
    }

    /// The nodes of a region or member graph or class.
    public NodeSet nodes(SplitItem item) {
        SplitItems known = items;
        return known == null ? NodeSet.none(0) : known.nodes(item.name());
    }

    /// Assigns everything anew. The first shuffle of a document uses the experiment's seed, the
    /// next ones the numbers after it, so they can be repeated.
    public void shuffle() {
        AttributedGraph graph = document.graph().get();
        if (graph != null) {
            Experiment experiment = document.experiment().get();
            long seed = experiment.seed() + shuffles++;
            Split drawn = shuffled(experiment, graph, seed);
            edit("edit.shuffle", _ -> drawn);
        }
    }

    /// Nodes that are held out get lanes of their own; otherwise what there is gets other lanes.
    private static Split shuffled(Experiment experiment, AttributedGraph graph, long seed) {
        Split split = experiment.split();
        return experiment.task() instanceof HeldOutNodes
                ? SplitAdvice.heldOutNodes(graph, split, seed)
                : split.withLanes(
                        SplitAdvice.random(split, graph, experiment.task().drawing(), seed));
    }

    /// Changes the experiment so that a leak is closed.
    public void repair(Leakage.Fix fix) {
        document.edit(() -> Messages.of(fix.name()), "", fix.edit());
    }

    private void edit(String key, UnaryOperator<Split> change, Object... arguments) {
        document.edit(
                Messages.later(key, arguments), "", e -> e.withSplit(change.apply(e.split())));
    }

    /// The lanes.
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Whose chip the pointer or the focus is on; null for none.
    public ObjectProperty<@Nullable SplitItem> hovered() {
        return hovered;
    }
}
