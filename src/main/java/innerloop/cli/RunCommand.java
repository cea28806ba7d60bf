package innerloop.cli;

import innerloop.checks.ExperimentChecks;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.experiment.OneLine;
import innerloop.io.RunFolder;
import innerloop.leakage.Leakage;
import innerloop.math.Backend;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.task.BaselineScore;
import innerloop.training.ExperimentRunner;
import innerloop.training.Forecast;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.RunStatus;
import innerloop.training.TrainingEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `run EXPERIMENT`: trains, tests, prints the score and writes the run folder.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run an experiment and write what it leaves to a folder.")
public final class RunCommand implements Callable<Integer> {

    private static final Duration FORECAST_PATIENCE = Duration.ofSeconds(3);

    @Mixin private ExperimentOptions options = new ExperimentOptions();

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
    private String backendName = VectorBackend.NAME;

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
        PrintWriter result = command.commandLine().getOut();
        int workers =
                threads == null
                        ? Runtime.getRuntime().availableProcessors()
                        : Counts.require("--threads", threads, Counts.MOST_THREADS);
        Backend backend = backend();
        ExperimentOptions.Opened opened = options.open();
        Experiment experiment = opened.experiment();
        requireWritable();
        ExperimentChecks.require(experiment, opened.imported().graph());
        if (!forecast) {
            makeFolder();
        }
        opened.note(progress);
        if (forecast) {
            result.println(
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
        RunRecord record;
        Path folder;
        // Ctrl-C stops the run in order; what it learned is still tested and written.
        RunControl control = new RunControl();
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(control, done), "stop on Ctrl-C");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            record =
                    new ExperimentRunner(backend, workers)
                            .run(
                                    experiment,
                                    opened.imported().graph(),
                                    control,
                                    event -> report(event, experiment, progress));
            // The score first: nothing that goes wrong with the folder may take it away.
            result.println(json ? RunFolder.summary(record).strip() : sentence(record));
            folder = out != null ? out : beside(record);
            RunFolder.write(folder, record, opened.graphPath());
        } finally {
            done.countDown();
            if (!control.isStopped()) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
        progress.printf("written to %s%n", folder);
        return switch (record.status()) {
            case FINISHED -> 0;
            case DIVERGED -> CommandLineRunner.DIVERGED;
            case STOPPED -> CommandLineRunner.STOPPED;
        };
    }

    private String forecast(Forecast f) {
        String format =
                json
                        ? "{\"seconds\": %.1f, \"engineBytes\": %d, \"measuredSteps\": %d}"
                        : "about %.1f s, %.1f MB of engine memory; measured on %d steps";
        return String.format(
                Locale.ROOT,
                format,
                f.seconds(),
                json ? (Number) f.engineBytes() : (Number) (f.engineBytes() / 1e6),
                f.steps());
    }

    private Backend backend() throws InputException {
        return switch (backendName) {
            case VectorBackend.NAME -> new VectorBackend();
            case Nd4jBackend.NAME -> new Nd4jBackend();
            default ->
                    throw new InputException(
                            "\"" + backendName + "\" is not known",
                            "--backend",
                            "give vector or nd4j");
        };
    }

    /// Looks before the training, so that its result has a place to go.
    private void requireWritable() throws InputException {
        Path wanted = out != null ? out : options.beside("runs");
        Path existing = wanted.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw new InputException("is a file", existing.toString(), "give a folder to --out");
        }
        if (!Files.isWritable(existing)) {
            throw new InputException(
                    "cannot be written to", existing.toString(), "give another folder to --out");
        }
    }

    /// Makes the folder that was asked for; refuses one that holds other things.
    private void makeFolder() throws InputException, IOException {
        if (out == null) {
            return;
        }
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new InputException(
                    "cannot be made", out.toString(), "give another folder to --out");
        }
        try (Stream<Path> files = Files.list(out)) {
            if (files.findAny().isPresent() && !Files.exists(out.resolve(RunFolder.SUMMARY))) {
                throw new InputException(
                        "holds other things than a run",
                        out.toString(),
                        "give a new folder to --out, or that of an earlier run to replace it");
            }
        }
    }

    private Path beside(RunRecord record) {
        return RunFolder.in(options.beside("runs"), record);
    }

    private static void stopAndWait(RunControl control, CountDownLatch done) {
        control.stop();
        try {
            // Long enough for the final test and the run folder; then the machine may have its
            // way. The half second is for the last line on the terminal.
            if (done.await(120, TimeUnit.SECONDS)) {
                Thread.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void report(TrainingEvent event, Experiment experiment, PrintWriter progress) {
        switch (event) {
            case TrainingEvent.Started started -> {
                started.leaks().stream()
                        // The notes have named these.
                        .filter(leak -> leak.kind() != Leakage.Kind.SHARED_CLASS)
                        .forEach(leak -> progress.printf("leakage: %s%n", leak.sentence()));
                progress.printf(
                        Locale.ROOT,
                        "%s: validation %s, zero steps %s%n",
                        experiment.name(),
                        started.baselines().stream()
                                .filter(b -> !b.score().isExact())
                                .map(b -> spoken(b.word()) + " " + b.score().text())
                                .collect(Collectors.joining(", ")),
                        started.zeroSteps().text());
            }
            case TrainingEvent.Evaluated evaluated -> {
                if (evaluated.step() > 0) {
                    progress.printf(
                            Locale.ROOT,
                            "step %d / %d: validation %s%n",
                            evaluated.step(),
                            experiment.budget().steps(),
                            evaluated.validation().text());
                }
            }
            case TrainingEvent.Diverged diverged ->
                    progress.printf(
                            Locale.ROOT,
                            "diverged at step %d: %s%n",
                            diverged.step(),
                            diverged.reason());
            case TrainingEvent.Testing testing ->
                    progress.printf(Locale.ROOT, "testing on %d episodes%n", testing.tasks());
            case TrainingEvent.StepFinished _,
                    TrainingEvent.Moved _,
                    TrainingEvent.Paced _,
                    TrainingEvent.Saved _,
                    TrainingEvent.Tested _,
                    TrainingEvent.Finished _,
                    TrainingEvent.Failed _ -> {}
        }
        progress.flush();
    }

    private static String sentence(RunRecord record) {
        String status =
                record.status() == RunStatus.FINISHED
                        ? ""
                        : " (" + record.status().name().toLowerCase(Locale.ROOT) + ")";
        // A learner that does not train has the same score without training.
        String zeroSteps =
                record.experiment().learner().trains()
                        ? ", zero steps " + record.zeroSteps().text()
                        : "";
        return String.format(
                Locale.ROOT,
                "%s: test %s, floor %s%s%s%n%s%n%s%n%s%n%.1f steps/s, parameters %s",
                OneLine.escaped(record.experiment().name()),
                record.test().text(),
                record.floor().text(),
                zeroSteps,
                status,
                record.gain().sentence(),
                baselines(record.baselines()),
                OneLine.escaped(record.protocol()),
                record.stepsPerSecond(),
                record.provenance().parametersSha256().substring(0, 12));
    }

    private static String baselines(List<BaselineScore> baselines) {
        return "on the same episodes: "
                + baselines.stream()
                        .skip(1)
                        .map(b -> title(b.word()) + " " + b.score().text())
                        .collect(Collectors.joining(", "));
    }

    private static String title(String baseline) {
        return switch (baseline) {
            case BaselineScore.LABEL_PROPAGATION ->
                    spoken(baseline) + " (edges, no features, no training)";
            case BaselineScore.MAJORITY -> "always naming the same class";
            default -> spoken(baseline);
        };
    }

    /// A word of a file as a sentence has it: `label propagation`.
    private static String spoken(String word) {
        return word.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
