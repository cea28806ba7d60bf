package innerloop.cli;

import innerloop.checks.ExperimentChecks;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.Amount;
import innerloop.io.RunFolder;
import innerloop.io.UnfinishedRun;
import innerloop.math.Backend;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.training.ExperimentRunner;
import innerloop.training.Forecast;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `run EXPERIMENT`: trains, tests, prints the score and writes the run folder. `run --resume DIR` goes on with a run that was
/// interrupted.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run an experiment and write what it leaves to a folder.")
public final class RunCommand implements Callable<Integer> {

    private static final Duration FORECAST_PATIENCE = Duration.ofSeconds(3);

    /// Either an experiment or a run to go on with.
    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    private static final class Source {

        @ArgGroup(exclusive = false)
        private @Nullable ExperimentOptions experiment;

        @Option(
                names = "--resume",
                paramLabel = "DIR",
                description = "go on with the run in this folder, which was interrupted or stopped")
        private @Nullable Path resume;

        ExperimentOptions experiment() {
            return Objects.requireNonNull(experiment);
        }
    }

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder to write to (default: runs/TIME-NAME beside the experiment)")
    private @Nullable Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "worker threads (default: all cores); does not change the result")
    private @Nullable Integer threads;

    @Option(
            names = "--backend",
            paramLabel = "vector|nd4j",
            description = "arithmetic: vector = float32, fast (default); nd4j = float64 reference")
    private @Nullable String backendName;

    @Option(names = "--json", description = "print summary.json instead of the sentence")
    private boolean json;

    @Option(
            names = "--forecast",
            description = "only say how much time and memory the run will take")
    private boolean forecast;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter progress = command.commandLine().getErr();
        int workers = Counts.workers(threads);
        Path resume = source.resume;
        if (resume != null) {
            if (out != null || forecast) {
                throw new InputException(
                        "goes with neither --out nor --forecast",
                        "--resume",
                        "leave them out: the run goes on in its own folder");
            }
            if (UnfinishedRun.complete(resume)) {
                progress.printf("the run was whole; it lies in %s%n", resume);
                return 0;
            }
        }
        Backend backend = backend(resume);
        ExperimentOptions.Opened opened =
                resume != null
                        ? ExperimentOptions.opened(UnfinishedRun.experimentOf(resume))
                        : source.experiment().open();
        Experiment experiment = opened.experiment();
        ExperimentChecks.require(experiment, opened.imported().graph());
        if (forecast) {
            opened.note(progress);
            command.commandLine()
                    .getOut()
                    .println(
                            forecast(
                                    Forecast.of(
                                            experiment,
                                            opened.imported().graph(),
                                            backend,
                                            workers,
                                            FORECAST_PATIENCE,
                                            new RunControl())));
            return 0;
        }
        UnfinishedRun unfinished = begin(opened, progress);
        opened.note(progress);
        return train(unfinished, opened, new ExperimentRunner(backend, workers));
    }

    /// Claims the folder before the training, so that its result has a place to go.
    private UnfinishedRun begin(ExperimentOptions.Opened opened, PrintWriter progress)
            throws InputException, IOException {
        AtomicBoolean said = new AtomicBoolean();
        Consumer<IOException> onProblem =
                problem -> {
                    if (!said.getAndSet(true)) {
                        progress.printf(
                                "note: the progress cannot be kept (%s); the run goes on without%n",
                                problem.getMessage());
                    }
                };
        Path resume = source.resume;
        if (resume != null) {
            return UnfinishedRun.resume(resume, opened.graphPath(), onProblem);
        }
        Path wanted = out != null ? out : source.experiment().beside("runs");
        try {
            return out != null
                    ? UnfinishedRun.begin(out, opened.experiment(), opened.graphPath(), onProblem)
                    : UnfinishedRun.beginIn(
                            wanted, opened.experiment(), opened.graphPath(), onProblem);
        } catch (IOException e) {
            throw new InputException(
                    "cannot be written to (" + e.getMessage() + ")",
                    wanted.toString(),
                    "give a folder that can be written to");
        }
    }

    private int train(
            UnfinishedRun unfinished, ExperimentOptions.Opened opened, ExperimentRunner runner)
            throws InputException, IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        PrintWriter progress = line.getErr();
        PrintWriter result = line.getOut();
        Path folder = unfinished.folder();
        RunControl control = new RunControl();
        Experiment experiment = opened.experiment();
        try (unfinished;
                Interrupt _ = Interrupt.tell(() -> stop(control, progress))) {
            RunRecord record =
                    runner.run(
                            experiment,
                            opened.imported().graph(),
                            control,
                            event -> RunReport.report(event, experiment, progress),
                            unfinished);
            // The score first: nothing that goes wrong with the folder may take it away.
            result.println(json ? RunFolder.summary(record).strip() : RunReport.sentence(record));
            result.flush();
            try {
                unfinished.finish(record);
            } catch (IOException e) {
                throw new IOException(
                        "%s; what is there of the run stays in %s.unfinished: mend that, then \"run --resume %s\""
                                .formatted(e.getMessage(), folder.getFileName(), folder),
                        e);
            }
            progress.printf("written to %s%n", folder);
            return switch (record.status()) {
                case FINISHED -> 0;
                case DIVERGED -> CommandLineRunner.DIVERGED;
                case STOPPED -> {
                    progress.printf("\"run --resume %s\" goes on%n", folder);
                    yield CommandLineRunner.STOPPED;
                }
            };
        } catch (RunControl.StoppedException e) {
            progress.printf(
                    "stopped before the first test episode was done; \"run --resume %s\" goes on%n",
                    folder);
            return CommandLineRunner.STOPPED;
        }
    }

    private static void stop(RunControl control, PrintWriter progress) {
        control.stop();
        progress.println("stopping; what was tested is kept (Ctrl-C once more ends at once)");
        progress.flush();
    }

    private String forecast(Forecast f) {
        String format =
                json
                        ? "{\"seconds\": %.1f, \"engineBytes\": %d, \"measuredSteps\": %s}"
                        : "about %.1f s, %.1f MB of engine memory; measured on %s";
        return String.format(
                Locale.ROOT,
                format,
                f.seconds(),
                json ? (Number) f.engineBytes() : (Number) (f.engineBytes() / 1e6),
                json ? f.steps() : Amount.of(f.steps(), "step"));
    }

    /// The backend that was asked for; a run that goes on keeps its own.
    private Backend backend(@Nullable Path resume) throws InputException, IOException {
        String before = resume == null ? null : UnfinishedRun.backendOf(resume);
        String name =
                Objects.requireNonNullElse(
                        before, Objects.requireNonNullElse(backendName, VectorBackend.NAME));
        if (before != null && backendName != null && !before.equals(backendName)) {
            throw new InputException(
                    "the run began with " + before, "--backend", "leave it out to go on");
        }
        return switch (name) {
            case VectorBackend.NAME -> new VectorBackend();
            case Nd4jBackend.NAME -> new Nd4jBackend();
            default ->
                    throw new InputException(
                            "\"" + name + "\" is not known", "--backend", "give vector or nd4j");
        };
    }
}
