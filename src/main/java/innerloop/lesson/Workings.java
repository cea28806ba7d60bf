package innerloop.lesson;

import innerloop.experiment.Experiment;
import innerloop.experiment.GraphPaths;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphReaders;
import innerloop.math.Backend;
import innerloop.math.VectorBackend;
import innerloop.meta.LearnerState;
import innerloop.meta.MetaLearner;
import innerloop.phrase.Trouble;
import innerloop.training.ExperimentRunner;
import innerloop.training.Race;
import innerloop.training.RaceResult;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Computes the values that a lesson names, with the engine that trains. What was run is handed over by [#done], or run here by
/// [#perform]; a value that asks about a run before it is over is refused. For one thread at a time.
public final class Workings {

    private final Lesson lesson;
    private final Path file;
    private final int threads;
    private final Map<String, RunRecord> records = new HashMap<>();
    private final Map<String, RaceResult> races = new HashMap<>();
    private final Map<String, Experiment> experiments = new HashMap<>();
    private final Map<String, AttributedGraph> graphs = new HashMap<>();
    private final Explanations explanations = new Explanations(this);
    private final BackwardPasses passes = new BackwardPasses(explanations, this);
    private final Traces traces = new Traces(this);
    private final OuterSteps outerSteps = new OuterSteps(this);

    /// @param file the experiment's file ([#experimentFile])
    /// @param threads for what is run here; does not change any value
    public Workings(Lesson lesson, Path file, int threads) {
        this.lesson = lesson;
        this.file = file;
        this.threads = threads;
    }

    /// The file of a lesson's experiment: beside the lesson, or a sample.
    ///
    /// @throws InputException if there is neither
    public static Path experimentFile(Lesson lesson, Path lessonFile, Path samples)
            throws InputException {
        String named = lesson.head().experiment();
        Path beside = lessonFile.toAbsolutePath().resolveSibling(named);
        Path sample = samples.resolve(named + ".experiment.json");
        if (Files.isRegularFile(beside)) {
            return beside;
        }
        if (Files.isRegularFile(sample)) {
            return sample;
        }
        throw new InputException(Trouble.of("lesson.noExperiment", named), "experiment");
    }

    /// The experiment of a run, or the lesson's own.
    ///
    /// @param run null for the lesson's own
    /// @throws InputException if the settings do not fit
    public Experiment experiment(Part.@Nullable Run run) throws InputException {
        String name = run == null ? "" : run.name();
        Experiment known = experiments.get(name);
        if (known == null) {
            List<String> own = run == null ? List.of() : run.settings();
            known =
                    ExperimentJson.read(
                            file,
                            Stream.concat(lesson.head().settings().stream(), own.stream())
                                    .toList());
            experiments.put(name, known);
        }
        return known;
    }

    /// The graph of a run's experiment as that sees it.
    ///
    /// @param run null for the lesson's own
    public AttributedGraph graph(Part.@Nullable Run run) throws InputException {
        Experiment experiment = experiment(run);
        Path path = GraphPaths.resolve(file, experiment);
        AttributedGraph read = graphs.get(path.toString());
        if (read == null) {
            read = GraphReaders.read(path).graph();
            graphs.put(path.toString(), read);
        }
        return experiment.labelled(read);
    }

    /// What a run came to.
    public void done(Part.Run run, RunRecord record) {
        records.put(run.name(), record);
    }

    /// What a race came to.
    public void done(Part.Run run, RaceResult result) {
        races.put(run.name(), result);
    }

    /// Whether it is over.
    public boolean isDone(Part.Run run) {
        return records.containsKey(run.name()) || races.containsKey(run.name());
    }

    /// Runs it here and now.
    ///
    /// @throws InputException if it cannot be run, or its numbers stop being finite
    public void perform(Part.Run run, RunControl control) throws InputException {
        Experiment experiment = experiment(run);
        AttributedGraph graph = graph(run);
        switch (run.kind()) {
            case TRAIN -> {
                RunRecord record =
                        new ExperimentRunner(new VectorBackend(), threads)
                                .run(experiment, graph, control, _ -> {});
                if (record.status() == RunStatus.DIVERGED) {
                    throw new InputException(Trouble.of("lesson.diverges"), "");
                }
                done(run, record);
            }
            case RACE -> {
                MetaLearner.Adapting learner = Race.require(experiment);
                try {
                    done(
                            run,
                            new Race(new VectorBackend(), threads, control, _ -> {})
                                    .run(experiment, graph, Race.steps(learner, Race.TIMES_USUAL)));
                } catch (Race.DivergedException e) {
                    throw new InputException(Trouble.of("lesson.raceDiverges", e.phrase()), "");
                }
            }
        }
    }

    /// A value.
    ///
    /// @throws InputException if it cannot be had: a node or name that is not there, a run that is not over
    public double value(Expression expression) throws InputException {
        double first = value(expression.first());
        Optional<Expression.Second> second = expression.second();
        return second.isEmpty()
                ? first
                : second.get().sign().of(first, value(second.get().quantity()));
    }

    private double value(Quantity quantity) throws InputException {
        return switch (quantity) {
            case Quantity.Literal(double value) -> value;
            case Quantity.Named named ->
                    switch (named.source()) {
                        case EXPLAIN -> explanations.value(named, run(named));
                        case ADAPT -> traces.value(named, run(named));
                        case BACKWARD -> passes.value(named, run(named));
                        case OUTER -> outerSteps.value(named, run(named));
                        case RUN -> RunValues.of(record(named), named);
                        case RACE -> RaceValues.of(race(named), named);
                        case GRAPH -> GraphValues.of(graph(null), named);
                    };
        };
    }

    /// Whether all of a choice's checks hold.
    public boolean holds(Claim claim) throws InputException {
        return claim.relation().holds(value(claim.left()), value(claim.right()));
    }

    private Part.@Nullable Run run(Quantity.Named named) {
        return lesson.runOf(named).orElse(null);
    }

    /// The state to start from: that of a run once it is over, or else the untrained one.
    ///
    /// @param untrained that one
    /// @param backend in whose matrices the numbers are wanted
    LearnerState state(Quantity.Named named, LearnerState untrained, Backend backend)
            throws InputException {
        return named.asksForEnd() ? record(named).tested().on(backend) : untrained;
    }

    private RunRecord record(Quantity.Named named) throws InputException {
        Part.Run run = lesson.runOf(named).orElseThrow();
        RunRecord record = records.get(run.name());
        if (record == null) {
            throw notYet(run);
        }
        return record;
    }

    private RaceResult race(Quantity.Named named) throws InputException {
        Part.Run run = lesson.runOf(named).orElseThrow();
        RaceResult result = races.get(run.name());
        if (result == null) {
            throw notYet(run);
        }
        return result;
    }

    private static InputException notYet(Part.Run run) {
        return new InputException(
                Trouble.of(
                        "lesson.notOver." + run.kind().name(),
                        run.name(),
                        Integer.toString(run.place().line())),
                "");
    }
}
