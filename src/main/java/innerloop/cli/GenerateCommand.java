package innerloop.cli;

import innerloop.experiment.InputException;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphShape;
import innerloop.io.GraphShapes;
import innerloop.io.GraphWriters;
import innerloop.io.RunReader;
import innerloop.math.VectorBackend;
import innerloop.training.ExperimentSetup;
import innerloop.training.GeneratedGraph;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `generate RUN`: a new graph, drawn from what a variational graph auto-encoder has learned, beside the real one.
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description =
                "Draw a graph from what a variational graph auto-encoder has learned, and compare it"
                        + " with the real one.")
public final class GenerateCommand implements Callable<Integer> {

    /// Far beyond what any latent vector is like; products of still larger ones would overflow.
    private static final int MOST_NOISE = 1000;

    @Parameters(paramLabel = "RUN", description = "the folder of a run with task.objective vgae")
    private Path run = Path.of("");

    @Option(
            names = "--noise",
            paramLabel = "S",
            description =
                    "factor of the learned deviation: 0 for the means (default: ${DEFAULT-VALUE})")
    private double noise = 1;

    @Option(
            names = "--number",
            paramLabel = "N",
            description = "which of the drawings (default: ${DEFAULT-VALUE})")
    private long number;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            description = "write the graph: .graphml, .csv, or a plain folder")
    private @Nullable Path out;

    @Option(names = "--json", description = "print JSON, with how many nodes have each degree")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException {
        PrintWriter result = Objects.requireNonNull(spec).commandLine().getOut();
        if (!(noise >= 0 && noise <= MOST_NOISE)) {
            throw new InputException(
                    noise + " is no amount of noise", "--noise", "give 0 to " + MOST_NOISE);
        }
        if (out != null) {
            GraphWriters.requireFree(out);
        }
        ExperimentOptions.Opened opened = ExperimentOptions.opened(run.resolve("experiment.json"));
        AttributedGraph real = opened.imported().graph();
        VectorBackend backend = new VectorBackend();
        GeneratedGraph drawn =
                GeneratedGraph.of(
                        ExperimentSetup.of(opened.experiment(), real, backend),
                        RunReader.record(run, real, backend).parameters(),
                        noise,
                        number);
        GraphShape before = GraphShape.of(real);
        GraphShape after = GraphShape.of(drawn.graph());
        if (json) {
            result.println(GraphShapes.json(before, after, drawn).strip());
        } else {
            Table.aligned(
                            List.of(
                                    List.of("", "edges", "largest degree", "clustering"),
                                    row("real", before),
                                    row("generated", after)))
                    .forEach(result::println);
            result.printf("%s in both%n", Amount.of(drawn.shared(), "edge is", "edges are"));
            if (drawn.isPoor()) {
                result.printf(
                        Locale.ROOT,
                        "a poor drawing: %.1f %% of its edges are real ones; a longer run (budget.steps)%s draws better%n",
                        100 * drawn.sharedShare(),
                        noise > 1 ? " or less noise" : "");
            }
        }
        if (out != null) {
            GraphWriters.write(drawn.graph(), out);
            result.printf("written to %s%n", out);
        }
        return 0;
    }

    private static List<String> row(String name, GraphShape shape) {
        return List.of(
                name,
                Integer.toString(shape.edges()),
                Integer.toString(shape.mostNeighbours()),
                String.format(Locale.ROOT, "%.3f", shape.clustering()));
    }
}
