package innerloop.training;

import innerloop.episode.Phase;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.leakage.Leakage;
import innerloop.math.Backend;
import innerloop.meta.Contribution;
import innerloop.meta.Direction;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.LearnerState;
import innerloop.meta.MetaLearner;
import innerloop.meta.OuterState;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.phrase.Phrase;
import innerloop.task.BaselineScore;
import innerloop.task.Score;
import innerloop.training.EpisodePool.Prepared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/// One run in progress; lives as long as [ExperimentRunner#run].
final class Training {

    /// A mean query loss no network recovers from; guessing costs ln(ways).
    private static final double RUINED = 1e6;

    /// Adam squares every entry of the gradient; the squares of larger ones overflow float32.
    private static final double LARGEST_NORM = 1e18;

    private List<Prepared<EpisodeProblem>> upcoming = List.of();
    private final ExperimentSetup setup;
    private final EpisodePool pool;
    private final RunControl control;
    private final Consumer<TrainingEvent> events;
    private final Backend backend;
    private final MetaLearner learner;
    private final Budget budget;
    private final ProgressKeeper keeper;
    private final Progress from;
    private final MetricLog metrics;
    private final Validation validation;
    private final List<Contribution.Buffer> buffers = new ArrayList<>();
    private final List<Leakage.Leak> leaks;
    private final Direction.Mean mean;
    private final ParameterSpace space;
    private int tested;

    private final NonFiniteReason why;
    private final Pace pace;
    private final SpeedLog speed;

    /// The outer steps of the progress that is kept; −1 if there is none.
    private int keptSteps = -1;

    private final long begun = System.nanoTime();
    private final UpdateRatios updateRatios;
    private final Checkpoints checkpoints;
    private final Patience patience;

    Training(
            ExperimentSetup setup,
            EpisodePool pool,
            RunControl control,
            Consumer<TrainingEvent> events,
            ProgressKeeper keeper,
            Progress from) {
        this.setup = setup;
        this.pool = pool;
        this.control = control;
        this.events = events;
        this.backend = setup.backend();
        this.learner = setup.experiment().learner();
        this.why = new NonFiniteReason(setup);
        this.budget = setup.experiment().budget();
        this.leaks = Leakage.of(setup.experiment(), setup.graph());
        this.validation = new Validation(setup, pool, control);
        this.keeper = keeper;
        this.from = from;
        this.metrics = new MetricLog(from.metrics());
        this.pace = new Pace(from.pace());
        this.speed = new SpeedLog(from.speed());
        this.updateRatios = new UpdateRatios(from.outer().learned().theta().specs(), backend);
        this.checkpoints = new Checkpoints(from.checkpoints());
        this.patience =
                new Patience(
                        learner.patience(),
                        budget.keep() == Budget.Keep.BEST
                                && setup.validationPhase() == Phase.VALIDATION,
                        setup.experiment().measure(),
                        from.metrics().metrics());
        if (patience.keepsBest() && from.outer().steps() > 0) {
            checkpoints.protect(patience.bestStep());
        }
        this.space = new ParameterSpace(backend, List.of());
        this.mean = new Direction.Mean(backend);
        for (int i = 0; i < learner.tasksPerStep(); i++) {
            buffers.add(new Contribution.Buffer(backend));
        }
    }

    /// The progress of a run that has not begun.
    static Progress beginning(PretrainingStage.Result pretrained) {
        LearnerState initial = pretrained.start();
        return new Progress(
                OuterState.start(initial),
                new MetricLog.Part(true, 1, pretrained.metrics()),
                List.of(),
                new Checkpoints.Kept(List.of(Checkpoint.of(OuterState.start(initial))), 1, 0),
                Pace.Total.NONE,
                Instant.now(),
                0);
    }

    RunRecord run() {
        LearnerState untrained = checkpoints.list().getFirst().learned();
        OuterState outer = from.outer();
        RunStatus status = RunStatus.FINISHED;
        int total = learner.trains() ? budget.steps() : 0;
        try {
            begin(untrained);
            while (outer.steps() < total
                    && status == RunStatus.FINISHED
                    && !patience.isOver(outer.steps())) {
                control.pausePoint();
                OuterState next = step(outer);
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
        if (status != RunStatus.DIVERGED && outer.steps() != keptSteps) {
            keep(outer);
        }
        if (checkpoints.list().getLast().step() < outer.steps()) {
            save(outer);
        }
        RunRecord record = finish(chosen(outer), outer.steps(), status, untrained);
        events.accept(new TrainingEvent.Finished(record));
        return record;
    }

    /// What was learned: the last state, or that of the best validation for a learner that stops early.
    private LearnerState chosen(OuterState outer) {
        return patience.keepsBest()
                ? checkpoints.at(patience.bestStep()).learned()
                : outer.learned();
    }

    /// Whether validation is due: every `evaluateEvery` steps and after the last one.
    private boolean isDue(int steps) {
        return steps % budget.evaluateEvery() == 0 || steps == budget.steps();
    }

    private void begin(LearnerState untrained) {
        List<BaselineScore> baselines = validation.begin();
        Score zeroSteps = validation.score(untrained);
        events.accept(new TrainingEvent.Started(zeroSteps, baselines, leaks));
        if (from.outer().steps() == 0) {
            metrics.add(0, Phase.VALIDATION, zeroSteps, baselines);
            metrics.add(0, Phase.VALIDATION, zeroSteps);
            patience.see(0, zeroSteps);
            events.accept(new TrainingEvent.Evaluated(0, zeroSteps));
            events.accept(new TrainingEvent.Saved(checkpoints.list().getFirst()));
        } else {
            events.accept(
                    new TrainingEvent.Resumed(
                            from.outer().steps(),
                            metrics.metrics(),
                            speed.all(),
                            checkpoints.list()));
        }
    }

    /// One outer step; returns `outer` itself if its numbers are not finite.
    private OuterState step(OuterState outer) {
        int number = outer.steps() + 1;
        int waits = control.waits();
        long begin = System.nanoTime();
        Contribution[] contributions = contributions(outer);
        LearnerState learned = outer.learned();
        Direction direction = mean.of(learned, contributions);
        double before = Arrays.stream(contributions).mapToDouble(Contribution::lossBefore).sum();
        double after = Arrays.stream(contributions).mapToDouble(Contribution::lossAfter).sum();
        double norm = mean.norm(direction);
        if (after / contributions.length > RUINED) {
            events.accept(
                    new TrainingEvent.Diverged(
                            number,
                            Phrase.of(
                                    "diverged.loss",
                                    "%.0e".formatted(after / contributions.length),
                                    why.rate())));
            return outer;
        }
        if (!Double.isFinite(after) || !(norm < LARGEST_NORM)) {
            events.accept(
                    new TrainingEvent.Diverged(
                            number, why.ofStep(contributions, buffers, outer, norm)));
            return outer;
        }
        OuterState moved = learner.step(outer, direction, budget.steps(), backend);
        if (!Double.isFinite(space.norm(moved.learned().theta()))) {
            events.accept(
                    new TrainingEvent.Diverged(
                            number,
                            Phrase.of(
                                    "diverged.outer",
                                    NonFiniteReason.first(moved.learned().theta()))));
            return outer;
        }
        int tasks = contributions.length;
        List<Double> ratios = updateRatios.of(learned.theta(), moved.learned().theta());
        if (control.waits() == waits) {
            pace.add(System.nanoTime() - begin).ifPresent(lately -> paced(number, lately));
        }
        TrainingEvent.StepFinished done =
                new TrainingEvent.StepFinished(
                        number,
                        before / tasks,
                        after / tasks,
                        norm,
                        ratios,
                        Contribution.mean(contributions, Contribution::cosine),
                        Contribution.mean(contributions, Contribution::penalty),
                        pace.stepsPerSecond(),
                        secondsLeft(number));
        metrics.step(number, done.numbers());
        events.accept(done);
        events.accept(new TrainingEvent.Moved(moved));
        return moved;
    }

    /// An episode of the test is adapted to twice, once without training; one of validation once.
    private double secondsLeft(int step) {
        if (pace.stepsPerSecond() == 0) {
            return -1;
        }
        int validations = (budget.steps() - 1) / budget.evaluateEvery() + 1;
        int done = step / budget.evaluateEvery();
        Experiment experiment = setup.experiment();
        double test = 2.0 * experiment.testEpisodes() / experiment.validationEpisodes();
        return (budget.steps() - step) / pace.stepsPerSecond()
                + (Math.max(0, validations - done) + test) * validation.seconds();
    }

    private void paced(int step, double stepsPerSecond) {
        speed.add(step, stepsPerSecond);
        events.accept(new TrainingEvent.Paced(step, stepsPerSecond));
    }

    private Contribution[] contributions(OuterState outer) {
        int tasks = learner.tasksPerStep();
        List<Prepared<EpisodeProblem>> problems =
                upcoming.isEmpty() ? problems(outer.steps()) : upcoming;
        // Episodes do not depend on θ, so idle threads already prepare those of the next step.
        upcoming = outer.steps() + 1 < budget.steps() ? problems(outer.steps() + 1) : List.of();
        Contribution[] contributions = new Contribution[tasks];
        pool.forEach(
                tasks,
                (worker, i) ->
                        contributions[i] =
                                worker.contribute(
                                        problems.get(i).get(),
                                        outer.learned(),
                                        outer.steps(),
                                        buffers.get(i),
                                        control::pausePoint),
                upcoming);
        return contributions;
    }

    private List<Prepared<EpisodeProblem>> problems(int step) {
        long tasks = learner.tasksPerStep();
        return LongStream.range(step * tasks, (step + 1) * tasks)
                .mapToObj(i -> new Prepared<>(() -> setup.trainingProblem(i)))
                .toList();
    }

    private void validate(OuterState outer) {
        Score score = validation.score(outer.learned());
        metrics.add(outer.steps(), Phase.VALIDATION, score);
        events.accept(new TrainingEvent.Evaluated(outer.steps(), score));
        save(outer);
        watch(outer.steps(), score);
        keep(outer);
    }

    private void watch(int steps, Score score) {
        patience.see(steps, score);
        if (patience.keepsBest() && patience.bestStep() == steps) {
            checkpoints.protect(steps);
        }
    }

    /// Keeps the progress, so that the run can go on from here.
    private void keep(OuterState outer) {
        keeper.keep(
                new Progress(
                        outer,
                        metrics.part(),
                        speed.part(),
                        checkpoints.kept(),
                        pace.total(),
                        from.started(),
                        seconds()));
        keptSteps = outer.steps();
    }

    private double seconds() {
        return from.seconds() + (System.nanoTime() - begun) / 1e9;
    }

    private synchronized void tested() {
        tested++;
        events.accept(new TrainingEvent.Tested(tested));
    }

    private void save(OuterState outer) {
        Checkpoint checkpoint = Checkpoint.of(outer);
        checkpoints.add(checkpoint);
        events.accept(new TrainingEvent.Saved(checkpoint));
    }

    private RunRecord finish(
            LearnerState learned, int steps, RunStatus status, LearnerState untrained) {
        // Prepared beforehand, so that it does not count in the time of the first episode.
        setup.seen(Phase.TEST).prepareFloor();
        control.beginTest();
        events.accept(new TrainingEvent.Testing(setup.experiment().testEpisodes()));
        FinalTest test = FinalTest.of(setup, pool, learned, untrained, control, this::tested);
        int tested = test.episodes().size();
        RunStatus ended =
                status == RunStatus.FINISHED && tested < setup.experiment().testEpisodes()
                        ? RunStatus.STOPPED
                        : status;
        if (status == RunStatus.FINISHED && test.notFinite() >= 0) {
            ended = RunStatus.DIVERGED;
            events.accept(new TrainingEvent.Diverged(steps, why.ofTest(test.notFinite(), learned)));
        }
        metrics.add(steps, Phase.TEST, test.score());
        metrics.add(steps, Phase.TEST, test.zeroSteps(), test.baselines());
        test.others().forEach((key, value) -> metrics.add(steps, key, value));
        Parameters theta = learned.theta();
        return new RunRecord(
                setup.experiment(),
                ended,
                steps,
                test.score(),
                test.gain(),
                test.zeroSteps(),
                test.baselines(),
                test.episodes(),
                protocol(tested),
                leaks,
                pace.stepsPerSecond(),
                engineBytes(),
                metrics.metrics(),
                speed.all(),
                checkpoints.list(),
                theta,
                learned.rates(),
                Provenances.of(setup, pool.threads(), theta, from.started().toString(), seconds()));
    }

    private Phrase protocol(int tested) {
        List<Phrase> parts = new ArrayList<>(setup.protocol(tested));
        if (patience.keepsBest()) {
            parts.add(Phrase.of("protocol.best", Phrase.amount(patience.bestStep(), "step")));
        }
        parts.addAll(Leakage.remarks(leaks));
        return Phrase.line(parts);
    }

    /// Bytes of everything computed with: evaluators, inner loops, episodes kept, contributions.
    private long engineBytes() {
        long given = buffers.stream().mapToLong(Contribution.Buffer::bytes).sum();
        return pool.bytes() + given + validation.bytes() + mean.bytes();
    }
}
