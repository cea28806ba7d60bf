package innerloop.cli;

import innerloop.checks.ExperimentChecks;
import innerloop.checks.Finding;
import innerloop.experiment.Experiment;
import innerloop.experiment.GraphPaths;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphImport;
import innerloop.io.GraphReaders;
import innerloop.io.SplitJson;
import innerloop.phrase.Phrase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How a command is told which experiment to work on, and with what changed.
public final class ExperimentOptions {

    @Parameters(
            paramLabel = "EXPERIMENT",
            description = "an *.experiment.json file; where a command takes runs, a run's folder")
    private Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "key.path=value",
            description =
                    "change a setting, for example --set task.ways=2; may be repeated (the command"
                            + " kinds lists them)")
    private List<String> changes = new ArrayList<>();

    @Option(
            names = "--split",
            paramLabel = "FILE",
            description =
                    "take the split from a *.split.json, or from the list of classes few-shot papers"
                            + " publish: [[train], [validation], [test]], each class a name or a"
                            + " number counted from 0")
    private @Nullable Path splitFile;

    @Option(names = "--seed", paramLabel = "N", description = "the same as --set seed=N")
    private @Nullable Long seed;

    /// An experiment with its graph.
    ///
    /// @param graphPath where the graph was read from
    /// @param imported what was read there, with the experiment's own labels
    /// @param oddities what is odd about other files
    public record Opened(
            Experiment experiment, Path graphPath, GraphImport imported, List<String> oddities) {

        public Opened {
            oddities = List.copyOf(oddities);
        }

        /// Prints findings that do not block. A refused run prints one line only, without these notes.
        void note(PrintWriter progress) {
            List<Finding> findings = ExperimentChecks.check(experiment, imported.graph());
            if (findings.stream().noneMatch(Finding::blocking)) {
                oddities.forEach(oddity -> progress.printf("note: %s%n", oddity));
                imported.problems()
                        .forEach(problem -> progress.printf("note: %s%n", problem.message()));
                findings.forEach(finding -> progress.printf("note: %s%n", finding.line()));
            }
        }
    }

    /// Reads the experiment and its graph.
    public Opened open() throws InputException {
        List<String> all = new ArrayList<>(changes);
        if (seed != null) {
            all.add("seed=" + seed);
        }
        return splitFile == null
                ? opened(file, ExperimentJson.read(file, all))
                : withSplit(splitFile, all);
    }

    /// The graph of a run, as its experiment sees it.
    ///
    /// @param run a run folder
    public static AttributedGraph graphOf(Path run) throws InputException {
        return opened(run.resolve("experiment.json")).imported().graph();
    }

    /// An experiment as it lies in its file, with its graph.
    static Opened opened(Path file) throws InputException {
        return opened(file, ExperimentJson.read(file, List.of()));
    }

    private static Opened opened(Path file, Experiment experiment) throws InputException {
        Path graphPath = GraphPaths.resolve(file, experiment);
        GraphImport read = GraphReaders.read(graphPath, experiment.reading());
        return new Opened(
                experiment,
                graphPath,
                read.withGraph(experiment.labelled(read.graph())),
                List.of());
    }

    /// The file's classes may be numbers, so the graph is opened before the split is read. What is to be changed about the
    /// split is meant for that of the file.
    private Opened withSplit(Path from, List<String> all) throws InputException {
        Map<Boolean, List<String>> ofSplit =
                all.stream()
                        .collect(
                                Collectors.partitioningBy(change ->
                                        change.startsWith("split.")
                                                || change.startsWith("split=")));
        Opened own =
                opened(file, ExperimentJson.read(file, ofSplit.getOrDefault(false, List.of())));
        SplitJson.SplitFile read =
                SplitJson.read(from, own.imported().graph(), own.experiment().split());
        Experiment replaced =
                ExperimentJson.parse(
                        ExperimentJson.write(own.experiment().withSplit(read.split())),
                        from.toString(),
                        ofSplit.getOrDefault(true, List.of()));
        requireOfFile(from, replaced, own.imported().graph());
        return new Opened(
                replaced,
                own.graphPath(),
                own.imported(),
                read.problem().map(Phrase::text).stream().toList());
    }

    /// Reports errors of the split for the split's own file.
    private static void requireOfFile(Path from, Experiment experiment, AttributedGraph graph)
            throws InputException {
        for (Finding finding : ExperimentChecks.check(experiment, graph)) {
            if (finding.blocking() && finding.where().startsWith("split.")) {
                throw new InputException(
                        finding.trouble(), from.getFileName() + ": " + finding.where());
            }
        }
    }

    /// What was given as the experiment, which may be a run's folder for commands that take one.
    Path file() {
        return file;
    }

    /// Throws if something was to be changed about the experiment of a run, which is as it was.
    void requireUnchanged() throws InputException {
        if (!changes.isEmpty() || splitFile != null || seed != null) {
            throw new InputException(
                    "a run is looked at as it was trained",
                    file.toString(),
                    "give the experiment's file to change settings");
        }
    }

    /// A path beside the experiment's file.
    Path beside(String name) {
        return file.resolveSibling(name);
    }
}
