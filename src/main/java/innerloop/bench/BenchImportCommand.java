package innerloop.bench;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.GraphReaders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench import`: how long it takes to open large files, the first time in this process and the third.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Seconds to open a plain folder of 1,000,000 edges and a GraphML file.")
public final class BenchImportCommand implements Callable<Integer> {

    private static final int FOLDER_NODES = 200_000;
    private static final int FOLDER_EDGES = 1_000_000;
    private static final int GRAPHML_NODES = 100_000;
    private static final int GRAPHML_EDGES = 500_000;
    private static final int CLASSES = 10;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "graphs to open; without any, two generated ones")
    private List<Path> paths = List.of();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException {
        for (Path path : paths) {
            measure("open " + path.getFileName(), path);
        }
        if (!paths.isEmpty()) {
            return 0;
        }
        try (TemporaryFolder temporary = new TemporaryFolder()) {
            Path folder = temporary.path();
            Path plain = Files.createDirectory(folder.resolve("plain"));
            try (PrintWriter out = writer(plain.resolve("edges.txt"))) {
                SplittableRandom random = new SplittableRandom(1);
                for (int e = 0; e < FOLDER_EDGES; e++) {
                    out.println(random.nextInt(FOLDER_NODES) + " " + random.nextInt(FOLDER_NODES));
                }
            }
            measure("open a plain folder", plain);
            Path graphml = folder.resolve("graph.graphml");
            try (PrintWriter out = writer(graphml)) {
                write(out);
            }
            measure("open a GraphML file", graphml);
        }
        return 0;
    }

    private static PrintWriter writer(Path file) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    private static void write(PrintWriter out) {
        SplittableRandom random = new SplittableRandom(2);
        out.println("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">");
        out.println("<key id=\"c\" for=\"node\" attr.name=\"class\" attr.type=\"string\"/>");
        out.println("<graph edgedefault=\"undirected\">");
        for (int i = 0; i < GRAPHML_NODES; i++) {
            out.printf(
                    "<node id=\"n%d\"><data key=\"c\">class %d</data></node>%n",
                    i, random.nextInt(CLASSES));
        }
        for (int e = 0; e < GRAPHML_EDGES; e++) {
            out.printf(
                    "<edge source=\"n%d\" target=\"n%d\"/>%n",
                    random.nextInt(GRAPHML_NODES), random.nextInt(GRAPHML_NODES));
        }
        out.println("</graph></graphml>");
    }

    private void measure(String work, Path path) throws InputException {
        double first = seconds(path);
        seconds(path);
        AttributedGraph graph = GraphReaders.read(path).graph();
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(
                        new Measured(work)
                                .with("nodes", graph.nodes())
                                .with("edges", graph.edges())
                                .with("firstSeconds", first)
                                .with("thirdSeconds", seconds(path))
                                .line(json));
    }

    private static double seconds(Path path) throws InputException {
        long begin = System.nanoTime();
        GraphReaders.read(path);
        return (System.nanoTime() - begin) / 1e9;
    }
}
