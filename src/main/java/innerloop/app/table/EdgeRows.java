package innerloop.app.table;

import innerloop.app.selection.Finder;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeAttribute;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeQuery;
import innerloop.graph.select.NodeQuery.NotUnderstoodException;
import innerloop.graph.select.NodeSet;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A row for each edge; an edge without a direction goes from the node with the smaller number.
///
/// @param from one end of each edge
/// @param to the other end
@SuppressWarnings("ArrayRecordComponent") // never compared
record EdgeRows(
        AttributedGraph graph,
        int[] from,
        int[] to,
        NodeAttributes attributes,
        List<Column> columns)
        implements Rows {

    /// The edges of a graph.
    static EdgeRows of(AttributedGraph graph) {
        // A row of the adjacency is what leads to a node, so its transpose has the sources as rows.
        SparseMatrix out = graph.directed() ? graph.adjacency().transpose() : graph.adjacency();
        int[] from = new int[out.size()];
        int[] to = new int[out.size()];
        double[] weight = new double[out.size()];
        int size = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            for (int k = out.rowStart()[i]; k < out.rowStart()[i + 1]; k++) {
                if (graph.directed() || i <= out.column()[k]) {
                    from[size] = i;
                    to[size] = out.column()[k];
                    weight[size++] = out.value()[k];
                }
            }
        }
        return of(graph, Arrays.copyOf(from, size), Arrays.copyOf(to, size), weight);
    }

    private static EdgeRows of(AttributedGraph graph, int[] from, int[] to, double[] weight) {
        Map<String, NodeAttribute> values = new LinkedHashMap<>();
        values.put("from", text(graph.names(), from));
        values.put("to", text(graph.names(), to));
        if (graph.nodeNames().idsDiffer()) {
            values.put("from-id", text(graph.nodeNames().ids(), from));
            values.put("to-id", text(graph.nodeNames().ids(), to));
        }
        values.put("weight", new NodeAttribute.Numeric(e -> weight[e]));
        values.put("from-class", className(graph, from));
        values.put("to-class", className(graph, to));
        return new EdgeRows(
                graph,
                from,
                to,
                NodeAttributes.of(values),
                values.entrySet().stream().map(e -> new Column(e.getKey(), e.getValue())).toList());
    }

    private static NodeAttribute text(List<String> ofNodes, int[] end) {
        return new NodeAttribute.Text(e -> ofNodes.get(end[e]));
    }

    private static NodeAttribute className(AttributedGraph graph, int[] end) {
        return new NodeAttribute.Text(e -> {
            int label = graph.labels()[end[e]];
            return label < 0 ? "" : graph.classes().get(label);
        });
    }

    @Override
    public boolean arePredicted() {
        return false;
    }

    @Override
    public int count() {
        return from.length;
    }

    /// A part of a name means the edges at the nodes of that name.
    @Override
    public NodeSet find(String text) throws NotUnderstoodException {
        if (Finder.isQuery(text)) {
            return NodeQuery.select(text, count(), attributes);
        }
        NodeSet nodes = Finder.find(text, graph, attributes);
        return NodeSet.where(count(), e -> nodes.contains(from[e]) || nodes.contains(to[e]));
    }

    @Override
    public boolean isIn(NodeSet nodes, int row) {
        return nodes.contains(from[row]) && nodes.contains(to[row]);
    }

    @Override
    public NodeSet nodesOf(IntStream rows) {
        return NodeSet.of(graph.nodes(), rows.flatMap(e -> IntStream.of(from[e], to[e])).toArray());
    }

    @Override
    public int nodeOf(int row) {
        return from[row];
    }

    @Override
    public int rowOf(int node) {
        return -1;
    }

    @Override
    public boolean isAbout(int row, int node) {
        return from[row] == node || to[row] == node;
    }
}
