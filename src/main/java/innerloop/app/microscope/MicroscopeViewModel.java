package innerloop.app.microscope;

import innerloop.app.background.Cancellation;
import innerloop.app.background.Latest;
import innerloop.app.background.Rest;
import innerloop.app.run.OuterMoment;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.training.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
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
    /// @param first whether others are still learning
    private record Look(InnerTraces traces, Duration took, boolean first) {}

    private final ObservableValue<@Nullable OuterMoment> shown;
    private final ObservableValue<@Nullable Subject> subject;
    private final ObservableValue<Boolean> live;
    private final ObservableValue<List<BesideRun>> beside;
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
    /// @param beside runs whose learners learn the episode, too
    /// @param workers where episodes are learned
    /// @param delivery the thread of the window
    /// @param rest follows each look while a run goes
    public MicroscopeViewModel(
            ObservableValue<@Nullable OuterMoment> shown,
            ObservableValue<@Nullable Subject> subject,
            ObservableValue<Boolean> live,
            ObservableValue<List<BesideRun>> beside,
            Executor workers,
            Executor delivery,
            Rest rest) {
        this.shown = shown;
        this.subject = subject;
        this.live = live;
        this.beside = beside;
        this.rest = rest;
        this.looks = new Latest<>(workers, delivery, this::made, this::failed);
        shown.addListener((_, before, now) -> changed(before, now));
        subject.addListener((_, _, _) -> look());
        watched.addListener((_, _, _) -> look());
        live.addListener((_, _, _) -> look());
        beside.addListener((_, _, _) -> look());
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
        pending.set(look.first());
        traces.set(Optional.of(look.traces()));
        current.set(!missed && watched.get());
        if (!look.first() && !resting && live.getValue()) {
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
            List<BesideRun> runs = beside.getValue();
            looks.want((cancellation, soFar) ->
                    learned(network, episode, others, runs, cancellation, soFar));
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
            OuterMoment network,
            Subject episode,
            boolean others,
            List<BesideRun> runs,
            Cancellation cancellation,
            Consumer<Look> soFar)
            throws InputException {
        long begin = System.nanoTime();
        InnerTraces made =
                bench(network.experiment(), network.graph())
                        .learn(
                                network.learned().orElse(null),
                                episode,
                                others,
                                runs,
                                cancellation,
                                first -> soFar.accept(new Look(first, since(begin), true)));
        return new Look(made, since(begin), false);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private synchronized Bench bench(Experiment experiment, AttributedGraph graph)
            throws InputException {
        Bench ready = bench;
        if (ready == null || !ready.isOf(experiment, graph)) {
            ready = new Bench(experiment, graph);
            bench = ready;
        }
        return ready;
    }

    /// Ends the work.
    public void dispose() {
        looks.giveUp();
    }
}
