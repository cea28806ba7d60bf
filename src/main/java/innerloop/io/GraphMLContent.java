package innerloop.io;

import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The contents that [GraphMLParser] found, and the graph built from them.
///
/// A file of [GraphMLWriter] has the key [#MARKER]. There the keys' ids define their meaning, so
/// that any feature may be called `class`, and graph data holds what GraphML has no place for.
final class GraphMLContent {

    /// Id of the key that marks our own files; also the flag for unnamed feature columns.
    static final String MARKER = "innerloop";

    static final String UNNAMED = "unnamed";
    static final String NAMES = "name";

    /// Id of the key whose presence says that the nodes have ids of their own.
    static final String IDS = "ids";

    static final String CLASS = "class";
    static final String CLASSES = "classes";
    static final String GRAPH_OF = "graph";
    static final String GRAPH_LABELS = "graphLabels";
    static final String FEATURE = "f";

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, NodeColumn> columns = new LinkedHashMap<>();
    private final Map<String, String> graphData = new HashMap<>();
    private final Mentions mentions = new Mentions();
    private final List<String> ids = new ArrayList<>();
    private final EdgeBuffer edges = new EdgeBuffer();
    private int[] nodeOfMention = new int[1024];
    private boolean directedDefault;
    private boolean own;
    private boolean negative;
    private int oddEdge;

    GraphMLContent(Path file) {
        this.file = file;
        Arrays.fill(nodeOfMention, -1);
    }

    void warn(Place place, String cause, String fix) {
        problems.add(Problem.ofText(file, place.line(), place.column(), "", cause, fix));
    }

    void ownFile() {
        own = true;
    }

    void column(String id, NodeColumn column) {
        columns.put(id, column);
    }

    void directedDefault(boolean directed) {
        directedDefault = directed;
    }

    void graphData(String key, String text) {
        graphData.put(key, text);
    }

    /// Declares a node and gives its number.
    int node(String id, Place place) throws GraphFormatException {
        int mention = mention(id, place);
        if (nodeOfMention[mention] >= 0) {
            throw Problem.ofText(
                            file,
                            place.line(),
                            place.column(),
                            id,
                            "the node id " + Problem.quote(id) + " is used twice",
                            "give each node its own id")
                    .exception();
        }
        nodeOfMention[mention] = ids.size();
        ids.add(id);
        return ids.size() - 1;
    }

    private int mention(String id, Place place) {
        int mention = mentions.of(id, place);
        if (mention >= nodeOfMention.length) {
            int old = nodeOfMention.length;
            nodeOfMention = Arrays.copyOf(nodeOfMention, old * 2);
            Arrays.fill(nodeOfMention, old, nodeOfMention.length, -1);
        }
        return mention;
    }

    void edge(String source, String target, boolean directed, double weight, Place place) {
        if (weight < 0 && !negative) {
            negative = true;
            problems.add(EdgeBuffer.negativeWeight(file, place.line()));
        }
        if (directed != directedDefault && oddEdge == 0) {
            oddEdge = place.line();
        }
        edges.add(mention(source, place), mention(target, place), weight, directed);
    }

    GraphImport build() throws GraphFormatException {
        if (ids.isEmpty()) {
            throw Problem.ofFile(file, "the graph has no nodes", "export the graph again")
                    .exception();
        }
        for (int m = 0; m < mentions.size(); m++) {
            if (nodeOfMention[m] < 0) {
                Place place = mentions.place(m);
                throw Problem.ofText(
                                file,
                                place.line(),
                                place.column(),
                                mentions.id(m),
                                "the edge ends at "
                                        + Problem.quote(mentions.id(m))
                                        + ", which is no node",
                                "add the node or delete the edge")
                        .exception();
            }
        }
        edges.renumber(mention -> nodeOfMention[mention]);
        boolean directed = edges.size() == 0 ? directedDefault : edges.anyDirected();
        if (edges.mixed()) {
            problems.add(EdgeBuffer.mixedDirections(file, oddEdge));
        }
        EdgeBuffer kept = edges.mixed() ? edges.directedForm() : edges;
        int nodes = ids.size();
        GraphBuilder builder = new GraphBuilder(GraphReaders.graphName(file), nodes, directed);
        TableGaps gaps;
        if (own) {
            gaps = OwnGraphML.apply(builder, file, ids, columns, graphData, problems);
        } else {
            NodeTable table = NodeTable.byName(List.copyOf(columns.values()), nodes);
            NodeColumn column = table.names();
            builder.names(
                    column == null
                            ? new NodeNames(ids, ids)
                            : new NodeNames(
                                    column.names(ids).stream().map(String::strip).toList(), ids));
            gaps = table.applyTo(builder, file, nodes, problems);
        }
        return kept.build(file, builder, nodes, directed, GraphFormat.GRAPHML, gaps, problems);
    }

    /// A place in the file, counted from 1.
    record Place(int line, int column) {}

    /// Names of nodes to numbers, in the order they are first mentioned.
    private static final class Mentions {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> ids = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();

        int of(String id, Place place) {
            Integer known = numbers.putIfAbsent(id, ids.size());
            if (known != null) {
                return known;
            }
            ids.add(id);
            places.add(place);
            return ids.size() - 1;
        }

        int size() {
            return ids.size();
        }

        String id(int number) {
            return ids.get(number);
        }

        Place place(int number) {
            return places.get(number);
        }
    }
}
