package innerloop.io;

import innerloop.graph.AttributedGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a graph is: the answer of `import PATH --json`, in which the component names are the keys.
///
/// @param format id of the [GraphFormat]
/// @param nodes number of nodes
/// @param edges number of distinct edges, self-loops included; an undirected edge counts once
/// @param directed whether edges have a direction
/// @param selfLoops nodes with an edge to themselves
/// @param parallelEdges repeated edges that were merged
/// @param weights the smallest and the largest weight; null if all are 1
/// @param isolated nodes without an edge to another node
/// @param components connected components, directions ignored
/// @param features number of feature columns
/// @param columns what is in them, and in columns of text; the first [#MOST_COLUMNS], remarkable ones before all others
/// @param roles what each column of the file's tables of nodes and edges is taken for; the first [#MOST_COLUMNS]
/// @param remarkableColumns how many of all columns are constant, dominating, not complete, or text
/// @param classes number of classes of nodes
/// @param classSizes how many nodes each class has
/// @param withoutClass nodes without a class
/// @param graphs number of member graphs
/// @param graphClasses how many member graphs each class of member graphs has
/// @param graphsWithoutClass member graphs without a class
/// @param events how many events its file tells of; 0 if it does not say how the graph grew
/// @param steps in how many batches they happen
/// @param files what it was read from, and what beside it was not read
/// @param problems what was wrong and survivable
public record GraphSummary(
        String format,
        int nodes,
        int edges,
        boolean directed,
        int selfLoops,
        int parallelEdges,
        @Nullable Range weights,
        int isolated,
        int components,
        int features,
        List<ColumnSummary> columns,
        List<ColumnReport> roles,
        int remarkableColumns,
        int classes,
        List<ClassSize> classSizes,
        int withoutClass,
        int graphs,
        List<ClassSize> graphClasses,
        int graphsWithoutClass,
        int events,
        int steps,
        GraphFiles files,
        List<Problem> problems) {

    /// More columns are not listed.
    public static final int MOST_COLUMNS = 100;

    /// How many have a class.
    ///
    /// @param name the class
    /// @param size the nodes or member graphs that have it
    public record ClassSize(String name, int size) {}

    /// From the smallest value to the largest.
    public record Range(double least, double most) {}

    /// Copies the lists.
    public GraphSummary {
        columns = List.copyOf(columns);
        roles = List.copyOf(roles);
        classSizes = List.copyOf(classSizes);
        graphClasses = List.copyOf(graphClasses);
        problems = List.copyOf(problems);
    }

    static GraphSummary of(GraphImport imported) {
        AttributedGraph graph = imported.graph();
        ColumnSummary.Columns columns =
                ColumnSummary.of(
                        graph.features(), graph.featureNames(), imported.gaps(), MOST_COLUMNS);
        return new GraphSummary(
                imported.format(),
                graph.nodes(),
                graph.edges(),
                graph.directed(),
                imported.selfLoops(),
                imported.parallelEdges(),
                weights(graph),
                graph.isolated(),
                graph.components(),
                graph.features().columns(),
                columns.listed(),
                imported.columns().stream().limit(MOST_COLUMNS).toList(),
                columns.remarkable(),
                graph.classes().size(),
                sizes(graph.labels(), graph.classes()),
                without(graph.labels()),
                graph.graphs(),
                sizes(graph.graphLabels(), graph.graphClasses()),
                graph.graphClasses().isEmpty() ? 0 : without(graph.graphLabels()),
                graph.snapshot().map(at -> at.history().events()).orElse(0),
                graph.snapshot().map(at -> at.history().steps().size()).orElse(0),
                imported.files(),
                imported.problems());
    }

    private static @Nullable Range weights(AttributedGraph graph) {
        DoubleSummaryStatistics all = Arrays.stream(graph.adjacency().value()).summaryStatistics();
        boolean plain = all.getCount() == 0 || (all.getMin() == 1 && all.getMax() == 1);
        return plain ? null : new Range(all.getMin(), all.getMax());
    }

    private static List<ClassSize> sizes(int[] labels, List<String> classes) {
        int[] sizes = new int[classes.size()];
        for (int label : labels) {
            if (label >= 0) {
                sizes[label]++;
            }
        }
        List<ClassSize> named = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            named.add(new ClassSize(classes.get(c), sizes[c]));
        }
        return named;
    }

    private static int without(int[] labels) {
        return (int) Arrays.stream(labels).filter(label -> label < 0).count();
    }
}
