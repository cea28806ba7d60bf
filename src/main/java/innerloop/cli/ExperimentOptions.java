package innerloop.cli;

import innerloop.experiment.Experiment;
import innerloop.experiment.ExperimentChecks;
import innerloop.experiment.Finding;
import innerloop.experiment.GraphPaths;
import innerloop.experiment.InputException;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphImport;
import innerloop.io.GraphReaders;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How a command is told which experiment to work on, and with what changed.
public final class ExperimentOptions {

    @Parameters(paramLabel = "EXPERIMENT", description = "an *.experiment.json file")
    private Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "key.path=value",
            description = "change a setting, for example --set task.ways=2; may be repeated")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "the same as --set seed=N")
    private @Nullable Long seed;

    /// An experiment with its graph.
    ///
    /// @param graphPath where the graph was read from
    /// @param imported what was read there, with the experiment's own labels
    public record Opened(Experiment experiment, Path graphPath, GraphImport imported) {

        /// Says what is odd but does not stop anybody. A refusal is one line; notes are for work that takes place.
        void note(PrintWriter progress) {
            List<Finding> findings = ExperimentChecks.check(experiment, imported.graph());
            if (findings.stream().noneMatch(Finding::blocking)) {
                imported.problems()
                        .forEach(problem -> progress.println("note: " + problem.message()));
                findings.forEach(finding -> progress.println("note: " + finding.line()));
            }
        }
    }

    /// Reads the experiment and its graph.
    public Opened open() throws InputException {
        List<String> all = new ArrayList<>(changes);
        if (seed != null) {
            all.add("seed=" + seed);
        }
        Experiment experiment = ExperimentJson.read(file, all);
        Path graphPath = GraphPaths.resolve(file, experiment);
        GraphImport read = GraphReaders.read(graphPath);
        return new Opened(
                experiment, graphPath, read.withGraph(experiment.labels().apply(read.graph())));
    }

    /// A path beside the experiment's file.
    Path beside(String name) {
        return file.resolveSibling(name);
    }
}
