package innerloop.app.table;

import innerloop.app.selection.Finder;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeAttribute;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeQuery.NotUnderstoodException;
import innerloop.graph.select.NodeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A row for each node.
///
/// @param attributes what filters can ask for, more than there are columns
record NodeRows(AttributedGraph graph, NodeAttributes attributes, List<Column> columns)
        implements Rows {

    /// More features than this are words of a vocabulary, of which the first ones mean nothing.
    private static final int MOST_FEATURES = 8;

    private static final List<String> KNOWN = List.of("name", "id", "class", "degree", "component");
    private static final NodeAttribute NO_TEXT = new NodeAttribute.Text(_ -> "");
    private static final NodeAttribute NO_NUMBER = new NodeAttribute.Numeric(_ -> Double.NaN);

    /// The nodes of a graph of which this can be said.
    static NodeRows of(AttributedGraph graph, NodeAttributes attributes) {
        List<Column> columns = new ArrayList<>();
        for (String id : KNOWN) {
            if (id.equals("id") && !graph.nodeNames().idsDiffer()) {
                continue;
            }
            columns.add(new Column(id, attributes.find(id).orElseThrow()));
        }
        boolean numbers = attributes.names().contains("residual");
        columns.add(new Column("predicted", learned(attributes, "predicted", NO_TEXT)));
        for (String id : numbers ? List.of("true", "residual") : List.of("confidence", "loss")) {
            columns.add(new Column(id, learned(attributes, id, NO_NUMBER)));
        }
        for (int column = 0; column < features(graph); column++) {
            String name = attributes.featureName(column);
            int feature = column;
            columns.add(
                    new Column(
                            name,
                            new NodeAttribute.Numeric(i -> graph.features().get(i, feature))));
        }
        return new NodeRows(graph, attributes, List.copyOf(columns));
    }

    private static int features(AttributedGraph graph) {
        int all = graph.features().columns();
        return all <= MOST_FEATURES ? all : 0;
    }

    /// Nothing before a learner said something; a feature of the same name is not meant.
    private static NodeAttribute learned(
            NodeAttributes attributes, String id, NodeAttribute nothing) {
        return attributes.names().contains(id) ? attributes.find(id).orElse(nothing) : nothing;
    }

    @Override
    public boolean arePredicted() {
        return attributes.names().contains("predicted");
    }

    @Override
    public int count() {
        return graph.nodes();
    }

    @Override
    public boolean isThere(int row) {
        return graph.isPresent(row);
    }

    @Override
    public int there() {
        return graph.nodesPresent();
    }

    @Override
    public NodeSet find(String text) throws NotUnderstoodException {
        return Finder.find(text, graph, attributes);
    }

    @Override
    public boolean isIn(NodeSet nodes, int row) {
        return nodes.contains(row);
    }

    @Override
    public NodeSet nodesOf(IntStream rows) {
        return NodeSet.of(graph.nodes(), rows.toArray());
    }

    @Override
    public int nodeOf(int row) {
        return row;
    }

    @Override
    public int rowOf(int node) {
        return node;
    }

    @Override
    public boolean isAbout(int row, int node) {
        return row == node;
    }
}
