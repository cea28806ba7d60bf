package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// Writes a Pajek network with the nodes' names and positions, and their classes beside it in `STEM.clu`, as numbers from 1. Features,
/// ids beside names and the names of classes are lost.
public final class PajekWriter implements GraphWriter {

    @Override
    public void write(AttributedGraph graph, Path path) throws InputException, IOException {
        SequencedMap<Path, AtomicFiles.Contents> files = new LinkedHashMap<>();
        for (Path file : files(path)) {
            if (!file.equals(path) && GraphFacts.of(graph).labelled()) {
                files.put(file, out -> out.write(classes(graph).getBytes(StandardCharsets.UTF_8)));
            }
        }
        files.put(
                path,
                out -> {
                    var writer = new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8);
                    network(graph, writer);
                    writer.flush();
                });
        AtomicFiles.write(files);
    }

    @Override
    public List<Path> files(Path path) {
        return List.of(path.resolveSibling(GraphReaders.graphName(path) + ".clu"), path);
    }

    @Override
    public List<String> losses(AttributedGraph graph) {
        List<String> losses = new ArrayList<>();
        if (graph.features().columns() > 0) {
            losses.add("features are not kept");
        }
        if (!graph.classes().isEmpty()) {
            losses.add("classes are kept as numbers from 1, without their names");
        }
        if (graph.nodeNames().idsNeeded() && !graph.nodeNames().ids().equals(graph.names())) {
            losses.add("nodes keep their names, not their ids");
        }
        if (GraphFacts.of(graph).members()) {
            losses.add("which member graph a node belongs to is not kept");
        }
        if (IntStream.range(0, graph.nodes())
                .anyMatch(k -> !name(graph, k).equals(graph.names().get(k)))) {
            losses.add("quotes and line breaks in names become ' and blanks");
        }
        return losses;
    }

    private static String classes(AttributedGraph graph) {
        StringBuilder text = new StringBuilder("*Vertices " + graph.nodes() + "\n");
        for (int label : graph.labels()) {
            text.append(label < 0 ? PajekReader.NO_CLASS : Integer.toString(label + 1))
                    .append('\n');
        }
        return text.toString();
    }

    private static void network(AttributedGraph graph, Writer out) throws IOException {
        out.write("*Vertices " + graph.nodes() + "\n");
        float[] xy = graph.positions();
        for (int node = 0; node < graph.nodes(); node++) {
            out.write((node + 1) + " \"" + name(graph, node) + "\"");
            if (xy != null) {
                out.write(
                        " " + Decimals.text(xy[2 * node]) + " " + Decimals.text(xy[2 * node + 1]));
            }
            out.write("\n");
        }
        out.write(graph.directed() ? "*Arcs\n" : "*Edges\n");
        GraphFacts.forEachEdge(
                graph,
                (source, target, weight) ->
                        out.write(
                                (source + 1)
                                        + " "
                                        + (target + 1)
                                        + (weight == 1 ? "" : " " + Decimals.text(weight))
                                        + "\n"));
    }

    private static String name(AttributedGraph graph, int node) {
        return graph.names().get(node).replace('"', '\'').replaceAll("\\s", " ");
    }
}
