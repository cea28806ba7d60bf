package innerloop.io;

import innerloop.graph.FeatureTable;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A collection of graphs while it is being read: member graphs with their classes, and nodes with a tag and numbers.
final class CollectionParts {

    private final Path file;
    private final String name;
    private final GraphFormat format;
    private final List<Problem> problems = new ArrayList<>();
    private final EdgeBuffer edges = new EdgeBuffer();
    private final List<String> classes = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private int[] graphOf = new int[1024];
    private int[] tag = new int[1024];
    private int nodes;
    private IntFunction<String> tagNames = each -> "label " + each;
    private IntFunction<String> numberNames = each -> "attribute " + each;
    private TableGaps gaps = TableGaps.NONE;

    /// @param name of the graph
    CollectionParts(Path file, String name, GraphFormat format) {
        this.file = file;
        this.name = name;
        this.format = format;
    }

    void warn(Path where, Trouble trouble) {
        warn(Problem.ofFile(where, trouble));
    }

    void warn(Problem problem) {
        problems.add(problem);
    }

    /// A further member graph.
    void member(String className) throws GraphFormatException {
        classes.add(className);
        MostNodes.require(classes.size(), file);
    }

    /// How many there are.
    int members() {
        return classes.size();
    }

    /// A further node, with numbers of its own or none.
    void node(int member, int nodeTag, double[] attributes) throws GraphFormatException {
        MostNodes.require(nodes + 1, file);
        if (nodes == graphOf.length) {
            graphOf = Arrays.copyOf(graphOf, 2 * nodes);
            tag = Arrays.copyOf(tag, 2 * nodes);
        }
        graphOf[nodes] = member;
        tag[nodes] = nodeTag;
        numbers.add(attributes);
        nodes++;
    }

    int nodes() {
        return nodes;
    }

    int memberOf(int node) {
        return graphOf[node];
    }

    void edge(int source, int target) {
        edge(source, target, 1);
    }

    void edge(int source, int target, double weight) {
        edges.add(source, target, weight);
    }

    /// Names the feature columns: one column for each tag, one for each number. Without it they are counted.
    void names(IntFunction<String> ofTags, IntFunction<String> ofNumbers) {
        tagNames = ofTags;
        numberNames = ofNumbers;
    }

    /// The classes of all member graphs, where they are known only at the end.
    ///
    /// @param found what the columns are taken for that they come from
    void classes(List<String> all, TableGaps found) {
        classes.clear();
        classes.addAll(all);
        gaps = found;
    }

    /// The graph: tags of nodes are a feature for each, after which come their numbers.
    GraphImport build() throws GraphFormatException {
        return build(_ -> {});
    }

    /// The same, with what else is known of the nodes.
    GraphImport build(Consumer<GraphBuilder> further) throws GraphFormatException {
        if (nodes == 0) {
            throw Problem.ofFile(file, Trouble.of("collection.noNodes")).exception();
        }
        GraphBuilder builder = new GraphBuilder(name, nodes, false);
        builder.members(Arrays.copyOf(graphOf, nodes)).memberLabels(classes);
        FeatureTable features = features();
        if (features.matrix().columns() > 0) {
            builder.features(features);
        }
        further.accept(builder);
        return edges.build(file, builder, nodes, false, format, gaps, problems);
    }

    private FeatureTable features() throws GraphFormatException {
        NavigableSet<Integer> tags = new TreeSet<>();
        Arrays.stream(tag, 0, nodes).forEach(tags::add);
        List<Integer> order = tags.size() > 1 ? List.copyOf(tags) : List.of();
        int width = numbers.getFirst().length;
        List<String> names = new ArrayList<>();
        order.forEach(each -> names.add(tagNames.apply(each)));
        for (int c = 0; c < width; c++) {
            names.add(numberNames.apply(c));
        }
        int[] start = new int[nodes + 1];
        List<int[]> columns = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            double[] own = numbers.get(node);
            if (own.length != width) {
                throw Problem.ofFile(
                                file,
                                Trouble.of(
                                        "collection.numbers",
                                        Integer.toString(node + 1),
                                        own.length,
                                        width))
                        .exception();
            }
            double[] row = new double[names.size()];
            if (!order.isEmpty()) {
                row[order.indexOf(tag[node])] = 1;
            }
            System.arraycopy(own, 0, row, order.size(), width);
            int[] filled = IntStream.range(0, row.length).filter(c -> row[c] != 0).toArray();
            columns.add(filled);
            values.add(Arrays.stream(filled).mapToDouble(c -> row[c]).toArray());
            start[node + 1] = start[node] + filled.length;
        }
        return new FeatureTable(
                new SparseMatrix(
                        nodes,
                        names.size(),
                        start,
                        columns.stream().flatMapToInt(Arrays::stream).toArray(),
                        values.stream().flatMapToDouble(Arrays::stream).toArray()),
                names,
                new TreeMap<>());
    }
}
