package innerloop.training;

import innerloop.episode.Episode;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.Matrix;
import innerloop.math.SymmetricEigen;
import innerloop.math.VectorBackend;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.nn.Block;
import innerloop.nn.NetworkEvaluator;
import innerloop.projection.PlaneAndSpace;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes [Observation]s from the newest θ on the `observer` thread, at most [#PER_SECOND] a second: θ is adapted
/// to one *watched* episode (the first of validation), then the whole graph is encoded.
public final class Observer implements AutoCloseable {

    /// How often a picture is made; each costs some milliseconds that the trainer's cores then lack.
    private static final int PER_SECOND = 2;

    /// θ at a moment; null for the one training begins with.
    record Snapshot(Moment at, @Nullable LearnerState learned) {}

    private final BlockingQueue<Snapshot> newest = new ArrayBlockingQueue<>(1);
    private final AtomicReference<@Nullable Observation> made = new AtomicReference<>();
    private final AtomicReference<@Nullable Subject> watched = new AtomicReference<>();

    /// How many times longer than a look the observer rests after it, so that training keeps its speed.
    private static final long REST = 19;

    /// Nobody watches a picture that comes more rarely, as long as looking takes no more than a tenth of the time.
    private static final long LONG_REST = 3_000;

    private static final long LEAST_REST = 9;

    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean outOfMemory;
    private volatile boolean points;
    private final Semaphore urgent = new Semaphore(0);
    private volatile Request wanted;
    private Snapshot last = new Snapshot(Moment.after(0), null);

    /// What is painted; what is not a whole episode means one of a phase.
    ///
    /// @param number counts the requests
    /// @param episode which of the phase's, counted from 0
    record Request(int number, PaintedEpisode painted, Phase phase, long episode) {}

    /// Starts observing runs of this experiment; `eigen` is asked for on the observer thread.
    ///
    /// @param wanted the episode to watch; what is not a whole one means the first of validation
    public Observer(
            Experiment experiment,
            AttributedGraph graph,
            PaintedEpisode wanted,
            Supplier<SymmetricEigen> eigen) {
        this.wanted = new Request(0, wanted, Phase.VALIDATION, 0);
        thread = new Thread(() -> observeOrGiveUp(experiment, graph, eigen), "observer");
        thread.setDaemon(true);
        thread.start();
    }

    /// Offers θ; only the newest is looked at.
    ///
    /// @param at its outer step, and how far it is to be adapted to the watched episode
    /// @param learned null for the one training begins with
    public void offer(Moment at, @Nullable LearnerState learned) {
        last = new Snapshot(at, learned);
        look();
    }

    /// Offers θ that somebody waits for.
    public void offerNow(Moment at, @Nullable LearnerState learned) {
        offer(at, learned);
        urgent.release();
    }

    /// Whether pictures come with the embedding itself; if so, the next one comes at once.
    public void wantPoints(boolean wanted) {
        points = wanted;
        if (wanted) {
            look();
            urgent.release();
        }
    }

    /// Watches another episode, one of a phase if this is not a whole one; θ stays.
    ///
    /// @param phase validation or test; one without episodes means training
    /// @param episode which of the phase's, counted from 0
    /// @return the [Observation#request()] of the pictures of it
    public int watch(PaintedEpisode painted, Phase phase, long episode) {
        int number = wanted.number() + 1;
        wanted = new Request(number, painted, phase, episode);
        look();
        urgent.release();
        return number;
    }

    private void look() {
        newest.clear();
        if (!newest.offer(last)) {
            throw new IllegalStateException("only the window offers");
        }
    }

    /// The watched episode, once it is known.
    public @Nullable Subject watched() {
        return watched.get();
    }

    /// The newest picture nobody has taken yet.
    public @Nullable Observation take() {
        return made.getAndSet(null);
    }

    private void observeOrGiveUp(
            Experiment experiment, AttributedGraph graph, Supplier<SymmetricEigen> eigen) {
        try {
            observe(experiment, graph, eigen);
        } catch (OutOfMemoryError e) {
            // Pictures of the whole graph need more than training, which looks at episodes only: it
            // goes on.
            outOfMemory = true;
        }
    }

    private void observe(
            Experiment experiment, AttributedGraph graph, Supplier<SymmetricEigen> eigen) {
        ObservedNetwork network;
        try {
            network =
                    new ObservedNetwork(
                            ExperimentSetup.of(
                                    experiment,
                                    graph,
                                    new VectorBackend(Runtime.getRuntime().availableProcessors())),
                            eigen.get());
        } catch (InputException e) {
            // The trainer meets the same complaint and reports it.
            return;
        }
        Snapshot snapshot = new Snapshot(Moment.after(0), null);
        long usual = 0;
        int looks = 0;
        try {
            while (!closed) {
                long begin = System.nanoTime();
                Request request = wanted;
                network.watch(request);
                watched.set(new Subject(network.phase, network.episode));
                made.set(network.observe(snapshot, request.number(), points));
                long spent = (System.nanoTime() - begin) / 1_000_000;
                looks++;
                // The first look is slow, since the machine is not warm yet.
                usual = looks < 2 ? 0 : looks == 2 ? spent : Math.min(usual, spent);
                // Who paints an episode is answered at once, training waits for nothing.
                if (urgent.tryAcquire(
                        Math.max(1_000 / PER_SECOND - spent, rest(usual)), TimeUnit.MILLISECONDS)) {
                    urgent.drainPermits();
                }

                snapshot = newest.take();
            }
        } catch (InterruptedException e) {
            // Closed: the next run has an observer of its own.
            Thread.currentThread().interrupt();
        }
    }

    /// @param usual milliseconds of a look
    private static long rest(long usual) {
        return Math.min(REST * usual, Math.max(LONG_REST, LEAST_REST * usual));
    }

    /// Whether the pictures ended because they need more memory than there is.
    public boolean isOutOfMemory() {
        return outOfMemory;
    }

    /// Whether pictures can still come.
    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /// The network of the experiment and the episode it is adapted to; for one thread.
    static final class ObservedNetwork {
        private final ExperimentSetup setup;
        private Episode episode;
        private PaintedEpisode painted = PaintedEpisode.NONE;

        /// The phase whose first episode is watched while none is painted.
        private Phase own;

        /// Which episode of it.
        private long number;

        private boolean isPainted;
        private EpisodeProblem problem;
        private final EpisodeWorker worker;
        private Phase phase;
        private Questions questions;
        private Block asked;
        private final PlaneAndSpace pca;

        ObservedNetwork(ExperimentSetup setup, SymmetricEigen eigen) {
            this.setup = setup;
            this.own = setup.validationPhase();
            this.phase = own;
            this.episode = setup.episode(own, 0);
            this.problem = setup.observedProblem(phase, episode);
            this.worker = new EpisodeWorker(setup.backend(), setup.plan());
            this.questions = questions();
            this.asked = setup.asked(phase, episode, questions.targets());
            this.pca = new PlaneAndSpace(eigen, setup.backend());
        }

        /// The experiment and the classes of nodes may have been changed since they began to be observed: what is painted is
        /// an episode if it is one of theirs.
        void watch(Request wanted) {
            boolean test = wanted.phase() == Phase.TEST && setup.canTest();
            Phase unpainted = test ? Phase.TEST : setup.validationPhase();
            if (wanted.painted().equals(painted)
                    && unpainted == own
                    && wanted.episode() == number) {
                return;
            }
            painted = wanted.painted();
            own = unpainted;
            number = wanted.episode();
            Optional<Episode> whole =
                    painted.toEpisode(setup.graph(), setup.experiment().task().drawing());
            // What somebody paints may use any node: it sees what the final test sees.
            Phase seen = whole.isPresent() ? Phase.TEST : own;
            isPainted = whole.isPresent();
            episode = whole.orElseGet(() -> setup.episode(own, number));
            problem = setup.observedProblem(seen, episode);
            questions = questions();
            // Only nodes are painted, and of them all are asked about; so
            // the block depends on the phase alone, unless it says how similar they are to the
            // support set, or asks about the pairs of an episode.
            if (seen != phase
                    || !setup.plan().network().objective().kernels().isEmpty()
                    || questions.targets() instanceof Targets.Pairs) {
                phase = seen;
                asked = setup.asked(seen, episode, questions.targets());
            }
        }

        /// The episode it is adapted to.
        Episode episode() {
            return episode;
        }

        private Questions questions() {
            // Only nodes with classes are painted; what is not painted is an episode of the phase.
            return new Questions(
                    setup.graph(),
                    setup.experiment().task(),
                    episode,
                    setup.truth(own, number),
                    setup.area(own, number));
        }

        /// The buffers of the worker are written again.
        private Matrix copy(Matrix points) {
            return setup.backend().matrix(points.rows(), points.columns(), points.toArray());
        }

        Observation observe(Snapshot snapshot, int request, boolean withPoints) {
            LearnerState learned =
                    snapshot.learned() == null ? setup.initial() : snapshot.learned();
            NetworkEvaluator.Outputs outputs =
                    worker.predict(problem, learned, asked, snapshot.at().inner());
            Matrix output = outputs.scores();
            return new Observation(
                    snapshot.at(),
                    request,
                    isPainted ? episode.query().size() : 0,
                    pca.project(outputs.embedding()),
                    withPoints ? Optional.of(copy(outputs.embedding())) : Optional.empty(),
                    outputs.embedding().columns(),
                    Arrays.stream(questions.classes()).boxed().toList(),
                    setup.graph().classes(),
                    questions.outcome(output),
                    outputs.attention(),
                    questions.value(output, setup.backend()));
        }
    }
}
