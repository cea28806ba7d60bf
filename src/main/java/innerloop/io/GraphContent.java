package innerloop.io;

import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a reader finds in a file whose nodes have ids: nodes, their columns, edges; and the graph built from them.
///
/// Edges may come before their nodes. Columns get their meaning by name ([NodeTable]).
class GraphContent {

    private final Path file;
    private final GraphFormat format;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, NodeColumn> columns = new LinkedHashMap<>();
    private final Mentions mentions = new Mentions();
    private final List<String> ids = new ArrayList<>();
    private final EdgeBuffer edges = new EdgeBuffer();
    private final Map<Long, Integer> once = new HashMap<>();
    private int[] nodeOfMention = new int[1024];
    private final Skipped skipped;
    private boolean directedDefault;
    private boolean negative;
    private int oddEdge;

    GraphContent(Path file, GraphFormat format) {
        this.file = file;
        this.format = format;
        this.skipped = new Skipped(file, problems);
        Arrays.fill(nodeOfMention, -1);
    }

    void warn(Place place, Trouble trouble) {
        problems.add(Problem.ofText(file, place.line(), place.column(), "", trouble));
    }

    /// Declares a column.
    void column(String id, NodeColumn column) {
        columns.put(id, column);
    }

    /// Sets the value of a node in a column that nothing declared.
    void set(int node, String column, String text, int line) {
        columns.computeIfAbsent(column, name -> new NodeColumn(name, NodeColumn.Kind.UNKNOWN, ""))
                .set(node, text, line);
    }

    /// Whether edges that do not say it have a direction.
    void directedDefault(boolean directed) {
        directedDefault = directed;
    }

    /// The number of nodes so far.
    int nodes() {
        return ids.size();
    }

    /// Whether a node of this id was declared.
    boolean has(String id) {
        int mention = mentions.find(id);
        return mention >= 0 && nodeOfMention[mention] >= 0;
    }

    /// The id of a declared node.
    String id(int node) {
        return ids.get(node);
    }

    /// Declares a node and gives its number.
    int node(String id, Place place) throws GraphFormatException {
        if (id.isEmpty()) {
            throw error(place, id, Trouble.of("graphml.without.node", "id"));
        }
        int mention = mention(id, place);
        if (nodeOfMention[mention] >= 0) {
            throw Problem.ofText(
                            file,
                            place.line(),
                            place.column(),
                            id,
                            Trouble.of("node.twice", Problem.shortened(id)))
                    .exception();
        }
        return declare(id, mention);
    }

    /// The number of a node that is declared by its first mention.
    int mentioned(String id, Place place) {
        int mention = mention(id, place);
        int known = nodeOfMention[mention];
        return known >= 0 ? known : declare(id, mention);
    }

    private int declare(String id, int mention) {
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

    /// An edge with the usual direction.
    void edge(String source, String target, double weight, Place place) {
        edge(source, target, directedDefault, weight, place);
    }

    /// An edge without a weight is left out: it was said that it cannot be read.
    void edge(String source, String target, boolean directed, double weight, Place place) {
        if (Double.isNaN(weight)) {
            return;
        }
        if (weight < 0 && !negative) {
            negative = true;
            problems.add(EdgeBuffer.negativeWeight(file, place.line()));
        }
        if (directed != directedDefault && oddEdge == 0) {
            oddEdge = place.line();
        }
        edges.add(mention(source, place), mention(target, place), weight, directed);
    }

    /// An edge with the usual direction that is there once; of several the last one counts.
    void edgeOnce(String source, String target, double weight, Place place) {
        if (Double.isNaN(weight)) {
            return;
        }
        long pair = ((long) mention(source, place) << 32) | mention(target, place);
        Integer known = once.putIfAbsent(pair, edges.size());
        if (known == null) {
            edge(source, target, weight, place);
        } else {
            edges.weigh(known, weight);
        }
    }

    /// The weight that a text says; blank is 1, with a warning; NaN for one that cannot be read and is to be left out.
    double weight(String text, Place place) throws GraphFormatException {
        if (text.isBlank()) {
            warn(place, Trouble.of("graphml.emptyWeight"));
            return 1;
        }
        double weight = Decimals.parse(text.strip());
        if (!Double.isFinite(weight)) {
            skipped.unlessBroken(() -> {
                throw error(place, text, Trouble.of("graphml.weight", Problem.shortened(text)));
            });
            return Double.NaN;
        }
        return weight;
    }

    /// A complaint about a place of the file.
    GraphFormatException error(Place place, String text, Trouble trouble) {
        return Problem.ofText(file, place.line(), place.column(), text, trouble).exception();
    }

    GraphImport build() throws GraphFormatException {
        if (ids.isEmpty()) {
            throw Problem.ofFile(file, Trouble.of("graphml.noNodes")).exception();
        }
        for (int m = 0; m < mentions.size(); m++) {
            if (nodeOfMention[m] < 0) {
                int unknown = m;
                skipped.unlessBroken(() -> {
                    throw error(
                            mentions.place(unknown),
                            mentions.id(unknown),
                            Trouble.of("graphml.end", Problem.shortened(mentions.id(unknown))));
                });
            }
        }
        skipped.report();
        edges.removeIf(mention -> nodeOfMention[mention] < 0);
        edges.renumber(mention -> nodeOfMention[mention]);
        boolean directed = edges.size() == 0 ? directedDefault : edges.anyDirected();
        if (edges.mixed()) {
            problems.add(EdgeBuffer.mixedDirections(file, oddEdge));
        }
        EdgeBuffer kept = edges.mixed() ? edges.directedForm() : edges;
        int nodes = ids.size();
        GraphBuilder builder = new GraphBuilder(GraphReaders.graphName(file), nodes, directed);
        TableGaps gaps = describe(builder, file, ids, columns, problems);
        return kept.build(file, builder, nodes, directed, format, gaps, problems);
    }

    /// Hands names, classes, positions and features to the builder.
    TableGaps describe(
            GraphBuilder builder,
            Path from,
            List<String> nodes,
            Map<String, NodeColumn> known,
            List<Problem> found)
            throws GraphFormatException {
        NodeTable table = NodeTable.byName(List.copyOf(known.values()), nodes.size());
        NodeColumn column = table.names();
        builder.names(
                column == null
                        ? new NodeNames(nodes, nodes)
                        : new NodeNames(
                                column.names(nodes).stream().map(this::name).toList(), nodes));
        return table.applyTo(builder, from, nodes.size(), found);
    }

    /// The name of a node that stands in its column.
    String name(String text) {
        return text;
    }

    /// A place in the file, counted from 1.
    record Place(int line, int column) {}

    /// Names of nodes to numbers, in the order they are first mentioned.
    private static final class Mentions {
        private final IdNumbers numbers = new IdNumbers();
        private final List<Place> places = new ArrayList<>();

        int of(String id, Place place) {
            int number = numbers.of(id);
            if (number == places.size()) {
                places.add(place);
            }
            return number;
        }

        int find(String id) {
            return numbers.find(id);
        }

        int size() {
            return numbers.size();
        }

        String id(int number) {
            return numbers.ids().get(number);
        }

        Place place(int number) {
            return places.get(number);
        }
    }
}
