package innerloop.io;

import innerloop.graph.FeatureTable;
import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The part of GraphML that [GraphMLWriter] adds: keys are known by their ids, not by their names.
final class OwnGraphML {

    private OwnGraphML() {}

    static TableGaps apply(
            GraphBuilder builder,
            Path file,
            List<String> ids,
            Map<String, NodeColumn> columns,
            Map<String, String> graphData,
            List<Problem> problems)
            throws GraphFormatException {
        int nodes = ids.size();
        List<NodeColumn> features = new ArrayList<>();
        for (int f = 0; columns.containsKey(GraphMLContent.FEATURE + f); f++) {
            features.add(column(columns, GraphMLContent.FEATURE + f));
        }
        NodeColumn classes = columns.get(GraphMLContent.CLASS);
        String classNames = graphData.get(GraphMLContent.CLASSES);
        NodeTable table =
                new NodeTable(
                        null,
                        classNames == null ? classes : null,
                        columns.get("x"),
                        columns.get("y"),
                        null,
                        features,
                        List.of(),
                        Map.of());
        TableGaps gaps = table.applyTo(builder, file, nodes, problems);
        if (GraphMLContent.UNNAMED.equals(graphData.get(GraphMLContent.MARKER))
                && !features.isEmpty()) {
            FeatureTable named = table.features(file, nodes, problems);
            builder.features(new FeatureTable(named.matrix(), List.of(), named.gaps()));
        }
        if (classNames != null) {
            List<String> order = List.of(classNames.split("\n", -1));
            builder.labels(numbers(classes, file, nodes, order.size(), -1), order);
        }
        List<String> numbers = NodeNames.numbered(nodes).ids();
        builder.names(
                new NodeNames(
                        columns.containsKey(GraphMLContent.NAMES)
                                ? column(columns, GraphMLContent.NAMES).texts(nodes)
                                : numbers,
                        graphData.containsKey(GraphMLContent.IDS) ? ids : numbers));
        if (columns.containsKey(GraphMLContent.GRAPH_OF)) {
            int[] graphOf =
                    numbers(columns.get(GraphMLContent.GRAPH_OF), file, nodes, MostNodes.LIMIT, 0);
            int graphs = Arrays.stream(graphOf).max().orElse(-1) + 1;
            builder.members(graphOf)
                    .memberLabels(
                            graphLabels(file, graphData.get(GraphMLContent.GRAPH_LABELS), graphs));
        }
        return gaps;
    }

    private static NodeColumn column(Map<String, NodeColumn> columns, String id) {
        NodeColumn column = columns.get(id);
        if (column == null) {
            throw new IllegalStateException("asked for the missing key " + id);
        }
        return column;
    }

    private static int[] numbers(
            @Nullable NodeColumn column, Path file, int nodes, int limit, int ifMissing)
            throws GraphFormatException {
        int[] numbers = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            String text = column == null ? "" : column.texts(nodes).get(node).strip();
            numbers[node] = text.isEmpty() ? ifMissing : number(file, text);
            if (numbers[node] >= limit || numbers[node] < ifMissing) {
                throw outOfRange(file, text);
            }
        }
        return numbers;
    }

    /// A class name a line; files of earlier versions have numbers with spaces between them.
    private static List<String> graphLabels(Path file, @Nullable String text, int graphs)
            throws GraphFormatException {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        String[] lines = text.split("\n", -1);
        String[] labels = lines.length == graphs ? lines : text.strip().split("\\s+");
        if (labels.length != graphs) {
            throw outOfRange(file, text);
        }
        return List.of(labels);
    }

    private static int number(Path file, String text) throws GraphFormatException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw outOfRange(file, text);
        }
    }

    private static GraphFormatException outOfRange(Path file, String text) {
        return Problem.ofText(
                        file, 0, 0, text, Trouble.of("graphml.index", Problem.shortened(text)))
                .exception();
    }
}
