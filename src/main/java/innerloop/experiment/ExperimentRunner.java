package innerloop.experiment;

import innerloop.episode.Phase;
import innerloop.experiment.RunRecord.Metric;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.EpisodeWorker.Contribution;
import innerloop.meta.MetaLearner;
import innerloop.meta.NearestClassMean;
import innerloop.meta.OuterLoop;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs an experiment: sample episodes, adapt to each, move θ, validate now and then, test at the end.
///
/// [#run] works on the calling thread (the trainer) and some worker threads, and says what happens through
/// [TrainingEvent]s. The result is the same for any number of threads: each episode's contribution is computed on
/// its own and they are added in the order of their numbers.
public final class ExperimentRunner {

    /// Validation episodes that stay prepared for the whole run; more of them are cut out anew each time, so that
    /// their number does not decide how much memory a run needs.
    private static final int KEPT_PROBLEMS = 64;

    private final Backend backend;
    private final int threads;

    /// A runner on this arithmetic with this many threads.
    public ExperimentRunner(Backend backend, int threads) {
        this.backend = backend;
        this.threads = threads;
    }

    /// Runs to the end, or until `control` says stop.
    ///
    /// @param events is called on the trainer thread and must return quickly
    /// @throws InputException if the experiment does not fit the graph
    public RunRecord run(
            Experiment experiment,
            AttributedGraph graph,
            RunControl control,
            Consumer<TrainingEvent> events)
            throws InputException {
        ExperimentSetup setup = ExperimentSetup.of(experiment, graph, backend);
        try (EpisodePool pool = new EpisodePool(setup, threads)) {
            return new Training(setup, pool, control, events).run();
        }
    }

    /// One run in progress; lives as long as [ExperimentRunner#run].
    private final class Training {

        private final ExperimentSetup setup;
        private final EpisodePool pool;
        private final RunControl control;
        private final Consumer<TrainingEvent> events;
        private final MetaLearner learner;
        private final Budget budget;
        private final List<Metric> metrics = new ArrayList<>();
        private final List<EpisodeProblem> validation = new ArrayList<>();
        private final List<EpisodeWorker.Slot> slots = new ArrayList<>();
        private final ParameterSpace space;
        private long trainingNanos;
        private int timedSteps;

        Training(
                ExperimentSetup setup,
                EpisodePool pool,
                RunControl control,
                Consumer<TrainingEvent> events) {
            this.setup = setup;
            this.pool = pool;
            this.control = control;
            this.events = events;
            this.learner = setup.experiment().learner();
            this.budget = setup.experiment().budget();
            this.space = new ParameterSpace(backend, setup.model().specs());
            for (int i = 0; i < learner.tasksPerStep(); i++) {
                slots.add(new EpisodeWorker.Slot(backend, setup.model()));
            }
        }

        RunRecord run() {
            Instant started = Instant.now();
            NearestClassMean floor = new NearestClassMean(setup.graph(), setup.features());
            Parameters untrained = setup.initialParameters();
            OuterLoop outer = OuterLoop.start(untrained);
            RunStatus status = RunStatus.FINISHED;
            try {
                begin(floor, untrained);
                while (outer.steps() < budget.steps() && status == RunStatus.FINISHED) {
                    control.checkpoint();
                    OuterLoop next = step(outer);
                    status = next.steps() == outer.steps() ? RunStatus.DIVERGED : status;
                    outer = next;
                    control.stepDone();
                    if (status == RunStatus.FINISHED && isDue(outer.steps())) {
                        validate(outer);
                    }
                }
            } catch (RunControl.StoppedException e) {
                status = RunStatus.STOPPED;
            }
            RunRecord record = finish(outer, status, floor, untrained, started);
            events.accept(new TrainingEvent.Finished(record));
            return record;
        }

        /// Validation is due every so many steps and after the last one.
        private boolean isDue(int steps) {
            return steps % budget.evaluateEvery() == 0 || steps == budget.steps();
        }

        private void begin(NearestClassMean floor, Parameters untrained) {
            Phase phase = setup.validationPhase();
            double[] floorAccuracy = new double[budget.validationTasks()];
            for (int i = 0; i < floorAccuracy.length; i++) {
                control.checkpoint();
                var episode = setup.episode(phase, i);
                if (i < KEPT_PROBLEMS) {
                    validation.add(setup.problem(episode));
                }
                floorAccuracy[i] = floor.accuracy(episode);
            }
            Score floorScore = Score.of(floorAccuracy);
            Score zeroSteps = validationScore(untrained);
            record(0, "validation", "floor", floorScore.accuracy());
            record(0, "validation", "zeroSteps", zeroSteps.accuracy());
            record(0, "validation", "accuracy", zeroSteps.accuracy());
            record(0, "validation", "ci95", zeroSteps.ci95());
            events.accept(new TrainingEvent.Started(floorScore, zeroSteps));
            events.accept(new TrainingEvent.Evaluated(0, zeroSteps));
        }

        private Score validationScore(Parameters theta) {
            double[] accuracy = new double[budget.validationTasks()];
            pool.forEach(
                    accuracy.length,
                    (worker, i) -> {
                        EpisodeProblem problem =
                                i < validation.size()
                                        ? validation.get(i)
                                        : setup.problem(setup.episode(setup.validationPhase(), i));
                        accuracy[i] = worker.accuracy(learner, problem, theta, control::checkpoint);
                    });
            return Score.of(accuracy);
        }

        /// One outer step; returns `outer` itself if its numbers are not finite.
        private OuterLoop step(OuterLoop outer) {
            int number = outer.steps() + 1;
            int waits = control.waits();
            long begin = System.nanoTime();
            int tasks = learner.tasksPerStep();
            Contribution[] contributions = new Contribution[tasks];
            pool.forEach(
                    tasks,
                    (worker, i) -> {
                        long episode = (long) outer.steps() * tasks + i;
                        contributions[i] =
                                worker.contribute(
                                        learner,
                                        setup.problem(setup.episode(Phase.TRAIN, episode)),
                                        outer.theta(),
                                        slots.get(i),
                                        control::checkpoint);
                    });
            space.reset(setup.model().specs());
            Parameters direction = space.zero();
            Matrix scratch = space.blank().values().getFirst();
            double before = 0;
            double after = 0;
            for (Contribution c : contributions) {
                c.problem().extend(c.direction(), 1.0 / tasks, direction, scratch, backend);
                before += c.lossBefore() / tasks;
                after += c.lossAfter() / tasks;
            }
            double norm = space.norm(direction);
            if (!Double.isFinite(after) || !Double.isFinite(norm)) {
                events.accept(new TrainingEvent.Diverged(number, reason(contributions, norm)));
                return outer;
            }
            OuterLoop moved = outer.step(learner, direction, budget.steps(), backend);
            if (!Double.isFinite(space.norm(moved.theta()))) {
                events.accept(
                        new TrainingEvent.Diverged(
                                number,
                                "the parameters are no longer finite after the outer step; try a"
                                        + " smaller outer rate"));
                return outer;
            }
            if (control.waits() == waits) {
                trainingNanos += System.nanoTime() - begin;
                timedSteps++;
            }
            record(number, "train", "queryLossBefore", before);
            record(number, "train", "queryLossAfter", after);
            record(number, "train", "metaGradientNorm", norm);
            events.accept(
                    new TrainingEvent.StepFinished(number, before, after, norm, stepsPerSecond()));
            events.accept(new TrainingEvent.Moved(number, moved.theta()));
            return moved;
        }

        private String reason(Contribution[] contributions, double norm) {
            for (int i = 0; i < contributions.length; i++) {
                double loss = contributions[i].lossAfter();
                if (!Double.isFinite(loss)) {
                    return "query loss after adaptation is %s in task %d; try a smaller inner rate"
                            .formatted(loss, i + 1);
                }
            }
            return "the meta-gradient's norm is " + norm + "; try a smaller inner rate";
        }

        private void validate(OuterLoop outer) {
            Score score = validationScore(outer.theta());
            record(outer.steps(), "validation", "accuracy", score.accuracy());
            record(outer.steps(), "validation", "ci95", score.ci95());
            events.accept(new TrainingEvent.Evaluated(outer.steps(), score));
        }

        private RunRecord finish(
                OuterLoop outer,
                RunStatus status,
                NearestClassMean floor,
                Parameters untrained,
                Instant started) {
            int tasks = budget.testTasks();
            events.accept(new TrainingEvent.Testing(tasks));
            double[] trainedAccuracy = new double[tasks];
            double[] untrainedAccuracy = new double[tasks];
            double[] floorAccuracy = new double[tasks];
            pool.forEach(
                    tasks,
                    (worker, i) -> {
                        var episode = setup.episode(Phase.TEST, i);
                        EpisodeProblem problem = setup.problem(episode);
                        trainedAccuracy[i] =
                                worker.accuracy(learner, problem, outer.theta(), () -> {});
                        untrainedAccuracy[i] =
                                worker.accuracy(learner, problem, untrained, () -> {});
                        floorAccuracy[i] = floor.accuracy(episode);
                    });
            Score test = Score.of(trainedAccuracy);
            record(outer.steps(), "test", "accuracy", test.accuracy());
            record(outer.steps(), "test", "ci95", test.ci95());
            record(outer.steps(), "test", "floor", Score.of(floorAccuracy).accuracy());
            record(outer.steps(), "test", "zeroSteps", Score.of(untrainedAccuracy).accuracy());
            double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
            return new RunRecord(
                    setup.experiment(),
                    status,
                    outer.steps(),
                    test,
                    Score.of(floorAccuracy),
                    gain(trainedAccuracy, floorAccuracy),
                    Score.of(untrainedAccuracy),
                    setup.protocol(),
                    stepsPerSecond(),
                    metrics,
                    outer.theta(),
                    Provenances.of(setup, threads, outer.theta(), started.toString(), seconds));
        }

        private static Score gain(double[] trained, double[] floorAccuracy) {
            double[] differences = new double[trained.length];
            for (int i = 0; i < differences.length; i++) {
                differences[i] = trained[i] - floorAccuracy[i];
            }
            return Score.of(differences);
        }

        private double stepsPerSecond() {
            return timedSteps == 0 ? 0 : timedSteps * 1e9 / trainingNanos;
        }

        private void record(int step, String phase, String name, double value) {
            metrics.add(new Metric(step, phase, name, value));
        }
    }
}
