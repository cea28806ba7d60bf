package innerloop.cli;

import innerloop.experiment.InputException;
import innerloop.io.GraphImport;
import innerloop.io.GraphReaders;
import innerloop.io.GraphWriters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `convert PATH OUT`: a graph from one format to another.
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Write a graph in another format, chosen by the ending of OUT.")
public final class ConvertCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PATH", description = "the graph to read")
    private Path path = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description =
                    "a file of .graphml, .gexf, .gml, .dot, .net, .json, .csv, .npz or .dgs, or a name without ending for a plain folder")
    private Path out = Path.of("");

    @Mixin private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--force", description = "replace files that are there already")
    private boolean force;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException {
        if (!force) {
            GraphWriters.requireFree(out);
        }
        GraphImport imported = GraphReaders.read(path, reading.reading());
        GraphWriters.write(imported.graph(), out);
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        imported.problems()
                .forEach(problem -> line.getErr().printf("note: %s%n", problem.message()));
        GraphWriters.losses(imported.graph(), out)
                .forEach(loss -> line.getErr().printf("note: %s%n", loss));
        line.getOut().printf("written to %s%n", out);
        return 0;
    }
}
