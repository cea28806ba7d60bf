import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes a published collection of graphs as a plain folder.
///
///     java CollectionFolder.java FROM OUT_DIR
///
/// `FROM` is the beginning of the files' names of a TU collection (`raw/MUTAG` for `raw/MUTAG_A.txt` and so on), whose node labels become the columns of features, or a text file as
/// GSM reads it (Chauhan et al. 2020): the number of graphs; for each graph a line with its number of nodes and its class; for
/// each of its nodes a line with a label, the number of neighbours and the neighbours. These labels are the degrees and stay out.
public final class CollectionFolder {

    private final List<String> edges = new ArrayList<>();
    private final List<String> graphOf = new ArrayList<>();
    private final List<String> graphLabels = new ArrayList<>();
    private final List<String> features = new ArrayList<>();

    private CollectionFolder() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: java CollectionFolder.java FROM OUT_DIR");
            System.exit(2);
        }
        CollectionFolder collection = new CollectionFolder();
        if (args[0].endsWith(".txt")) {
            collection.readGsm(Path.of(args[0]));
        } else {
            collection.readTu(args[0]);
        }
        collection.write(Path.of(args[1]));
    }

    private void readTu(String from) throws IOException {
        for (String line : lines(from + "_graph_indicator.txt")) {
            graphOf.add(String.valueOf(Integer.parseInt(line) - 1));
        }
        for (String line : lines(from + "_graph_labels.txt")) {
            graphLabels.add("class " + line);
        }
        for (String line : lines(from + "_A.txt")) {
            String[] ends = line.split(",\\s*");
            int a = Integer.parseInt(ends[0]) - 1;
            int b = Integer.parseInt(ends[1]) - 1;
            if (a < b) {
                edges.add(a + " " + b);
            }
        }
        features.addAll(lines(from + "_node_labels.txt"));
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void readGsm(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int at = 1;
        for (int graph = 0; graph < Integer.parseInt(lines.getFirst().strip()); graph++) {
            String[] head = lines.get(at++).strip().split(" ");
            int first = graphOf.size();
            graphLabels.add("class " + head[1]);
            for (int node = 0; node < Integer.parseInt(head[0]); node++) {
                String[] row = lines.get(at++).strip().split(" ");
                graphOf.add(String.valueOf(graph));
                for (int k = 2; k < row.length; k++) {
                    int other = Integer.parseInt(row[k]);
                    if (node < other) {
                        edges.add((first + node) + " " + (first + other));
                    }
                }
            }
        }
    }

    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("edges.txt"), edges);
        Files.write(folder.resolve("graph_of.txt"), graphOf);
        Files.write(folder.resolve("graph_labels.txt"), graphLabels);
        if (!features.isEmpty()) {
            Files.write(folder.resolve("features.txt"), features);
        }
        System.out.println(
                graphLabels.size()
                        + " graphs, "
                        + graphOf.size()
                        + " nodes, "
                        + edges.size()
                        + " edges");
    }
}
