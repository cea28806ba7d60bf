package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Writes one text file, complete or not at all.
final class TextWriting {

    private TextWriting() {}

    /// What writes the text.
    @FunctionalInterface
    interface Body {
        void write(GraphTable table, Writer out) throws IOException;
    }

    /// @param format the name of the format in complaints
    static void write(AttributedGraph graph, String format, Path path, Body body)
            throws InputException, IOException {
        GraphTable table = GraphTable.of(graph, format, path);
        AtomicFiles.write(
                path,
                bytes -> {
                    Writer out =
                            new BufferedWriter(
                                    new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
                    body.write(table, out);
                    out.flush();
                });
    }
}
