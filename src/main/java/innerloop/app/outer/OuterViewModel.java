package innerloop.app.outer;

import innerloop.app.Messages;
import innerloop.app.background.Cancellation;
import innerloop.app.background.Latest;
import innerloop.app.background.Rest;
import innerloop.app.run.OuterMoment;
import innerloop.experiment.InputException;
import innerloop.math.VectorBackend;
import innerloop.meta.OuterState;
import innerloop.microscope.Absence;
import innerloop.microscope.OuterMicroscope;
import innerloop.microscope.OuterTrace;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Takes the outer step apart that comes after the moment that is shown, in the background and only while somebody looks. A moment
/// that was chosen is looked at at once; while the newest is followed, there is a rest after each look.
///
/// All methods are called on the JavaFX thread.
public final class OuterViewModel {

    private final ObservableValue<@Nullable OuterMoment> moment;
    private final Latest<OuterView> looking;
    private final Rest rest;
    private final ReadOnlyObjectWrapper<@Nullable OuterView> view =
            new ReadOnlyObjectWrapper<>(this, "view");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal");
    private @Nullable OuterMoment wanted;

    /// Whether nobody works with the microscope of the view.
    private boolean free;

    private boolean seen;
    private boolean resting;

    /// Nothing is looked at yet.
    ///
    /// @param moment the moment that is shown
    /// @param workers where steps are taken apart
    /// @param delivery where they are shown
    /// @param rest follows each look
    public OuterViewModel(
            ObservableValue<@Nullable OuterMoment> moment,
            Executor workers,
            Executor delivery,
            Rest rest) {
        this.moment = moment;
        this.rest = rest;
        this.looking = new Latest<>(workers, delivery, this::show, this::fail);
        refusal.set(Messages.get("outer.none"));
        moment.addListener((_, _, _) -> refresh());
    }

    /// Whether somebody looks.
    public void setSeen(boolean now) {
        seen = now;
        if (now) {
            refresh();
        } else {
            giveUp();
        }
    }

    /// The shown moment may be another one.
    private void refresh() {
        if (!seen) {
            return;
        }
        OuterMoment now = moment.getValue();
        if (now == null) {
            forget(Messages.get("outer.none"));
            return;
        }
        if (wanted != null && isSame(wanted, now)) {
            return;
        }
        Optional<Absence> absence = Absence.of(now.experiment());
        if (absence.isPresent()) {
            forget(Messages.get("outer.absent." + absence.get()));
            return;
        }
        boolean follows = wanted != null && wanted.isOfOneRun(now) && !now.chosen();
        if (follows && (resting || looking.isPending())) {
            // Looked at after the rest.
            return;
        }
        OuterView before = view.get();
        boolean related = before != null && before.moment().isOfOneRun(now);
        if (!related) {
            view.set(null);
        }
        look(now, related && free ? before : null);
    }

    private static boolean isSame(OuterMoment one, OuterMoment other) {
        return one.isOfOneRun(other)
                && one.learned().equals(other.learned())
                && one.state()
                        .map(OuterState::hasMoments)
                        .equals(other.state().map(OuterState::hasMoments));
    }

    /// @param before a look at the same run whose microscope can be used
    private void look(OuterMoment now, @Nullable OuterView before) {
        wanted = now;
        free = false;
        refusal.set(view.get() == null ? Messages.get("outer.wait") : "");
        looking.want((cancellation, soFar) -> look(now, before, cancellation, soFar));
    }

    private static OuterView look(
            OuterMoment now,
            @Nullable OuterView before,
            Cancellation cancellation,
            Consumer<OuterView> soFar)
            throws InputException {
        long begun = System.nanoTime();
        OuterMicroscope used =
                before != null
                        ? before.microscope()
                        : OuterMicroscope.of(now.experiment(), now.graph(), new VectorBackend());
        OuterState state = now.state().orElseGet(() -> OuterState.start(used.setup().initial()));
        OuterTrace trace = used.look(state, cancellation::check);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Optional<OuterState> from = from(now, before, state.steps());
        if (trace.isMoveKnown() || from.isEmpty()) {
            return new OuterView(now, state, trace, used, took, false);
        }
        soFar.accept(new OuterView(now, state, trace, used, took, true));
        OuterState whole = used.again(from.get(), state, _ -> cancellation.check());
        return new OuterView(now, whole, used.look(whole, cancellation::check), used, took, false);
    }

    /// Where steps can be made again from: the nearer of what the run keeps and what was seen before.
    private static Optional<OuterState> from(
            OuterMoment now, @Nullable OuterView before, int steps) {
        return Stream.concat(
                        now.before().stream(),
                        Optional.ofNullable(before).map(OuterView::state).stream()
                                .filter(OuterState::goesOn))
                .filter(state -> state.steps() <= steps)
                .max(Comparator.comparingInt(OuterState::steps));
    }

    private void show(OuterView seenNow) {
        free = !seenNow.goesOn();
        refusal.set("");
        view.set(seenNow);
        if (!resting && free) {
            resting = true;
            rest.after(
                    seenNow.took(),
                    () -> {
                        resting = false;
                        refresh();
                    });
        }
    }

    private void fail(Throwable failure) {
        forget(Messages.of(failure));
        if (!(failure instanceof InputException)) {
            Latest.report(failure);
        }
    }

    private void giveUp() {
        if (looking.isPending()) {
            looking.giveUp();
            wanted = null;
        }
    }

    private void forget(String why) {
        looking.giveUp();
        wanted = null;
        view.set(null);
        refusal.set(why);
    }

    /// The newest look; null while there is none.
    public ReadOnlyObjectProperty<@Nullable OuterView> view() {
        return view.getReadOnlyProperty();
    }

    /// Why nothing is shown; empty if something is.
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /// Whether a look is being taken.
    public boolean isPending() {
        return looking.isPending();
    }

    /// Gives up what is being looked at.
    public void dispose() {
        seen = false;
        looking.giveUp();
    }
}
