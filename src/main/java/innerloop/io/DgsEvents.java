package innerloop.io;

import innerloop.graph.AttributedGraph;
import innerloop.graph.ClassOrder;
import innerloop.graph.GraphBuilder;
import innerloop.graph.GraphEvent;
import innerloop.graph.GraphHistory;
import innerloop.graph.NodeNames;
import innerloop.io.DgsLine.Attribute;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The events of a DGS file while it is being read, checked one by one against the graph they happen to; at the end the
/// history made of them.
final class DgsEvents {

    private static final String LOOKS = "ui.";

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final BitSet present = new BitSet();
    private final Map<Integer, Set<String>> edgesAt = new HashMap<>();
    private final Map<String, EdgeCame> edges = new HashMap<>();
    private final Map<String, Integer> goneIn = new HashMap<>();
    private final Map<String, NodeColumn> columns = new LinkedHashMap<>();
    private int edgeCount;
    private boolean anyDirected;
    private int undirectedLine;
    private boolean negative;

    /// What stands between two lines `st`.
    private record Batch(double time, List<Raw> events) {}

    /// An event as long as the meaning of the columns is not known.
    private sealed interface Raw {}

    private record Plain(GraphEvent event) implements Raw {}

    private record Valued(int node, NodeColumn column, String text, int line) implements Raw {}

    private record EdgeCame(int number, int from, int to, boolean directed) implements Raw {}

    DgsEvents(Path file) {
        this.file = file;
        batches.add(new Batch(0, new ArrayList<>()));
    }

    private void happens(Raw event) {
        batches.getLast().events().add(event);
    }

    /// A batch begins. What stands before the first one is a batch if it is anything.
    void step(String time, DgsLine line) throws GraphFormatException {
        double at = Decimals.parse(time);
        if (!Double.isFinite(at)) {
            throw line.problem(Trouble.of("dgs.noTime", Problem.shortened(time))).exception();
        }
        if (batches.size() == 1 && batches.getFirst().events().isEmpty()) {
            batches.clear();
        }
        batches.add(new Batch(at, new ArrayList<>()));
    }

    int addNode(String id, DgsLine line) throws GraphFormatException {
        int node = nodes.computeIfAbsent(id, _ -> nodes.size());
        if (present.get(node)) {
            throw line.problem(Trouble.of("dgs.nodeTwice", Problem.shortened(id))).exception();
        }
        if (nodes.size() > MostNodes.LIMIT) {
            MostNodes.require(nodes.size(), file);
        }
        present.set(node);
        happens(new Plain(new GraphEvent.NodeAdded(node)));
        return node;
    }

    /// A node that is there.
    int node(String id, DgsLine line) throws GraphFormatException {
        Integer node = nodes.get(id);
        if (node == null || !present.get(node)) {
            throw line.problem(Trouble.of("dgs.noNode", Problem.shortened(id), gone("an", id)))
                    .exception();
        }
        return node;
    }

    private Phrase gone(String kind, String id) {
        Integer gone = goneIn.get(kind + id);
        return gone == null ? Phrase.NOTHING : Phrase.of("dgs.gone", gone.toString());
    }

    /// The end of a new edge.
    int end(String edge, String node, DgsLine line) throws GraphFormatException {
        Integer number = nodes.get(node);
        if (number == null || !present.get(number)) {
            throw line.problem(
                            Trouble.of(
                                    "dgs.end",
                                    Problem.shortened(edge),
                                    Problem.shortened(node),
                                    gone("an", node)))
                    .exception();
        }
        return number;
    }

    void removeNode(String id, DgsLine line) throws GraphFormatException {
        remove(node(id, line));
        goneIn.put("an" + id, line.line());
    }

    private void remove(int node) {
        for (String edge : List.copyOf(edgesAt.getOrDefault(node, Set.of()))) {
            removeEdge(edge);
        }
        present.clear(node);
        happens(new Plain(new GraphEvent.NodeRemoved(node)));
    }

    int addEdge(String id, int from, int to, boolean directed, DgsLine line)
            throws GraphFormatException {
        if (edges.containsKey(id)) {
            throw line.problem(Trouble.of("dgs.edgeTwice", Problem.shortened(id))).exception();
        }
        EdgeCame edge = new EdgeCame(edgeCount++, from, to, directed);
        edges.put(id, edge);
        edgesAt.computeIfAbsent(from, _ -> new LinkedHashSet<>()).add(id);
        edgesAt.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(id);
        anyDirected |= directed;
        undirectedLine = undirectedLine == 0 && !directed ? line.line() : undirectedLine;
        happens(edge);
        return edge.number();
    }

    /// The number of an edge that is there.
    int edge(String id, DgsLine line) throws GraphFormatException {
        EdgeCame edge = edges.get(id);
        if (edge == null) {
            throw line.problem(Trouble.of("dgs.noEdge", Problem.shortened(id), gone("ae", id)))
                    .exception();
        }
        return edge.number();
    }

    void removeEdge(String id, DgsLine line) throws GraphFormatException {
        edge(id, line);
        removeEdge(id);
        goneIn.put("ae" + id, line.line());
    }

    private void removeEdge(String id) {
        EdgeCame edge = edges.remove(id);
        if (edge != null) {
            edgesAt.getOrDefault(edge.from(), new LinkedHashSet<>()).remove(id);
            edgesAt.getOrDefault(edge.to(), new LinkedHashSet<>()).remove(id);
            happens(new Plain(new GraphEvent.EdgeRemoved(edge.number())));
        }
    }

    void clear() {
        for (int node : present.stream().toArray()) {
            remove(node);
        }
    }

    void setNode(int node, Attribute attribute, int line) {
        String name = attribute.name();
        switch (name) {
            case "ui.label" -> set(node, "label", attribute, 0, line);
            case "xy", "xyz" -> {
                set(node, "x", attribute, 0, line);
                set(node, "y", attribute, 1, line);
            }
            default -> {
                int parts = attribute.values().size();
                for (int k = 0; k < parts && !name.startsWith(LOOKS); k++) {
                    set(node, parts == 1 ? name : name + "." + k, attribute, k, line);
                }
            }
        }
    }

    private void set(int node, String name, Attribute attribute, int part, int line) {
        NodeColumn column =
                columns.computeIfAbsent(
                        name, key -> new NodeColumn(key, NodeColumn.Kind.UNKNOWN, ""));
        boolean none = attribute.removed() || part >= attribute.values().size();
        String text = none ? "" : attribute.values().get(part);
        column.set(node, text, line);
        happens(new Valued(node, column, text, line));
    }

    void setEdge(int edge, Attribute attribute, DgsLine line) throws GraphFormatException {
        if (!attribute.name().equals("weight")) {
            return;
        }
        double weight = attribute.removed() ? 1 : Decimals.parse(attribute.value());
        if (!Double.isFinite(weight)) {
            throw line.problem(Trouble.of("dgs.weight", Problem.shortened(attribute.value())))
                    .exception();
        }
        if (weight < 0 && !negative) {
            negative = true;
            problems.add(EdgeBuffer.negativeWeight(file, line.line()));
        }
        happens(new Plain(new GraphEvent.EdgeWeighted(edge, weight)));
    }

    GraphImport build() throws GraphFormatException {
        if (nodes.isEmpty()) {
            throw Problem.ofFile(file, Trouble.of("dgs.noNodes")).exception();
        }
        boolean mixed = anyDirected && undirectedLine > 0;
        if (mixed) {
            problems.add(EdgeBuffer.mixedDirections(file, undirectedLine));
        }
        List<String> ids = List.copyOf(nodes.keySet());
        NodeTable table = NodeTable.byName(List.copyOf(columns.values()), ids.size());
        NodeColumn names = table.names();
        GraphBuilder builder =
                new GraphBuilder(GraphReaders.graphName(file), ids.size(), anyDirected)
                        .names(new NodeNames(names == null ? ids : names.names(ids), ids));
        TableGaps gaps = table.applyTo(builder, file, ids.size(), problems);
        NodeColumn classes = table.classes();
        List<String> classNames = classNames(classes);
        List<GraphHistory.Step> steps = new ArrayList<>();
        for (Batch batch : batches) {
            List<GraphEvent> events = new ArrayList<>();
            for (Raw raw : batch.events()) {
                switch (raw) {
                    case Plain(GraphEvent event) -> events.addAll(inDirections(event, mixed));
                    case EdgeCame edge -> events.addAll(inDirections(edge, mixed));
                    case Valued valued -> add(valued, table, classNames, events);
                }
            }
            steps.add(new GraphHistory.Step(batch.time(), events));
        }
        AttributedGraph last = new GraphHistory(builder.build(), classNames, steps).last();
        if (last.edges() == 0) {
            problems.add(Problem.ofFile(file, Trouble.of("dgs.noEdges")));
        }
        return new GraphImport(
                last,
                GraphFormat.DGS.id(),
                last.selfLoops(),
                edges.values().stream().mapToInt(edge -> mixed && !edge.directed() ? 2 : 1).sum()
                        - last.edges(),
                gaps,
                GraphFiles.UNKNOWN,
                problems);
    }

    private List<String> classNames(@Nullable NodeColumn classes) {
        Set<String> names = new TreeSet<>(ClassOrder.NATURAL);
        for (Batch batch : batches) {
            for (Raw raw : batch.events()) {
                if (raw instanceof Valued valued && valued.column() == classes) {
                    names.add(valued.text().strip());
                }
            }
        }
        names.remove("");
        return List.copyOf(names);
    }

    private static List<GraphEvent> inDirections(EdgeCame edge, boolean mixed) {
        int number = mixed ? 2 * edge.number() : edge.number();
        GraphEvent forth = new GraphEvent.EdgeAdded(number, edge.from(), edge.to(), 1);
        return mixed && !edge.directed() && edge.from() != edge.to()
                ? List.of(forth, new GraphEvent.EdgeAdded(number + 1, edge.to(), edge.from(), 1))
                : List.of(forth);
    }

    /// Where edges with and without a direction are mixed, each has two numbers, the second for the way back.
    private static List<GraphEvent> inDirections(GraphEvent event, boolean mixed) {
        return switch (event) {
            case GraphEvent.EdgeRemoved(int edge) when mixed ->
                    List.of(
                            new GraphEvent.EdgeRemoved(2 * edge),
                            new GraphEvent.EdgeRemoved(2 * edge + 1));
            case GraphEvent.EdgeWeighted(int edge, double weight) when mixed ->
                    List.of(
                            new GraphEvent.EdgeWeighted(2 * edge, weight),
                            new GraphEvent.EdgeWeighted(2 * edge + 1, weight));
            default -> List.of(event);
        };
    }

    private void add(
            Valued valued, NodeTable table, List<String> classNames, List<GraphEvent> events)
            throws GraphFormatException {
        String text = valued.text().strip();
        int feature = table.features().indexOf(valued.column());
        if (valued.column() == table.classes()) {
            events.add(new GraphEvent.NodeLabelled(valued.node(), classNames.indexOf(text)));
        } else if (feature >= 0) {
            double value =
                    text.isEmpty() ? Double.NaN : valued.column().number(file, text, valued.line());
            events.add(new GraphEvent.FeatureSet(valued.node(), feature, value));
        }
    }
}
