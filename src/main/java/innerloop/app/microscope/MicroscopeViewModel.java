package innerloop.app.microscope;

import innerloop.app.background.Cancellation;
import innerloop.app.background.Latest;
import innerloop.app.background.Rest;
import innerloop.app.run.OuterMoment;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import innerloop.meta.LearnerState;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.Microscope;
import innerloop.microscope.Rivals;
import innerloop.training.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Has the watched episode learned step by step, with the network that all views show. While a run goes, it looks again only now and
/// then, so that training keeps its speed.
public final class MicroscopeViewModel {

    /// What was seen.
    ///
    /// @param took how long it took to be computed
    private record Look(InnerTraces traces, Duration took) {}

    private final ObservableValue<@Nullable OuterMoment> shown;
    private final ObservableValue<@Nullable Subject> subject;
    private final ObservableValue<Boolean> live;
    private final Latest<Look> looks;
    private final Rest rest;
    private final ReadOnlyObjectWrapper<Optional<InnerTraces>> traces =
            new ReadOnlyObjectWrapper<>(this, "traces", Optional.empty());
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(this, "pending");
    private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper(this, "current");
    private boolean resting;

    /// Whether the network went on during the rest.
    private boolean missed;

    private @Nullable Bench bench;

    /// @param shown the network that all views show
    /// @param subject the watched episode
    /// @param live whether a run goes
    /// @param workers where episodes are learned
    /// @param delivery the thread of the window
    /// @param rest follows each look while a run goes
    public MicroscopeViewModel(
            ObservableValue<@Nullable OuterMoment> shown,
            ObservableValue<@Nullable Subject> subject,
            ObservableValue<Boolean> live,
            Executor workers,
            Executor delivery,
            Rest rest) {
        this.shown = shown;
        this.subject = subject;
        this.live = live;
        this.rest = rest;
        this.looks = new Latest<>(workers, delivery, this::made, this::failed);
        shown.addListener((_, before, now) -> changed(before, now));
        subject.addListener((_, _, _) -> look());
        watched.addListener((_, _, _) -> look());
        live.addListener((_, _, _) -> look());
    }

    private void changed(@Nullable OuterMoment before, @Nullable OuterMoment now) {
        if (now == null || before == null || !before.isOfOneRun(now)) {
            // The traces are those of another run.
            traces.set(Optional.empty());
        }
        current.set(false);
        missed = resting && live.getValue();
        if (!missed) {
            look();
        }
    }

    /// Whether the page is in front; nothing is computed while it is not.
    public BooleanProperty watched() {
        return watched;
    }

    /// The inner loop of the watched episode from each start; empty until it is known.
    public ReadOnlyObjectProperty<Optional<InnerTraces>> traces() {
        return traces.getReadOnlyProperty();
    }

    /// Whether it is being learned.
    public ReadOnlyBooleanProperty pending() {
        return pending.getReadOnlyProperty();
    }

    /// Whether the traces are those of the network that is shown now, and somebody looks at them.
    public ReadOnlyBooleanProperty current() {
        return current.getReadOnlyProperty();
    }

    private void made(Look look) {
        pending.set(false);
        traces.set(Optional.of(look.traces()));
        current.set(!missed && watched.get());
        if (!resting && live.getValue()) {
            resting = true;
            rest.after(
                    look.took(),
                    () -> {
                        resting = false;
                        if (missed) {
                            look();
                        }
                    });
        }
    }

    private void look() {
        current.set(false);
        OuterMoment network = shown.getValue();
        Subject episode = subject.getValue();
        if (network == null
                || episode == null
                || network.experiment().task().isWhole()
                || episode.episode().support().isEmpty()) {
            looks.giveUp();
            pending.set(false);
            traces.set(Optional.empty());
        } else if (watched.get()) {
            boolean others = !live.getValue();
            pending.set(true);
            looks.want((cancellation, _) -> learned(network, episode, others, cancellation));
        }
    }

    /// A run that cannot begin says so itself, and an episode that does not fit a network is another's.
    private void failed(Throwable failure) {
        pending.set(false);
        traces.set(Optional.empty());
        if (!(failure instanceof InputException)) {
            Latest.report(failure);
        }
    }

    private Look learned(
            OuterMoment network, Subject episode, boolean others, Cancellation cancellation)
            throws InputException {
        long begin = System.nanoTime();
        Bench ready = bench(network.experiment(), network.graph());
        InnerTraces made =
                ready.learn(network.learned().orElse(null), episode, others, cancellation);
        return new Look(made, Duration.ofNanos(System.nanoTime() - begin));
    }

    private synchronized Bench bench(Experiment experiment, AttributedGraph graph)
            throws InputException {
        Bench ready = bench;
        if (ready == null || !ready.experiment.equals(experiment) || !ready.graph.equals(graph)) {
            ready = new Bench(experiment, graph);
            bench = ready;
        }
        return ready;
    }

    /// Ends the work.
    public void dispose() {
        looks.giveUp();
    }

    /// The microscopes of one network.
    private static final class Bench {

        private final Experiment experiment;
        private final AttributedGraph graph;
        private final Microscope own;
        private @Nullable Microscope headOnly;
        private @Nullable Microscope means;

        Bench(Experiment experiment, AttributedGraph graph) throws InputException {
            this.experiment = experiment;
            this.graph = graph;
            this.own = microscope(experiment);
        }

        private Microscope microscope(Experiment of) throws InputException {
            return Microscope.of(of, graph, new VectorBackend());
        }

        /// For one thread at a time.
        synchronized InnerTraces learn(
                @Nullable LearnerState learned,
                Subject episode,
                boolean others,
                Cancellation cancellation)
                throws InputException {
            LearnerState untrained = own.setup().initial();
            LearnerState at = learned == null ? untrained : learned;
            InnerTrace trace = own.look(at, episode, cancellation::check);
            Optional<InnerTrace> before =
                    learned == null
                            ? Optional.empty()
                            : Optional.of(own.look(untrained, episode, cancellation::check));
            if (!others || !trace.hasSteps()) {
                return new InnerTraces(trace, before, Optional.empty(), Optional.empty());
            }
            Optional<Experiment> alone = Rivals.headOnly(experiment);
            if (alone.isPresent() && headOnly == null) {
                headOnly = microscope(alone.get());
            }
            Optional<Experiment> fromMeans = Rivals.classMeans(experiment);
            if (fromMeans.isPresent() && means == null) {
                means = microscope(fromMeans.get());
            }
            return new InnerTraces(
                    trace,
                    before,
                    other(headOnly, at, episode, cancellation),
                    other(means, at, episode, cancellation));
        }

        private static Optional<InnerTrace> other(
                @Nullable Microscope microscope,
                LearnerState at,
                Subject episode,
                Cancellation cancellation) {
            return Optional.ofNullable(microscope)
                    .map(rival ->
                            rival.look(
                                    rival.setup().initial().withBody(at.theta()),
                                    episode,
                                    cancellation::check));
        }
    }
}
