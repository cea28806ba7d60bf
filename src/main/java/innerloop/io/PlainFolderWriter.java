package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// Writes the folder [PlainFolderReader] reads; only files that say something are written.
///
/// Holds everything but line breaks in names, explicit zeros among the features, and names that
/// begin with a byte order mark. The folder is built beside its place and renamed, so it is
/// complete or absent; a folder that holds something already is not touched.
public final class PlainFolderWriter implements GraphWriter {

    @Override
    public void write(AttributedGraph graph, Path path) throws InputException, IOException {
        requireOneLine(graph.names(), "nodeName", path);
        requireOneLine(graph.nodeNames().ids(), "nodeId", path);
        requireOneLine(graph.classes(), "className", path);
        requireOneLine(graph.graphClasses(), "className", path);
        requireOneLine(graph.featureNames(), "featureName", path);
        Path target =
                Files.isSymbolicLink(path) && Files.exists(path)
                        ? path.toRealPath()
                        : path.toAbsolutePath();
        requireFree(target, path);
        Path temporary = AtomicFiles.temporaryName(target);
        Files.createDirectories(temporary);
        Path parent = target.getParent();
        if (parent != null) {
            StaleFiles.clear(parent);
        }
        try {
            writeFiles(graph, temporary);
            Files.deleteIfExists(target);
            AtomicFiles.move(temporary, target);
        } finally {
            FolderTree.delete(temporary);
        }
    }

    private static void requireOneLine(List<String> texts, String what, Path path)
            throws InputException {
        for (String text : texts) {
            if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
                throw new InputException(
                        Trouble.of(
                                "write.lineBreak",
                                Phrase.of("write.part." + what),
                                Problem.shortened(text)),
                        path.toString());
            }
        }
    }

    private static void requireFree(Path target, Path path) throws InputException, IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(target)) {
                empty = !entries.iterator().hasNext();
            }
        }
        if (!empty) {
            throw new InputException(Trouble.of("write.folderExists"), path.toString());
        }
    }

    private static void writeFiles(AttributedGraph graph, Path folder) throws IOException {
        GraphFacts facts = GraphFacts.of(graph);
        boolean features = graph.features().columns() > 0;
        file(folder, "edges.txt", out -> edges(graph, facts, out));
        // Without any file with a line per node, isolated nodes at the end would be lost.
        if (facts.named() || (!facts.labelled() && !features)) {
            lines(folder, "names.txt", graph.names());
        }
        if (graph.nodeNames().idsNeeded()) {
            lines(folder, "ids.txt", graph.nodeNames().ids());
        }
        if (facts.labelled()) {
            file(folder, "labels.txt", out -> labels(graph, facts, out));
        }
        if (facts.labelled() && !facts.plainClasses()) {
            lines(folder, "classes.txt", graph.classes());
        }
        if (features) {
            file(folder, "features.txt", out -> features(graph, out));
        }
        if (!graph.featureNames().isEmpty()) {
            lines(folder, "features_names.txt", graph.featureNames());
        }
        if (facts.members()) {
            file(folder, "graph_of.txt", out -> integers(graph.graphOf(), out));
        }
        if (graph.graphLabels().length > 0) {
            lines(folder, "graph_labels.txt", MemberLabels.names(graph));
        }
        float[] xy = graph.positions();
        if (xy != null) {
            file(folder, "positions.txt", out -> positions(xy, out));
        }
    }

    /// Writes the lines of one file.
    @FunctionalInterface
    private interface Lines {
        void writeTo(Writer out) throws IOException;
    }

    private static void file(Path folder, String name, Lines lines) throws IOException {
        AtomicFiles.write(
                folder.resolve(name),
                bytes -> {
                    Writer out =
                            new BufferedWriter(
                                    new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
                    lines.writeTo(out);
                    out.flush();
                });
    }

    private static void lines(Path folder, String name, List<String> lines) throws IOException {
        file(
                folder,
                name,
                out -> {
                    for (String line : lines) {
                        out.append(line).append('\n');
                    }
                });
    }

    private static void edges(AttributedGraph graph, GraphFacts facts, Writer out)
            throws IOException {
        if (graph.directed()) {
            out.append("# directed\n");
        }
        GraphFacts.forEachEdge(
                graph,
                (source, target, weight) -> {
                    out.append(Integer.toString(source)).append(' ');
                    out.append(Integer.toString(target));
                    if (facts.weighted()) {
                        out.append(' ').append(Decimals.text(weight));
                    }
                    out.append('\n');
                });
    }

    private static void labels(AttributedGraph graph, GraphFacts facts, Writer out)
            throws IOException {
        for (int label : graph.labels()) {
            boolean name = label >= 0 && facts.plainClasses();
            out.append(name ? graph.classes().get(label) : Integer.toString(label)).append('\n');
        }
    }

    private static void features(AttributedGraph graph, Writer out) throws IOException {
        SparseMatrix features = graph.features();
        int last = features.columns() - 1;
        for (int node = 0; node < features.rows(); node++) {
            int start = features.rowStart()[node];
            int end = features.rowStart()[node + 1];
            for (int k = start; k < end; k++) {
                out.append(k > start ? " " : "").append(Integer.toString(features.column()[k]));
                if (features.value()[k] != 1) {
                    out.append(':').append(Decimals.text(features.value()[k]));
                }
            }
            if (node == 0 && (end == start || features.column()[end - 1] != last)) {
                // A zero in the last column tells the matrix's width.
                out.append(end > start ? " " : "").append(Integer.toString(last)).append(":0");
            }
            out.append('\n');
        }
    }

    private static void integers(int[] numbers, Writer out) throws IOException {
        for (int number : numbers) {
            out.append(Integer.toString(number)).append('\n');
        }
    }

    private static void positions(float[] xy, Writer out) throws IOException {
        for (int k = 0; k < xy.length; k += 2) {
            out.append(Decimals.text(xy[k])).append(' ').append(Decimals.text(xy[k + 1]));
            out.append('\n');
        }
    }
}
