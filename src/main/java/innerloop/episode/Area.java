package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A part of the graph that episodes are drawn from: the nodes of all classes of a lane, a region, or a member graph,
/// depending on the [Split.Kind].
public final class Area {

    private static final int[] NONE = {};

    private final String name;
    private final int[] nodes;
    private final int[] classes;
    private final int[][] nodesOfClass;
    private final AttributedGraph graph;

    /// @param nodes ascending
    /// @param classes at least the classes of its nodes
    private Area(AttributedGraph graph, String name, int[] nodes, int[] classes) {
        this.graph = graph;
        this.name = name;
        this.nodes = nodes;
        this.classes = classes;
        int[] place = new int[graph.classes().size()];
        Arrays.fill(place, -1);
        for (int k = 0; k < classes.length; k++) {
            place[classes[k]] = k;
        }
        int[] labels = graph.labels();
        int[] sizes = new int[classes.length];
        for (int node : nodes) {
            if (labels[node] >= 0) {
                sizes[place[labels[node]]]++;
            }
        }
        this.nodesOfClass = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] next = new int[classes.length];
        for (int node : nodes) {
            if (labels[node] >= 0) {
                int k = place[labels[node]];
                nodesOfClass[k][next[k]++] = node;
            }
        }
    }

    /// The areas of a phase, in the order of its lane. Names that the graph does not have are left out.
    public static List<Area> of(AttributedGraph graph, Split split, Phase phase) {
        List<String> lane = split.lanes().of(phase);
        return switch (split.kind()) {
            case CLASSES -> List.of(ofClasses(graph, lane));
            case REGIONS ->
                    lane.stream()
                            .flatMap(name -> split.region(name).stream())
                            .map(region -> ofNodes(graph, region.name(), inside(graph, region)))
                            .toList();
            case GRAPHS -> ofMembers(graph, lane);
        };
    }

    /// All nodes a phase uses.
    public static BitSet nodes(AttributedGraph graph, Split split, Phase phase) {
        BitSet used = new BitSet(graph.nodes());
        of(graph, split, phase).forEach(area -> Arrays.stream(area.nodes).forEach(used::set));
        return used;
    }

    /// The nodes the episodes of a phase can have: those of large enough classes, in regions and member graphs with enough of
    /// these.
    public static BitSet drawn(AttributedGraph graph, Split split, Phase phase, FewShot drawing) {
        BitSet drawn = new BitSet(graph.nodes());
        of(graph, split, phase).stream()
                .filter(area -> split.kind() == Split.Kind.CLASSES || area.fits(drawing))
                .forEach(area -> area.drawn(drawing).forEach(drawn::set));
        return drawn;
    }

    private IntStream drawn(FewShot drawing) {
        return switch (drawing.unit()) {
            case NODE, MEMBER_GRAPH ->
                    Arrays.stream(classes(drawing)).flatMap(c -> Arrays.stream(nodes(c)));
            case PAIR, NUMBERED_NODE -> Arrays.stream(nodes);
        };
    }

    /// All classes of a lane are one area, and stay in the order of the lane.
    private static Area ofClasses(AttributedGraph graph, List<String> lane) {
        int[] classes =
                lane.stream().mapToInt(graph.classes()::indexOf).filter(c -> c >= 0).toArray();
        boolean[] wanted = new boolean[graph.classes().size()];
        for (int c : classes) {
            wanted[c] = true;
        }
        int[] labels = graph.labels();
        int[] nodes =
                IntStream.range(0, labels.length)
                        .filter(i -> labels[i] >= 0 && wanted[labels[i]])
                        .toArray();
        return new Area(graph, "", nodes, classes);
    }

    private static int[] inside(AttributedGraph graph, Region region) {
        return region.nodes().stream()
                .mapToInt(Integer::intValue)
                .filter(node -> node >= 0 && node < graph.nodes())
                .toArray();
    }

    private static List<Area> ofMembers(AttributedGraph graph, List<String> lane) {
        Map<Integer, IntStream.Builder> members = new LinkedHashMap<>();
        lane.forEach(number -> members.put(Integer.valueOf(number), IntStream.builder()));
        int[] graphOf = graph.graphOf();
        for (int i = 0; i < graphOf.length; i++) {
            IntStream.Builder nodes = members.get(graphOf[i]);
            if (nodes != null) {
                nodes.add(i);
            }
        }
        return members.entrySet().stream()
                .map(e -> ofNodes(graph, e.getKey().toString(), e.getValue().build().toArray()))
                .filter(area -> area.nodes.length > 0)
                .toList();
    }

    /// All nodes.
    public static Area whole(AttributedGraph graph) {
        return ofNodes(graph, "", IntStream.range(0, graph.nodes()).toArray());
    }

    private static Area ofNodes(AttributedGraph graph, String name, int[] nodes) {
        int[] classes =
                Arrays.stream(nodes)
                        .map(node -> graph.labels()[node])
                        .filter(c -> c >= 0)
                        .sorted()
                        .distinct()
                        .toArray();
        return new Area(graph, name, nodes, classes);
    }

    /// The area without these nodes.
    public Area without(BitSet excluded) {
        return excluded.isEmpty()
                ? this
                : new Area(
                        graph,
                        name,
                        Arrays.stream(nodes).filter(node -> !excluded.get(node)).toArray(),
                        classes);
    }

    /// The name of the region, the number of the member graph; empty for classes.
    public String name() {
        return name;
    }

    /// All its nodes, ascending; read only. Nodes without a class are in no episode, but belong to it.
    public int[] nodes() {
        return nodes;
    }

    /// Its classes by index; read only.
    public int[] classes() {
        return classes;
    }

    /// Its classes that have enough examples in it.
    public int[] classes(FewShot drawing) {
        return classes(drawing.unit(), drawing.examplesPerClass());
    }

    /// Its classes that have at least this many examples in it.
    int[] classes(Unit unit, int atLeast) {
        return Arrays.stream(classes).filter(c -> examples(c, unit).length >= atLeast).toArray();
    }

    /// The numbers of its examples of a class, ascending. Read only.
    public int[] examples(int classIndex, Unit unit) {
        return unit.among(graph, nodes(classIndex));
    }

    /// Its nodes of a class, ascending; none if it does not have the class. Read only.
    public int[] nodes(int classIndex) {
        for (int k = 0; k < classes.length; k++) {
            if (classes[k] == classIndex) {
                return nodesOfClass[k];
            }
        }
        return NONE;
    }

    /// Whether an episode can be drawn from it.
    public boolean fits(FewShot drawing) {
        return switch (drawing.unit()) {
            case NODE, MEMBER_GRAPH -> classes(drawing).length >= drawing.ways();
            case NUMBERED_NODE -> nodes.length >= drawing.examplesPerClass();
            case PAIR -> {
                long edges = edges().size();
                long pairs = nodes.length * (nodes.length - 1L) / 2;
                yield Math.min(edges, pairs - edges) >= drawing.examplesPerClass();
            }
        };
    }

    /// The edges between its nodes, each once, whatever their direction; loops are left out.
    public Targets.Pairs edges() {
        SparseMatrix adjacency = graph.adjacency();
        LongStream.Builder keys = LongStream.builder();
        for (int u : nodes) {
            for (int k = adjacency.rowStart()[u]; k < adjacency.rowStart()[u + 1]; k++) {
                int v = adjacency.column()[k];
                if (u != v && Arrays.binarySearch(nodes, v) >= 0) {
                    keys.add(Targets.Pairs.key(u, v));
                }
            }
        }
        return Targets.Pairs.ofKeys(keys.build().sorted().distinct().toArray());
    }
}
