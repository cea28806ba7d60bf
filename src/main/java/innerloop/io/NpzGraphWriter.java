package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes a graph as arrays of NumPy that [NpzGraphReader] describes, with no pickles in them.
///
/// It cannot hold positions, member graphs, histories, and which features have gaps. A text loses zero characters at its end.
public final class NpzGraphWriter implements GraphWriter {

    @Override
    public void write(AttributedGraph graph, Path path) throws InputException, IOException {
        if (graph.nodes() == 0) {
            throw new InputException(Trouble.of("graphml.noNodes"), path.toString());
        }
        List<Tensor> tensors = new ArrayList<>();
        // Here rows are targets, in the file they are sources.
        add("adj", graph.adjacency().transpose(), tensors);
        tensors.add(
                new Tensor.Longs(
                        "directed", new long[] {1}, new long[] {graph.directed() ? 1 : 0}));
        if (graph.features().columns() > 0) {
            add("attr", graph.features(), tensors);
        }
        Map<String, List<String>> texts = new HashMap<>();
        if (!graph.classes().isEmpty()) {
            long[] labels = Arrays.stream(graph.labels()).asLongStream().toArray();
            tensors.add(new Tensor.Longs("labels", new long[] {labels.length}, labels));
            texts.put("class_names", graph.classes());
        }
        if (GraphFacts.of(graph).named()) {
            texts.put("node_names", graph.names());
        }
        if (graph.nodeNames().idsNeeded()) {
            texts.put("node_ids", graph.nodeNames().ids());
        }
        if (!graph.featureNames().isEmpty()) {
            texts.put("attr_names", graph.featureNames());
        }
        Npz.write(path, tensors, texts);
    }

    private static void add(String prefix, SparseMatrix matrix, List<Tensor> tensors) {
        int size = matrix.size();
        long[] indices = Arrays.stream(matrix.column(), 0, size).asLongStream().toArray();
        long[] indptr = Arrays.stream(matrix.rowStart()).asLongStream().toArray();
        double[] data = Arrays.copyOf(matrix.value(), size);
        tensors.add(new Tensor.Doubles(prefix + "_data", new long[] {size}, data));
        tensors.add(new Tensor.Longs(prefix + "_indices", new long[] {size}, indices));
        tensors.add(new Tensor.Longs(prefix + "_indptr", new long[] {indptr.length}, indptr));
        tensors.add(
                new Tensor.Longs(
                        prefix + "_shape",
                        new long[] {2},
                        new long[] {matrix.rows(), matrix.columns()}));
    }

    @Override
    public List<String> losses(AttributedGraph graph) {
        List<String> losses = new ArrayList<>();
        if (graph.positions() != null) {
            losses.add("positions are not kept");
        }
        if (GraphFacts.of(graph).members()) {
            losses.add("member graphs and their classes are not kept");
        }
        if (!graph.featureTable().gaps().isEmpty()) {
            losses.add("gaps in features are written as 0");
        }
        if (graph.snapshot().isPresent()) {
            losses.add("its history is not kept: this is the graph as it is now");
        }
        return losses;
    }
}
