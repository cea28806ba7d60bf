package innerloop.cli;

import innerloop.experiment.InputException;
import innerloop.io.GraphFormat;
import innerloop.io.GraphImport;
import innerloop.io.GraphReaders;
import innerloop.io.GraphSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `import PATH`: what is in a graph file, and what is wrong with it.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Read a graph and say what is in it and what is wrong with it.")
public final class ImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH",
            description =
                    "a plain folder, a TU folder, .graphml, .gexf, .gml, .dot, .net, .json, .csv, .tsv, .edges, .dgs, .npz, .mtx, .content with .cites, a folder of Planetoid or OGB; also packed with gzip, or in a .zip")
    private Path path = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "F",
            description =
                    "plain, graphml, csv, dgs, gexf, gml, dot, pajek, json, tu, collection, planetoid, npz, citations, ogb, mtx or zip (default: by content, else by name)")
    private @Nullable String format;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        PrintWriter result = Objects.requireNonNull(spec).commandLine().getOut();
        GraphImport imported =
                format == null
                        ? GraphReaders.read(path)
                        : GraphReaders.read(path, GraphFormat.ofId(format, path));
        GraphSummary summary = imported.summary();
        if (json) {
            result.println(
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(summary));
            return 0;
        }
        ImportReport.lines(imported.graph().name(), summary)
                .forEach(line -> result.printf("%s%n", line));
        return 0;
    }
}
