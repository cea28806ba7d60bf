package innerloop.cli;

import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
import innerloop.io.InnerTraceJson;
import innerloop.io.RunReader;
import innerloop.io.TraceSource;
import innerloop.math.VectorBackend;
import innerloop.meta.LearnerState;
import innerloop.microscope.InnerStep;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.LayerMove;
import innerloop.microscope.Microscope;
import innerloop.microscope.OtherLearner;
import innerloop.microscope.OtherTrace;
import innerloop.microscope.OuterTrace;
import innerloop.microscope.Scratch;
import innerloop.training.RunRecord;
import innerloop.training.Subject;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `adapt EXPERIMENT|RUN --episode N`: the inner loop of one episode, step by step; with `--outer` an outer step.
@Command(
        name = "adapt",
        mixinStandardHelpOptions = true,
        description =
                "Learn one episode and print every inner step: losses, scores, what is said of each"
                        + " query example, and how far each layer moves; from the θ of a run, or from"
                        + " an untrained one. With --outer: take one outer step apart into its"
                        + " episodes.")
public final class AdaptCommand implements Callable<Integer> {

    @Mixin private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--episode",
            paramLabel = "N",
            description = "which episode, counted from 0 (default: ${DEFAULT-VALUE})")
    private long number;

    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            description =
                    "train, validation or test: which classes it has (default: ${DEFAULT-VALUE})")
    private Phase phase = Phase.TEST;

    @Option(
            names = "--outer",
            description =
                    "take an outer step apart: the paths of the episodes it draws, in one plane; their"
                            + " meta-gradients in both orders, the mean, and the move that is made")
    private boolean outer;

    @Option(
            names = "--step",
            paramLabel = "S",
            description =
                    "with --outer: the step after S others, one of the run's checkpoints (default: the"
                            + " last)")
    private @Nullable Integer step;

    @Option(
            names = "--beside",
            paramLabel = "RUN",
            description =
                    "the folder of another run of the same graph, task and split: its learner learns"
                            + " the same episode from its own θ; can be given several times")
    private List<Path> beside = new ArrayList<>();

    @Option(names = "--json", description = "print JSON instead of the table")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    /// What is adapted.
    ///
    /// @param run whose state it is; null for the one training begins with
    /// @param notes prints what is odd about it
    private record Opened(
            Experiment experiment, AttributedGraph graph, @Nullable RunRecord run, Runnable notes) {

        TraceSource source() {
            return new TraceSource(experiment, run != null);
        }
    }

    @Override
    public Integer call() throws InputException {
        CommandSpec command = Objects.requireNonNull(spec);
        if (number < 0) {
            throw new InputException("must be at least 0, not " + number, "--episode", "");
        }
        if (step != null && !outer) {
            throw new InputException("goes with --outer alone", "--step", "add --outer");
        }
        if (outer && !beside.isEmpty()) {
            throw new InputException("goes with an inner loop", "--beside", "leave out --outer");
        }
        VectorBackend backend = new VectorBackend();
        Opened opened = open(command.commandLine().getErr(), backend);
        AttributedGraph graph = opened.graph();
        PrintWriter result = command.commandLine().getOut();
        if (outer) {
            OuterAdapt apart = new OuterAdapt(opened.experiment(), graph, opened.run());
            OuterTrace trace = apart.look(step, backend, command.commandLine().getErr());
            opened.notes().run();
            apart.print(trace, json, result);
            return 0;
        }
        Microscope microscope = Microscope.of(opened.experiment(), graph, backend);
        Subject subject = microscope.subject(phase, number);
        List<OtherTrace> others = new ArrayList<>();
        for (Path run : beside) {
            RunRecord record = RunReader.record(run, graph, backend);
            OtherLearner other = OtherLearner.of(opened.experiment(), record, graph, backend);
            others.add(
                    new OtherTrace(
                            String.valueOf(run.getFileName()), other.look(subject, () -> {})));
        }
        opened.notes().run();
        LearnerState untrained = microscope.setup().initial();
        LearnerState learned = opened.run() == null ? untrained : opened.run().tested();
        InnerTrace trace = microscope.look(learned, subject, () -> {});
        Optional<Scratch> scratch = microscope.scratch(subject, () -> {});
        OptionalDouble cosine = microscope.cosine(learned, subject, () -> {});
        if (json) {
            Optional<InnerTrace> before =
                    opened.run() == null
                            ? Optional.empty()
                            : Optional.of(microscope.look(untrained, subject, () -> {}));
            result.println(
                    InnerTraceJson.text(
                                    opened.source(),
                                    graph,
                                    number,
                                    trace,
                                    before,
                                    scratch,
                                    others,
                                    cosine)
                            .strip());
        } else {
            print(opened, trace, cosine, result);
            scratch.ifPresent(patient ->
                    result.printf(
                            "from scratch with %s: query loss %s, %s %s%n",
                            Amount.of(patient.steps(), "inner step"),
                            decimal(patient.query().loss()),
                            trace.measure().word(),
                            trace.measure().number(patient.query().score())));
            for (OtherTrace other : others) {
                result.printf("%nbeside it, %s:%n", other.name());
                print(other.trace(), result);
            }
        }
        return 0;
    }

    private Opened open(PrintWriter progress, VectorBackend backend) throws InputException {
        Path file = options.file();
        if (!Files.isDirectory(file)) {
            ExperimentOptions.Opened opened = options.open();
            return new Opened(
                    opened.experiment(),
                    opened.imported().graph(),
                    null,
                    () -> opened.note(progress));
        }
        options.requireUnchanged();
        Experiment experiment = RunReader.summary(file).experiment();
        AttributedGraph graph = ExperimentOptions.graphOf(file);
        return new Opened(experiment, graph, RunReader.record(file, graph, backend), () -> {});
    }

    private void print(Opened opened, InnerTrace trace, OptionalDouble cosine, PrintWriter result) {
        print(trace, result);
        cosine.ifPresent(value ->
                result.printf(
                        Locale.ROOT,
                        "cosine between the exact meta-gradient and first order: %.5f%n",
                        value));
        result.printf(
                "%s: %s episode %d of %s, from %s%n",
                opened.experiment().name(),
                phase.name().toLowerCase(Locale.ROOT),
                number,
                opened.experiment().task().line(),
                opened.source().theta());
    }

    private static void print(InnerTrace trace, PrintWriter result) {
        List<List<String>> rows = new ArrayList<>();
        List<String> titles =
                new ArrayList<>(
                        List.of(
                                "inner step",
                                "support loss",
                                "query loss",
                                trace.measure().titled(trace.measure().named("support")),
                                trace.measure().titled(trace.measure().named("query")),
                                "changed",
                                "gradient"));
        trace.steps().getFirst().moved().stream()
                .map(move -> "moved " + move.layer())
                .forEach(titles::add);
        rows.add(titles);
        for (InnerStep step : trace.steps()) {
            rows.add(row(trace, step));
        }
        Table.aligned(rows).forEach(result::println);
        trace.broken()
                .ifPresent(step ->
                        result.printf(
                                "the inner loop breaks at step %d: the loss is above where it began;"
                                        + " lower learner.innerRate%n",
                                step));
        if (!trace.hasSteps()) {
            result.println("this learner has no inner loop: what it says follows by a formula");
        }
    }

    private static List<String> row(InnerTrace trace, InnerStep step) {
        List<String> row =
                new ArrayList<>(
                        List.of(
                                Integer.toString(step.step()),
                                decimal(step.support().loss()),
                                decimal(step.query().loss()),
                                trace.measure().number(step.support().score()),
                                trace.measure().number(step.query().score()),
                                Integer.toString(trace.changedAt(step.step())),
                                decimal(step.gradientNorm())));
        step.moved().stream().map(LayerMove::distance).map(AdaptCommand::decimal).forEach(row::add);
        return row;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
