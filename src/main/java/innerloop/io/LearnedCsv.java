package innerloop.io;

import innerloop.graph.AttributedGraph;
import innerloop.training.ClassPredictions;
import innerloop.training.Observation;
import innerloop.training.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a learner says of each node, member graph or pair of nodes, as CSV. Rows begin with the names and ids that the person's own file
/// has, so that they can be joined with it.
public final class LearnedCsv {

    private static final List<String> AXES = List.of("x", "y", "z");

    private LearnedCsv() {}

    /// The class of each, what is predicted, and how sure that is; empty where nothing is said. Of pairs of nodes the
    /// probability of an edge, and whether there is one; of numbers what is predicted, what is right, and the difference.
    ///
    /// @param seen in terms of this graph
    public static void predictions(Path path, Observation seen, AttributedGraph graph)
            throws IOException {
        switch (seen.outcome()) {
            case Outcome.NodeClasses _, Outcome.MemberClasses _ -> classes(path, seen, graph);
            case Outcome.NodeValues values -> values(path, values, graph);
            case Outcome.PairScores pairs -> pairs(path, pairs, graph);
        }
    }

    private static void values(Path path, Outcome.NodeValues said, AttributedGraph graph)
            throws IOException {
        CsvTable.write(
                path,
                header(said, graph, List.of("predicted", "true", "residual")),
                graph.nodes(),
                node -> {
                    List<String> row = begin(graph, node);
                    row.add(CsvTable.number(said.predicted()[node]));
                    row.add(CsvTable.number(said.right()[node]));
                    row.add(CsvTable.number(said.residual(node)));
                    return row;
                });
    }

    /// The likeliest edge first.
    private static void pairs(Path path, Outcome.PairScores said, AttributedGraph graph)
            throws IOException {
        List<Integer> order = said.best(_ -> true);
        CsvTable.write(
                path,
                List.of("from", "to", "probability", "edge", "query"),
                order.size(),
                row -> {
                    int k = order.get(row);
                    return List.of(
                            graph.nodeNames().ids().get(said.pairs().from()[k]),
                            graph.nodeNames().ids().get(said.pairs().to()[k]),
                            CsvTable.number(said.probability()[k]),
                            said.joined()[k] ? "1" : "0",
                            k < said.queries() ? "1" : "0");
                });
    }

    private static void classes(Path path, Observation seen, AttributedGraph graph)
            throws IOException {
        AttributedGraph points = seen.outcome().points(graph);
        ClassPredictions said = seen.outcome().examples();
        CsvTable.write(
                path,
                header(seen.outcome(), points, List.of("predicted", "confidence", "loss")),
                points.nodes(),
                k -> {
                    List<String> row = begin(points, k);
                    row.add(className(points, said.predicted()[k]));
                    row.add(CsvTable.number(said.confidence()[k]));
                    row.add(CsvTable.number(said.loss()[k]));
                    return row;
                });
    }

    /// A confusion matrix: a row for each true class, a column for each predicted one.
    public static String confusion(List<String> classes, List<List<Integer>> counts) {
        List<String> header = new ArrayList<>(List.of("true"));
        header.addAll(classes);
        return CsvTable.text(
                header,
                classes.size(),
                truth -> {
                    List<String> row = new ArrayList<>(List.of(classes.get(truth)));
                    counts.get(truth).forEach(count -> row.add(Integer.toString(count)));
                    return row;
                });
    }

    /// Where each is in the picture; empty where it has no place.
    ///
    /// @param positions `[n × dimensions]`, row after row
    /// @param dimensions 2 or 3
    public static void embedding(
            Path path, Observation seen, AttributedGraph graph, float[] positions, int dimensions)
            throws IOException {
        AttributedGraph points = seen.outcome().points(graph);
        CsvTable.write(
                path,
                header(seen.outcome(), points, AXES.subList(0, dimensions)),
                points.nodes(),
                k -> {
                    List<String> row = begin(points, k);
                    for (int axis = 0; axis < dimensions; axis++) {
                        row.add(CsvTable.number(positions[k * dimensions + axis]));
                    }
                    return row;
                });
    }

    /// Ids stand beside the names where the file has both.
    private static List<String> header(Outcome outcome, AttributedGraph points, List<String> rest) {
        List<String> header = new ArrayList<>(List.of(unit(outcome)));
        if (points.nodeNames().idsDiffer()) {
            header.add("id");
        }
        header.add("class");
        header.addAll(rest);
        return header;
    }

    private static List<String> begin(AttributedGraph points, int k) {
        List<String> row = new ArrayList<>(List.of(points.names().get(k)));
        if (points.nodeNames().idsDiffer()) {
            row.add(points.nodeNames().ids().get(k));
        }
        row.add(className(points, points.labels()[k]));
        return row;
    }

    private static String unit(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NodeClasses _, Outcome.NodeValues _, Outcome.PairScores _ -> "node";
            case Outcome.MemberClasses _ -> "graph";
        };
    }

    private static String className(AttributedGraph graph, int index) {
        return index < 0 ? "" : graph.classes().get(index);
    }
}
