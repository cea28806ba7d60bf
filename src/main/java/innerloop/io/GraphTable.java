package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A graph as a table of its nodes, for formats in which a node has attributes: what [NodeTable] reads back.
///
/// @param graph the graph
/// @param facts what of it there is to write
/// @param columns the attributes of the nodes beside their ids
record GraphTable(AttributedGraph graph, GraphFacts facts, List<Column> columns) {

    /// The class of a node.
    static final String CLASS = "class";

    /// An attribute.
    ///
    /// @param name its name
    /// @param number whether all its cells are numbers
    /// @param cell the text of a node; empty where it has none
    record Column(String name, boolean number, IntFunction<String> cell) {}

    /// @param format what is written, a string or a phrase, for the complaint that a graph has too many columns
    static GraphTable of(AttributedGraph graph, Object format, Path path) throws InputException {
        int width = graph.features().columns();
        if (width > GraphMLWriter.MOST_FEATURES) {
            throw new InputException(
                    Trouble.of("write.columns", width, format, GraphMLWriter.MOST_FEATURES),
                    path.toString());
        }
        return of(graph);
    }

    static GraphTable of(AttributedGraph graph) {
        GraphFacts facts = GraphFacts.of(graph);
        List<Column> columns = new ArrayList<>();
        if (facts.labelled()) {
            boolean numbers = graph.classes().stream().allMatch(GraphTable::isWhole);
            columns.add(
                    new Column(
                            CLASS,
                            numbers,
                            node -> {
                                int label = graph.labels()[node];
                                return label < 0 ? "" : graph.classes().get(label);
                            }));
        }
        float[] xy = graph.positions();
        if (xy != null) {
            columns.add(new Column("x", true, node -> Decimals.text(xy[2 * node])));
            columns.add(new Column("y", true, node -> Decimals.text(xy[2 * node + 1])));
        }
        if (facts.members()) {
            columns.add(
                    new Column(
                            MemberColumns.GRAPH_OF,
                            true,
                            node -> Integer.toString(graph.graphOf()[node])));
        }
        if (graph.graphLabels().length > 0) {
            List<String> classOfMember = MemberLabels.names(graph);
            columns.add(
                    new Column(
                            MemberColumns.GRAPH_CLASS,
                            false,
                            node -> classOfMember.get(graph.graphOf()[node])));
        }
        SparseMatrix features = graph.features();
        for (int f = 0; f < features.columns(); f++) {
            int column = f;
            columns.add(
                    new Column(
                            graph.featureNames().isEmpty() ? "f" + f : graph.featureNames().get(f),
                            true,
                            node ->
                                    graph.featureTable().gaps(column).get(node)
                                            ? ""
                                            : Decimals.text(features.get(node, column))));
        }
        return new GraphTable(graph, facts, named(columns));
    }

    /// The columns, each with another name: formats in which a name is a key keep only one of two.
    private static List<Column> named(List<Column> columns) {
        Set<String> taken = new HashSet<>();
        List<Column> named = new ArrayList<>();
        for (Column column : columns) {
            String free = column.name();
            for (int k = 2; !taken.add(free); k++) {
                free = column.name() + " " + k;
            }
            named.add(new Column(free, column.number(), column.cell()));
        }
        return List.copyOf(named);
    }

    /// The ids of the nodes.
    List<String> ids() {
        return graph.nodeNames().ids();
    }

    /// Whether the name of a node is not its id.
    boolean hasName(int node) {
        return !graph.names().get(node).equals(ids().get(node));
    }

    /// Whether every id is a whole number that is written as programs write it.
    boolean numbered() {
        return ids().stream().allMatch(GraphTable::isWhole);
    }

    private static boolean isWhole(String text) {
        return text.matches("0|-?[1-9][0-9]{0,8}");
    }

    /// The names of the columns in letters, digits and `_`, each another one.
    List<String> plainNames() {
        List<String> plain = new ArrayList<>();
        for (Column column : columns) {
            String name = column.name().replaceAll("[^A-Za-z0-9_]", "_");
            String letter = name.matches("[A-Za-z].*") ? name : "c" + name;
            String free = letter;
            for (int k = 2; plain.contains(free); k++) {
                free = letter + k;
            }
            plain.add(free);
        }
        return plain;
    }

    /// What every format of this kind leaves out.
    List<String> losses() {
        List<String> losses = new ArrayList<>();
        if (facts.labelled() && !facts.plainClasses()) {
            losses.add(
                    "classes that no node has and the order of classes are not kept;"
                            + " convert to GraphML or a plain folder to keep them");
        }
        if (new HashSet<>(graph.featureNames()).size() < graph.featureNames().size()) {
            losses.add("columns of the same name get a number behind it");
        }
        if (graph.featureNames().stream().anyMatch(NodeTable::hasMeaning)) {
            losses.add("columns named like a class, a name or a position are read as such");
        }
        boolean named = graph.nodeNames().idsNeeded() && !ids().equals(graph.names());
        if (named && new HashSet<>(graph.names()).size() * 2 <= graph.nodes()) {
            losses.add("names that many nodes share are read as classes");
        }
        if (graph.snapshot().isPresent()) {
            losses.add("its history is not kept: this is the graph as it is now");
        }
        return losses;
    }

    /// What a format leaves out besides, in which columns have names of letters and digits.
    List<String> lossesOfNames() {
        List<String> losses = losses();
        boolean kept =
                IntStream.range(0, columns.size())
                        .allMatch(c -> columns.get(c).name().equals(plainNames().get(c)));
        if (!kept) {
            losses.add("names of columns are written in letters, digits and _");
        }
        return losses;
    }
}
