package innerloop.calculus;

import innerloop.graph.AttributedGraph;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.nn.Encoder;
import innerloop.nn.Layers;
import innerloop.nn.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Some nodes whose rows are wanted, everything they are computed from, and what they are called.
///
/// @param graph the graph that the episode sees
/// @param features its features
/// @param encoder the encoder
/// @param theta its parameters, all rows of the first weights
/// @param nodes their numbers, ascending
/// @param focus the one of them whose numbers are shown
record Field(
        AttributedGraph graph,
        SparseMatrix features,
        Encoder encoder,
        Parameters theta,
        int[] nodes,
        int focus) {

    Layers layers() {
        return encoder.layers();
    }

    /// Number of layers.
    int depth() {
        return layers().count();
    }

    /// What nodes are called. The id follows where it is another word.
    Axis names(int[] some) {
        return new Axis(
                Arrays.stream(some).mapToObj(this::name).toList(),
                Arrays.stream(some).mapToObj(List::of).toList());
    }

    private String name(int number) {
        String name = graph.nodeNames().names().get(number);
        String id = graph.nodeNames().ids().get(number);
        return name.equals(id) ? name : name + " (" + id + ")";
    }

    /// Where a node stands among some nodes that have it.
    static int place(int[] nodes, int node) {
        return IntStream.range(0, nodes.length)
                .filter(k -> nodes[k] == node)
                .findFirst()
                .orElseThrow();
    }

    /// The columns in which any of these rows of a sparse matrix has an entry.
    static int[] active(SparseMatrix matrix, int... rows) {
        return Arrays.stream(rows)
                .flatMap(row ->
                        IntStream.range(matrix.begins()[row], matrix.ends()[row])
                                .map(k -> matrix.column()[k]))
                .sorted()
                .distinct()
                .toArray();
    }

    /// Some columns of a row of a sparse matrix.
    static double[] entries(SparseMatrix matrix, int row, int[] columns) {
        return Arrays.stream(columns)
                .mapToDouble(column -> {
                    int k = matrix.find(row, column);
                    return k < 0 ? 0 : matrix.value()[k];
                })
                .toArray();
    }

    /// A row of a dense matrix.
    static double[] row(Matrix matrix, int row) {
        return IntStream.range(0, matrix.columns()).mapToDouble(c -> matrix.get(row, c)).toArray();
    }

    /// A row of a dense matrix with counted columns.
    static Values rowOf(Matrix matrix, int row) {
        return Values.row(Axis.counted(matrix.columns()), row(matrix, row));
    }

    /// Names of some columns.
    static Axis counted(int[] columns) {
        return Axis.of(Arrays.stream(columns).mapToObj(Integer::toString).toList());
    }

    /// Some rows of a dense matrix with their numbers as names.
    static Values rowsOf(Matrix matrix, int[] rows) {
        return new Values(
                counted(rows),
                Axis.counted(matrix.columns()),
                Arrays.stream(rows)
                        .boxed()
                        .flatMapToDouble(r -> Arrays.stream(row(matrix, r)))
                        .toArray());
    }
}
