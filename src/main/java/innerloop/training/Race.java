package innerloop.training;

import innerloop.episode.Phase;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.leakage.Leakage;
import innerloop.math.Backend;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.meta.MetaLearner;
import innerloop.meta.Traits;
import innerloop.nn.Parameters;
import innerloop.phrase.Phrase;
import innerloop.phrase.Telling;
import innerloop.phrase.Trouble;
import innerloop.task.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// How much sooner a meta-trained θ learns an episode: the same inner loop, on the same test episodes, from the meta-trained
/// θ, from one that was pre-trained for as many outer steps, and from the untrained one, scored after every inner step.
///
/// The scores are the same for any number of threads; the times are measured.
public final class Race {

    private static final int LEAST_STEPS = 50;

    /// How many times as many inner steps as the learner takes show how the curves go on.
    public static final int TIMES_USUAL = 10;

    /// What the inner loop starts from.
    public enum Start {
        /// What the experiment's learner makes of its budget.
        META("meta"),
        /// The weights of a network that was trained to tell all base classes apart, with a head that is not.
        PRE_TRAINED("pre-trained"),
        /// The untrained θ, from which both trainings set out.
        RANDOM("random");

        private final String word;

        Start(String word) {
            this.word = word;
        }

        /// Its name in files.
        public String word() {
            return word;
        }
    }

    /// A part of the work.
    public enum Stage {
        /// The experiment's learner is trained.
        META_TRAINING,
        /// The network that tells all base classes apart is trained.
        PRE_TRAINING,
        /// The test episodes are learned.
        RACING
    }

    /// How far a stage has come.
    ///
    /// @param done outer steps or test episodes
    /// @param total how many there will be
    public record Progress(Stage stage, int done, int total) {}

    /// A training whose numbers stopped being finite, so that there is no start.
    public static final class DivergedException extends Exception implements Telling {
        private static final long serialVersionUID = 1L;

        private final Phrase phrase;

        DivergedException(Stage stage, int step, Phrase reason) {
            Phrase said = Phrase.of("race.diverged." + stage.name(), step, reason);
            super(said.text());
            this.phrase = said;
        }

        @Override
        public Phrase phrase() {
            return phrase;
        }
    }

    private final Backend backend;
    private final int threads;
    private final RunControl control;
    private final Consumer<Progress> progress;

    /// @param control ends it when it is told to abandon
    /// @param progress called on any of the threads that work
    public Race(Backend backend, int threads, RunControl control, Consumer<Progress> progress) {
        this.backend = backend;
        this.threads = threads;
        this.control = control;
        this.progress = progress;
    }

    /// So many times the inner steps of the learner, at least 50, as far as there may be so many.
    public static int steps(MetaLearner.Adapting learner, int times) {
        int many = Math.max(LEAST_STEPS, times * learner.inner().steps());
        return Math.min(MetaLearner.MOST, many);
    }

    /// The learner of an experiment that can be raced.
    ///
    /// @throws InputException if it takes no inner steps or is not meta-trained
    public static MetaLearner.Adapting require(Experiment experiment) throws InputException {
        if (experiment.task().isWhole()) {
            throw new InputException(Trouble.of("race.wholeTask"), "task.kind");
        }
        boolean adapts = experiment.learner() instanceof MetaLearner.Adapting;
        if (experiment.learner() instanceof MetaLearner.Adapting adapting
                && adapting.traits().loss() == Traits.Loss.BEFORE_AND_AFTER) {
            return adapting;
        }
        throw new InputException(
                Trouble.of(adapts ? "race.notMetaTrained" : "race.noInnerSteps"), "learner.kind");
    }

    /// The number of inner steps, if it reaches those of the learner.
    public static int requireSteps(MetaLearner.Adapting learner, int steps) throws InputException {
        int own = learner.inner().steps();
        if (steps < own || steps > MetaLearner.MOST) {
            throw new InputException(
                    Trouble.of("race.steps", own, MetaLearner.MOST, steps), "--steps");
        }
        return steps;
    }

    /// Trains twice, races, and returns what came out.
    ///
    /// @param steps inner steps to take, at least those of the experiment's learner
    /// @throws InputException if the experiment does not fit its graph or cannot be raced
    /// @throws RunControl.StoppedException if it was told to stop
    public RaceResult run(Experiment experiment, AttributedGraph graph, int steps)
            throws InputException, DivergedException {
        MetaLearner.Adapting learner = require(experiment);
        ExperimentSetup setup =
                ExperimentSetup.of(
                        experiment.withLearner(learner.withInner(learner.inner().withSteps(steps))),
                        graph,
                        backend);
        LearnerState untrained = setup.initial();
        LearnerState meta = trained(Stage.META_TRAINING, experiment, graph);
        Experiment base = experiment.withLearner(learner.pretraining());
        Parameters body = trained(Stage.PRE_TRAINING, base, graph).theta();
        int tasks = experiment.budget().testTasks();
        List<RaceTrack> tracks =
                List.of(
                        new RaceTrack(Start.META, meta, tasks, steps),
                        new RaceTrack(Start.PRE_TRAINED, untrained.withBody(body), tasks, steps),
                        new RaceTrack(Start.RANDOM, untrained, tasks, steps));
        Score floor = raced(setup, tracks);
        return new RaceResult(
                setup.experiment(),
                learner.inner().steps(),
                tracks.stream()
                        .map(track -> track.curve(tracks.getFirst(), experiment.measure()))
                        .toList(),
                floor,
                protocol(setup));
    }

    private static Phrase protocol(ExperimentSetup setup) {
        List<Phrase> parts = new ArrayList<>(setup.protocol());
        parts.addAll(Leakage.remarks(Leakage.of(setup.experiment(), setup.graph())));
        return Phrase.line(parts);
    }

    /// What the experiment's learner has learned after its budget. Neither validation nor test changes that, so there is as
    /// little of them as can be.
    private LearnerState trained(Stage stage, Experiment experiment, AttributedGraph graph)
            throws InputException, DivergedException {
        Budget budget = experiment.budget();
        Budget bare = budget.withEvaluateEvery(budget.steps()).withTestTasks(Budget.FEWEST_TASKS);
        List<LearnerState> last = new ArrayList<>();
        List<TrainingEvent.Diverged> diverged = new ArrayList<>();
        RunRecord record =
                new ExperimentRunner(backend, threads)
                        .run(
                                experiment.withBudget(bare),
                                graph,
                                control,
                                event -> {
                                    if (event instanceof TrainingEvent.Moved moved) {
                                        last.clear();
                                        last.add(moved.learned());
                                        report(stage, moved.step(), budget.steps());
                                    } else if (event instanceof TrainingEvent.Diverged why) {
                                        diverged.add(why);
                                    }
                                });
        control.pausePoint();
        if (record.status() == RunStatus.DIVERGED) {
            TrainingEvent.Diverged why = diverged.getFirst();
            throw new DivergedException(stage, why.step(), why.reason());
        }
        return last.getFirst();
    }

    private void report(Stage stage, int done, int total) {
        progress.accept(new Progress(stage, done, total));
    }

    /// Learns every test episode on every track; returns the floor.
    private Score raced(ExperimentSetup setup, List<RaceTrack> tracks) {
        int tasks = setup.experiment().budget().testTasks();
        PhaseGraph seen = setup.seen(Phase.TEST);
        seen.prepareFloor();
        BaselineValues baselines = new BaselineValues(seen.baselines(), tasks);
        AtomicInteger done = new AtomicInteger();
        try (EpisodePool pool = new EpisodePool(setup, threads)) {
            pool.forEach(
                    tasks,
                    (worker, i) -> {
                        var episode = setup.episode(Phase.TEST, i);
                        EpisodeProblem problem = setup.problem(Phase.TEST, episode);
                        for (RaceTrack track : tracks) {
                            track.run(worker, problem, i, setup, control::pausePoint);
                        }
                        baselines.ask(i, episode);
                        report(Stage.RACING, done.incrementAndGet(), tasks);
                    });
        }
        EpisodeProblem first = setup.problem(Phase.TEST, setup.episode(Phase.TEST, 0));
        for (RaceTrack track : tracks) {
            EpisodeWorker fresh = new EpisodeWorker(backend, setup.plan());
            track.weigh(fresh, first, control::pausePoint);
        }
        return baselines.scores(setup.experiment().measure()).getFirst().score();
    }
}
