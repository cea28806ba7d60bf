package innerloop.io;

import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Reads a graph from NumPy's `.npz`, as the data sets for graph networks have it:
///
///     data, indices, indptr, shape                       the adjacency, as SciPy's `save_npz` has it; or
///     adj_data, adj_indices, adj_indptr, adj_shape       the adjacency; or one array adj_matrix; or edges, two nodes in each row
///     attr_data, attr_indices, attr_indptr, attr_shape   the features; or one array attr_matrix, node_attr, node_features
///     labels (node_label, node_labels, y)                the class of each node: numbers, texts or one-hot
///     node_names, attr_names, class_names                what they are called
///
/// An adjacency that is not symmetric is read without directions, as the models are tested on it, unless an array `directed` says
/// true; an edge in both directions has the larger of its two weights.
public final class NpzGraphReader implements GraphReader {

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        NpzArrays arrays = NpzArrays.read(path);
        List<Problem> problems = new ArrayList<>();
        EdgeBuffer edges = new EdgeBuffer();
        SparseMatrix adjacency = arrays.matrix("adj", "adj_matrix", "adj", "A");
        SparseMatrix features =
                arrays.matrix(
                        "attr", "attr_matrix", "node_attr", "node_features", "features", "X", "x");
        int nodes;
        boolean directed = false;
        if (adjacency != null) {
            nodes = adjacency.rows();
            if (adjacency.columns() != nodes) {
                throw arrays.source("adj").broken(Phrase.of("npzGraph.square"));
            }
            directed = directed(arrays, adjacency, path, problems);
            edges(adjacency, directed, edges);
        } else {
            nodes = features == null ? 0 : features.rows();
            nodes = edgeList(arrays, nodes, edges);
        }
        if (nodes == 0) {
            throw Problem.ofFile(path, Trouble.of("graphml.noNodes")).exception();
        }
        GraphBuilder builder = new GraphBuilder(GraphReaders.graphName(path), nodes, directed);
        if (features != null) {
            if (features.rows() != nodes) {
                throw count(arrays.source("attr"), features.rows(), nodes);
            }
            List<String> names = arrays.texts("attr_names", "idx_to_attr", features.columns());
            builder.features(
                    features, new HashSet<>(names).size() == names.size() ? names : List.of());
        }
        names(arrays, nodes, builder);
        labels(arrays, nodes, builder);
        List<String> unused = arrays.unused();
        if (!unused.isEmpty()) {
            problems.add(
                    Problem.ofFile(path, Trouble.of("npzGraph.unused", String.join(", ", unused))));
        }
        return edges.build(
                path, builder, nodes, directed, GraphFormat.NPZ, TableGaps.NONE, problems);
    }

    private static boolean directed(
            NpzArrays arrays, SparseMatrix adjacency, Path path, List<Problem> problems)
            throws GraphFormatException {
        NumpyArray said = arrays.any("directed");
        if (said != null) {
            return said.size() == 1 && said.numbers(said.axes())[0] != 0;
        }
        if (!adjacency.equals(adjacency.transpose())) {
            problems.add(Problem.ofFile(path, Trouble.of("npzGraph.directions")));
        }
        return false;
    }

    /// In the matrix, rows are sources.
    private static void edges(SparseMatrix adjacency, boolean directed, EdgeBuffer edges) {
        for (int source = 0; source < adjacency.rows(); source++) {
            for (int k = adjacency.rowStart()[source]; k < adjacency.rowStart()[source + 1]; k++) {
                int target = adjacency.column()[k];
                double weight = adjacency.value()[k];
                if (directed || !adjacency.holds(target, source)) {
                    edges.add(source, target, weight);
                } else if (source <= target) {
                    edges.add(source, target, Math.max(weight, adjacency.get(target, source)));
                }
            }
        }
    }

    private static int edgeList(NpzArrays arrays, int known, EdgeBuffer edges)
            throws GraphFormatException {
        NumpyArray list = arrays.any("edges", "edge_index");
        if (list == null) {
            throw Problem.ofFile(arrays.source("").file(), Trouble.of("npzGraph.noAdjacency"))
                    .exception();
        }
        double[] ends = list.numbers(2);
        boolean pairs = list.axis(1) == 2;
        if (!pairs && list.axis(0) != 2) {
            throw arrays.source("edges").broken(Phrase.of("npzGraph.pairs"));
        }
        int count = ends.length / 2;
        int nodes = known;
        for (int e = 0; e < count; e++) {
            double source = ends[pairs ? 2 * e : e];
            double target = ends[pairs ? 2 * e + 1 : count + e];
            double most = Math.max(source, target);
            boolean whole = source == Math.rint(source) && target == Math.rint(target);
            if (!whole || Math.min(source, target) < 0 || most >= (known > 0 ? known : 1e9)) {
                throw arrays.source("edges")
                        .broken(Phrase.of("npzGraph.noEdge", Integer.toString(e)));
            }
            nodes = Math.max(nodes, (int) most + 1);
            edges.add((int) source, (int) target, 1);
        }
        MostNodes.require(nodes, arrays.source("").file());
        return nodes;
    }

    private static void names(NpzArrays arrays, int nodes, GraphBuilder builder)
            throws GraphFormatException {
        List<String> names = arrays.texts("node_names", "idx_to_node", nodes);
        List<String> ids = arrays.texts("node_ids", "", nodes);
        if (!ids.isEmpty() && new HashSet<>(ids).size() == nodes) {
            builder.names(new NodeNames(names.isEmpty() ? ids : names, ids));
        } else if (!names.isEmpty()) {
            builder.names(names);
        }
    }

    private static void labels(NpzArrays arrays, int nodes, GraphBuilder builder)
            throws GraphFormatException {
        String name = arrays.name("labels", "node_label", "node_labels", "y");
        SparseMatrix sparse = arrays.matrix("labels");
        if (name.isEmpty() && sparse == null) {
            return;
        }
        NumpySource source = arrays.source(name.isEmpty() ? "labels_data" : name);
        if (sparse == null && arrays.get(name).axes() == 1) {
            NumpyArray array = arrays.get(name);
            if (array.size() != nodes) {
                throw count(source, array.size(), nodes);
            }
            if (!array.numeric()) {
                builder.labels(array.texts());
                return;
            }
            List<String> classes = arrays.texts("class_names", "idx_to_class", -1);
            if (classes.isEmpty()) {
                builder.labels(
                        array.texts().stream().map(text -> text.equals("-1") ? "" : text).toList());
            } else {
                builder.labels(array.indices(-1, classes.size()), classes);
            }
            return;
        }
        SparseMatrix rows = sparse == null ? CsrArrays.dense(source, arrays.get(name)) : sparse;
        if (rows.rows() != nodes) {
            throw count(source, rows.rows(), nodes);
        }
        int[] labels = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            labels[node] = OneHot.label(source, rows, node);
        }
        List<String> classes = arrays.texts("class_names", "idx_to_class", rows.columns());
        builder.labels(
                labels, classes.isEmpty() ? NodeNames.numbered(rows.columns()).names() : classes);
    }

    private static GraphFormatException count(NumpySource source, int rows, int nodes) {
        return source.broken(
                Phrase.of("npzGraph.count", Integer.toString(rows), Integer.toString(nodes)));
    }
}
