import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// Writes a graph as a plain folder.
final class GraphFolder {

    private GraphFolder() {
    }

    /// Writes the chosen graph and where it came from.
    static void write(DebianGraph.Sample sample, String provenance, Path folder) throws IOException {
        DebianGraph.Graph graph = sample.graph();
        List<String> names = List.copyOf(graph.packages().keySet());
        Map<String, Integer> number = numbers(names);
        Map<String, Integer> column = numbers(sample.words().columns());

        List<String> edges = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<String> features = new ArrayList<>();
        for (String name : names) {
            int u = number.get(name);
            graph.neighbours().get(name).stream().map(number::get).filter(v -> u < v).sorted()
                    .forEach(v -> edges.add(u + " " + v));
            labels.add(graph.packages().get(name).section());
            features.add(String.join(" ", sample.words().ofPackage().get(name).stream()
                    .map(word -> String.valueOf(column.get(word))).toList()));
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("edges.txt"), lines(edges));
        Files.write(folder.resolve("labels.txt"), lines(labels));
        Files.write(folder.resolve("features.txt.gz"), gzip(lines(features)));
        Files.write(folder.resolve("names.txt"), lines(names));
        Files.write(folder.resolve("features_names.txt"), lines(sample.words().columns()));
        Files.write(folder.resolve("PROVENANCE.txt"), lines(List.of(provenance)));
    }

    private static Map<String, Integer> numbers(List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return numbers;
    }

    private static byte[] lines(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Java writes no file name and no time into the gzip header, so equal text gives equal bytes.
    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
