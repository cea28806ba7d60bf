package innerloop.cli;

import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.GrowthScores;
import innerloop.math.VectorBackend;
import innerloop.task.Score;
import innerloop.training.ExperimentRunner;
import innerloop.training.Growth;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.RunStatus;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `stream EXPERIMENT`: trains on the first steps of a graph's history and tests after every later one.
@Command(
        name = "stream",
        mixinStandardHelpOptions = true,
        description =
                "Train on the beginning of a graph's history, then test after every later step what"
                        + " was learned, beside starts from scratch.")
public final class StreamCommand implements Callable<Integer> {

    @Mixin private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "worker threads (default: all cores); does not change the result")
    private @Nullable Integer threads;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter progress = command.commandLine().getErr();
        PrintWriter result = command.commandLine().getOut();
        int workers = Counts.workers(threads);
        ExperimentOptions.Opened opened = options.open();
        Experiment experiment = opened.experiment();
        AttributedGraph graph = opened.imported().graph();
        int steps = Growth.require(experiment, graph).steps().size();
        opened.note(progress);
        VectorBackend backend = new VectorBackend();
        RunControl control = new RunControl();
        try (Interrupt _ = Interrupt.tell(control::abandon)) {
            RunRecord record =
                    new ExperimentRunner(backend, workers)
                            .run(
                                    experiment,
                                    graph,
                                    control,
                                    event -> RunReport.report(event, experiment, progress));
            if (record.status() == RunStatus.DIVERGED) {
                progress.println(RunReport.sentence(record));
                return CommandLineRunner.DIVERGED;
            }
            Growth growth =
                    Growth.of(
                            experiment,
                            graph,
                            record.checkpoints().getLast().learned(),
                            backend,
                            workers,
                            control,
                            point -> {
                                progress.printf("step %d / %d%n", point.step(), steps);
                                progress.flush();
                            });
            print(growth, result);
            return control.isStopped() ? CommandLineRunner.STOPPED : 0;
        } catch (RunControl.StoppedException e) {
            progress.println("stopped before anything was tested");
            return CommandLineRunner.STOPPED;
        }
    }

    private void print(Growth growth, PrintWriter result) {
        if (json) {
            result.println(GrowthScores.json(growth).strip());
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("step", "nodes", "edges", "adapted", "from scratch", "patient", "floor"));
        for (Growth.Point point : growth.points()) {
            rows.add(
                    List.of(
                            Integer.toString(point.step()),
                            Integer.toString(point.nodes()),
                            Integer.toString(point.edges()),
                            point.adapted().text(),
                            point.scratch().text(),
                            point.patient().map(Score::text).orElse("-"),
                            point.floor().text()));
        }
        Table.aligned(rows).forEach(result::println);
        result.printf("%s: %s%n", growth.experiment().name(), growth.verdict());
    }
}
