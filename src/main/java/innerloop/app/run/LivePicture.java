package innerloop.app.run;

import innerloop.episode.Episode;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.Phase;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.math.SymmetricEigen;
import innerloop.meta.LearnerState;
import innerloop.meta.OuterState;
import innerloop.training.Checkpoint;
import innerloop.training.Moment;
import innerloop.training.Observation;
import innerloop.training.Observer;
import innerloop.training.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The network's view of the graph: the newest [Observation], of the moment that the [Timeline] shows,
/// adapted to the watched episode. Made by an [Observer]; all methods are called on the JavaFX thread.
final class LivePicture {

    private final Supplier<SymmetricEigen> eigen;
    private final Timeline timeline = new Timeline();
    private final ReadOnlyBooleanWrapper outOfMemory =
            new ReadOnlyBooleanWrapper(this, "outOfMemory");
    private final ReadOnlyObjectWrapper<@Nullable Observation> observation =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Episode> watched = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Subject> subject = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable OuterMoment> outerMoment =
            new ReadOnlyObjectWrapper<>(this, "outerMoment");
    private @Nullable Observer observer;
    private @Nullable Experiment observed;
    private @Nullable AttributedGraph observedGraph;
    private PaintedEpisode painted = PaintedEpisode.NONE;
    private final ObjectProperty<Phase> phase =
            new SimpleObjectProperty<>(this, "phase", Phase.VALIDATION);
    private final IntegerProperty number = new SimpleIntegerProperty(this, "number");

    /// How many episodes were asked for since the observer began.
    private int requests;

    /// What asked for a picture that was there before the observer.
    private static final int BEFORE = -1;

    private boolean pointsWanted;

    /// The outer loop as the run has it now; null before the first step.
    private @Nullable OuterState newest;

    /// The moment of the θ that was offered to the observer last.
    private Moment offered = Moment.after(0);

    LivePicture(Supplier<SymmetricEigen> eigen) {
        this.eigen = eigen;
        timeline.chosen().addListener((_, _, _) -> look());
        timeline.inner().addListener((_, _, _) -> look());
        phase.addListener((_, _, _) -> watch(painted));
        number.addListener((_, _, _) -> watch(painted));
    }

    private void look() {
        OuterState wanted = state();
        if (observer != null) {
            offered = moment(wanted == null ? 0 : wanted.steps());
            observer.offerNow(offered, wanted == null ? null : wanted.learned());
            tell();
        }
    }

    /// Says which state of the outer loop is shown.
    private void tell() {
        Experiment experiment = observed;
        AttributedGraph graph = observedGraph;
        outerMoment.set(
                experiment == null || graph == null
                        ? null
                        : new OuterMoment(
                                experiment,
                                graph,
                                Optional.ofNullable(state()),
                                before(state()),
                                timeline.step().isPresent()));
    }

    private Moment moment(int outer) {
        return Moment.after(outer).at(timeline.inner().get());
    }

    private @Nullable OuterState state() {
        Checkpoint chosen = timeline.checkpoint();
        return chosen == null ? newest : kept(chosen);
    }

    private Optional<OuterState> before(@Nullable OuterState state) {
        return state == null
                ? Optional.empty()
                : timeline.checkpoints().get().reversed().stream()
                        .filter(each -> each.step() <= state.steps())
                        .map(this::kept)
                        .filter(OuterState::goesOn)
                        .findFirst();
    }

    /// The state of a checkpoint, as far as it is kept.
    private OuterState kept(Checkpoint checkpoint) {
        List<Checkpoint> all = timeline.checkpoints().get();
        Checkpoint first = all.isEmpty() ? checkpoint : all.getFirst();
        return checkpoint.state(first.learned().theta());
    }

    /// Pictures of this experiment from now on, the first of the untrained network.
    void begin(Experiment experiment, AttributedGraph graph) {
        Observation first = isFirstOf(experiment, graph) ? observation.get() : null;
        close();
        observed = experiment;
        observedGraph = graph;
        requests = 0;
        timeline.clear(experiment.learner().innerSteps());
        if (first == null) {
            forget();
        } else {
            observation.set(first.asked(BEFORE));
        }
        observer = new Observer(experiment, graph, painted, eigen);
        tell();
        if (pointsWanted) {
            observer.wantPoints(true);
        }
    }

    /// Whether what is shown is what the run of this experiment begins with: then it stays until there is more.
    private boolean isFirstOf(Experiment experiment, AttributedGraph graph) {
        Observation picture = observation.get();
        Experiment before = observed;
        return picture != null
                && picture.at().equals(Moment.after(0))
                && before != null
                && graph.equals(observedGraph)
                && untrained(before).equals(untrained(experiment));
    }

    private static Experiment untrained(Experiment experiment) {
        return experiment.withBudget(Budget.defaults()).withName("").withGraph("");
    }

    /// No pictures any more.
    void end() {
        close();
        forget();
    }

    private void forget() {
        observation.set(null);
        watched.set(null);
        subject.set(null);
    }

    private void close() {
        if (observer != null) {
            observer.close();
            observer = null;
        }
        observed = null;
        observedGraph = null;
        tell();
        newest = null;
        offered = Moment.after(0);
        timeline.clear(0);
        phase.set(Phase.VALIDATION);
        number.set(0);
    }

    /// The same for another graph, where the painted episode is no longer watched.
    void clear() {
        end();
        outOfMemory.set(false);
        painted = PaintedEpisode.NONE;
    }

    /// The run went on.
    void offer(OuterState state) {
        newest = state;
        if (observer != null && timeline.step().isEmpty()) {
            offered = moment(state.steps());
            observer.offer(offered, state.learned());
            tell();
        }
    }

    /// Shows a run that has ended.
    void show(List<Checkpoint> checkpoints, int steps, LearnerState end) {
        timeline.show(checkpoints);
        // The end is a checkpoint, too, unless an earlier state was the best.
        newest =
                kept(
                        checkpoints.stream()
                                .filter(each ->
                                        each.step() == steps
                                                && each.learned().theta().equals(end.theta()))
                                .findFirst()
                                .orElseGet(() -> new Checkpoint(steps, end)));
        look();
    }

    /// Goes on with the pictures of another one, which makes none any more.
    void takeOver(LivePicture before) {
        close();
        Observer taken = before.observer;
        before.observer = null;
        observed = before.observed;
        observedGraph = before.observedGraph;
        painted = before.painted;
        newest = before.newest;
        offered = before.offered;
        requests = before.requests;
        timeline.takeOver(before.timeline);
        phase.set(before.phase.get());
        number.set(before.number.get());
        subject.set(before.subject.get());
        watched.set(before.watched.get());
        observation.set(before.observation.get());
        outOfMemory.set(before.outOfMemory.get());
        observer = taken;
        if (taken != null) {
            taken.wantPoints(pointsWanted);
        }
        tell();
    }

    void watch(PaintedEpisode episode) {
        painted = episode;
        if (observer != null) {
            requests = observer.watch(episode, phase.get(), number.get());
        }
    }

    /// The phase of which an episode is watched while none is painted; validation again for every other run.
    ObjectProperty<Phase> phase() {
        return phase;
    }

    /// Which episode of the phase is watched, counted from 0.
    IntegerProperty number() {
        return number;
    }

    void wantPoints(boolean wanted) {
        pointsWanted = wanted;
        if (observer != null) {
            observer.wantPoints(wanted);
        }
    }

    /// Whether a picture is to come that is not there yet.
    boolean isAwaited() {
        Observation picture = observation.get();
        return observer != null
                && observer.isAlive()
                && (picture == null
                        || (pointsWanted && picture.points().isEmpty())
                        || !picture.at().equals(offered)
                        || picture.request() < requests);
    }

    /// Takes what was made since the last frame.
    void drain() {
        if (observer != null) {
            Subject looked = observer.watched();
            subject.set(looked);
            watched.set(looked == null ? null : looked.episode());
            Observation picture = observer.take();
            if (picture != null) {
                observation.set(picture);
            }
            boolean ended = observer.isOutOfMemory();
            if (ended) {
                // The run goes on, and no picture follows it.
                observation.set(null);
            }
            outOfMemory.set(ended);
        }
    }

    Timeline timeline() {
        return timeline;
    }

    ReadOnlyBooleanProperty outOfMemory() {
        return outOfMemory.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Observation> observation() {
        return observation.getReadOnlyProperty();
    }

    @Nullable Experiment observed() {
        return observed;
    }

    ReadOnlyObjectProperty<@Nullable Subject> subject() {
        return subject.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable OuterMoment> outerMoment() {
        return outerMoment.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Episode> watched() {
        return watched.getReadOnlyProperty();
    }
}
