package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.episode.Area;
import innerloop.episode.FewShot;
import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.episode.Split.Kind;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What can stand in the lanes of a split of this graph.
final class SplitItems {

    private final Kind kind;
    private final FewShot drawing;
    private final AttributedGraph graph;
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] classSizes;
    private final Map<String, Area> areas;

    SplitItems(Split split, FewShot drawing, AttributedGraph graph) {
        this.kind = split.kind();
        this.drawing = drawing;
        this.graph = graph;
        this.names =
                switch (kind) {
                    case CLASSES -> graph.classes();
                    case REGIONS -> split.regions().stream().map(Region::name).toList();
                    case GRAPHS ->
                            IntStream.range(0, graph.graphs()).mapToObj(Integer::toString).toList();
                };
        names.forEach(name -> numbers.put(name, numbers.size()));
        this.classSizes = drawing.unit().classSizes(graph);
        Split all = split.withLanes(new Lanes(names, List.of(), List.of()));
        // A collection may lack a number: such a member graph has no nodes and no area.
        this.areas =
                kind == Kind.CLASSES
                        ? Map.of()
                        : Area.of(graph, all, Phase.TRAIN).stream()
                                .collect(Collectors.toMap(Area::name, area -> area));
    }

    /// All names.
    List<String> names() {
        return names;
    }

    /// Those an episode could use.
    List<String> usable() {
        return IntStream.range(0, names.size())
                .filter(k -> !isTooSmall(k))
                .mapToObj(names::get)
                .toList();
    }

    /// The items of these names.
    List<SplitItem> of(List<String> wanted) {
        return wanted.stream().map(this::item).toList();
    }

    private SplitItem item(String name) {
        int index = numbers.getOrDefault(name, -1);
        return new SplitItem(
                name,
                kind == Kind.GRAPHS ? Messages.get("split.graph", name) : name,
                index,
                index < 0 ? 0 : size(index),
                index < 0 || isTooSmall(index),
                kind == Kind.CLASSES);
    }

    private int size(int index) {
        if (kind == Kind.CLASSES) {
            return classSizes[index];
        }
        Area area = areas.get(names.get(index));
        return area == null ? 0 : area.nodes().length;
    }

    private boolean isTooSmall(int index) {
        if (kind == Kind.CLASSES) {
            return classSizes[index] < drawing.examplesPerClass();
        }
        Area area = areas.get(names.get(index));
        return area == null || !area.fits(drawing);
    }

    /// The nodes of what has this name.
    NodeSet nodes(String name) {
        int index = numbers.getOrDefault(name, -1);
        Area area = areas.get(name);
        if (kind == Kind.CLASSES && index >= 0) {
            return NodeSet.where(graph.nodes(), node -> graph.labels()[node] == index);
        }
        return area == null ? NodeSet.none(graph.nodes()) : NodeSet.of(graph.nodes(), area.nodes());
    }
}
