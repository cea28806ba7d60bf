package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.OneLine;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import innerloop.training.Prediction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// Writes where a [Prediction] has every node, with the id it has in the person's file, and its predicted class if there are
/// classes:
///
/// * `.npz`: `embedding` `[n × d]` and, as text, `id`, `name` where there are names, and `class`;
/// * `.csv`: a row for each node: id, class, and the coordinates `x0`, `x1`, …;
/// * a folder with `vectors.tsv` and `metadata.tsv`, which TensorBoard's projector loads.
public final class EmbeddingFiles {

    private EmbeddingFiles() {}

    /// The kinds of files.
    public enum Format {
        NPZ,
        CSV,
        PROJECTOR;

        /// The format that a name asks for.
        ///
        /// @throws InputException if it has another ending
        public static Format of(Path file) throws InputException {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (Files.isDirectory(file) || !name.contains(".")) {
                return PROJECTOR;
            }
            return switch (name.substring(name.lastIndexOf('.'))) {
                case ".npz" -> NPZ;
                case ".csv" -> CSV;
                default -> throw new InputException(Trouble.of("write.noEnding"), file.toString());
            };
        }
    }

    /// Writes the embedding.
    ///
    /// @param said with its embedding
    /// @param graph the one that was predicted on
    public static void write(Path file, Format format, Prediction said, AttributedGraph graph)
            throws IOException {
        switch (format) {
            case NPZ -> npz(file, said, graph);
            case CSV -> csv(file, said, graph);
            case PROJECTOR -> projector(file, said, graph);
        }
    }

    private static boolean hasClasses(Prediction said) {
        return !said.classes().isEmpty();
    }

    private static List<String> header(ExampleNames names, Prediction said) {
        List<String> header = new ArrayList<>(names.header());
        if (hasClasses(said)) {
            header.add("class");
        }
        return header;
    }

    private static List<String> cells(ExampleNames names, Prediction said, int k) {
        List<String> cells = names.cells(ExampleNames.number(said.targets(), k));
        if (hasClasses(said)) {
            cells.add(said.classes().get(said.likeliest(k)));
        }
        return cells;
    }

    private static void npz(Path file, Prediction said, AttributedGraph graph) throws IOException {
        ExampleNames names = ExampleNames.of(graph, said.targets());
        float[][] rows = said.embedding().orElseThrow();
        int dimensions = dimensions(rows);
        long size = (long) rows.length * dimensions;
        if (size > Integer.MAX_VALUE / Float.BYTES) {
            throw new TooLargeException(Phrase.of("npz.tooLarge.embedding"));
        }
        float[] all = new float[(int) size];
        List<List<String>> cells = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(rows[k], 0, all, k * dimensions, dimensions);
            cells.add(cells(names, said, k));
        }
        List<String> header = header(names, said);
        Map<String, List<String>> texts = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            int each = column;
            texts.put(header.get(column), cells.stream().map(row -> row.get(each)).toList());
        }
        Npz.write(
                file,
                List.of(new Tensor.Floats("embedding", new long[] {rows.length, dimensions}, all)),
                texts);
    }

    private static int dimensions(float[][] rows) {
        return rows.length == 0 ? 0 : rows[0].length;
    }

    private static void csv(Path file, Prediction said, AttributedGraph graph) throws IOException {
        ExampleNames names = ExampleNames.of(graph, said.targets());
        float[][] rows = said.embedding().orElseThrow();
        List<String> header = header(names, said);
        for (int d = 0; d < dimensions(rows); d++) {
            header.add("x" + d);
        }
        CsvTable.write(
                file,
                header,
                rows.length,
                k -> {
                    List<String> row = cells(names, said, k);
                    for (float x : rows[k]) {
                        row.add(CsvTable.number(x));
                    }
                    return row;
                });
    }

    /// The projector splits at every tab and line break, and knows no quotes; a single column has no title.
    private static void projector(Path folder, Prediction said, AttributedGraph graph)
            throws IOException {
        ExampleNames names = ExampleNames.of(graph, said.targets());
        float[][] rows = said.embedding().orElseThrow();
        List<String> header = header(names, said);
        SequencedMap<Path, AtomicFiles.Contents> files = new LinkedHashMap<>();
        files.put(
                folder.resolve("vectors.tsv"),
                out -> {
                    for (float[] row : rows) {
                        List<String> cells = new ArrayList<>();
                        for (float x : row) {
                            cells.add(Float.toString(x));
                        }
                        line(out, cells);
                    }
                });
        files.put(
                folder.resolve("metadata.tsv"),
                out -> {
                    if (header.size() > 1) {
                        line(out, header);
                    }
                    for (int k = 0; k < rows.length; k++) {
                        line(out, cells(names, said, k).stream().map(OneLine::escaped).toList());
                    }
                });
        AtomicFiles.write(files);
    }

    private static void line(OutputStream out, List<String> cells) throws IOException {
        out.write((String.join("\t", cells) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
