package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.app.background.Cancellation;
import innerloop.app.background.Latest;
import innerloop.app.background.Rest;
import innerloop.app.run.OuterMoment;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.experiment.InputException;
import innerloop.training.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Explains the node in focus at the moment that is shown, in the background and only while somebody looks, and knows which of the
/// steps is looked at. While a run goes there is a rest after each explanation of its newest state.
///
/// All methods are called on the JavaFX thread.
public final class CalculusViewModel {

    /// Which way the computation is gone through.
    public enum Direction {
        /// From the features to the loss.
        FORWARD,
        /// From the loss to the first weights.
        BACKWARD
    }

    /// How values are shown.
    public enum Look {
        /// As numbers, the largest ones of each.
        NODE,
        /// Whole, as matrices.
        MATRIX
    }

    /// What all views show.
    ///
    /// @param moment the network
    /// @param subject the watched episode
    /// @param number which of its phase, if it was not painted
    /// @param inner how far θ is adapted to it
    /// @param node the node in focus, −1 for none
    public record Shown(
            ObservableValue<@Nullable OuterMoment> moment,
            ObservableValue<@Nullable Subject> subject,
            ObservableValue<Number> number,
            ObservableValue<OptionalInt> inner,
            ObservableValue<Number> node) {}

    /// What is to be explained.
    ///
    /// @param backward whether derivatives are wanted, too
    record Wanted(
            OuterMoment moment,
            Subject subject,
            long number,
            OptionalInt inner,
            int node,
            boolean backward) {

        boolean isOfOneRun(Wanted other) {
            return moment.isOfOneRun(other.moment);
        }

        /// Whether both ask for the same node after the same episode, whatever the network.
        private boolean isAlike(Wanted other) {
            return isOfOneRun(other)
                    && subject.equals(other.subject)
                    && number == other.number
                    && inner.equals(other.inner)
                    && node == other.node;
        }

        boolean isSame(Wanted other) {
            return holds(other) && backward == other.backward;
        }

        /// Whether what explains this explains the other, too.
        boolean holds(Wanted other) {
            return isAlike(other)
                    && moment.learned().equals(other.moment.learned())
                    && (backward || !other.backward);
        }

        /// Whether only the network went on.
        boolean follows(Wanted before) {
            return isAlike(before) && !moment.chosen() && backward == before.backward;
        }
    }

    private record Made(Explanation explanation, Duration took) {}

    private final Shown shown;
    private final Latest<Made> making;
    private final Rest rest;
    private final Bench bench = new Bench();
    private final ObjectProperty<Direction> direction =
            new SimpleObjectProperty<>(this, "direction", Direction.FORWARD);
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.NODE);
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer", 0);
    private final IntegerProperty head = new SimpleIntegerProperty(this, "head", 0);
    private final ReadOnlyIntegerWrapper layers = new ReadOnlyIntegerWrapper(this, "layers", 0);
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(this, "at", 0);
    private final ReadOnlyObjectWrapper<Optional<Explanation>> explanation =
            new ReadOnlyObjectWrapper<>(this, "explanation", Optional.empty());
    private final ReadOnlyObjectWrapper<List<Term>> steps =
            new ReadOnlyObjectWrapper<>(this, "steps", List.of());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal");
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(this, "pending");
    private final ReadOnlyObjectWrapper<Optional<Term>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private @Nullable Wanted wanted;
    private int seers;
    private boolean resting;

    /// Nothing is explained yet.
    ///
    /// @param workers where nodes are explained
    /// @param delivery the thread of the window
    /// @param rest follows each explanation of a run that goes on
    public CalculusViewModel(Shown shown, Executor workers, Executor delivery, Rest rest) {
        this.shown = shown;
        this.rest = rest;
        this.making = new Latest<>(workers, delivery, this::made, this::failed);
        for (ObservableValue<?> each :
                List.of(
                        shown.moment(),
                        shown.subject(),
                        shown.number(),
                        shown.inner(),
                        shown.node())) {
            each.addListener((_, _, _) -> refresh());
        }
        direction.addListener((_, _, _) -> turned());
        layer.addListener((_, _, _) -> list(0));
        at.addListener((_, _, _) -> tellCurrent());
        steps.addListener((_, _, _) -> tellCurrent());
        refusal.set(Messages.get("calculus.none"));
    }

    private void tellCurrent() {
        boolean any = seers > 0 && at.get() < steps.get().size();
        current.set(any ? Optional.of(steps.get().get(at.get())) : Optional.empty());
    }

    /// A view of it is looked at from now on, or no more.
    public void setSeen(boolean now) {
        seers += now ? 1 : -1;
        tellCurrent();
        if (seers > 0) {
            refresh();
        } else if (making.isPending()) {
            making.giveUp();
            pending.set(false);
            wanted = null;
        }
    }

    private void refresh() {
        if (seers <= 0) {
            return;
        }
        OuterMoment moment = shown.moment().getValue();
        Subject subject = shown.subject().getValue();
        int node = shown.node().getValue().intValue();
        if (moment == null || subject == null) {
            forget(Messages.get("calculus.none"));
        } else if (node < 0 || node >= moment.graph().nodes()) {
            forget(Messages.get("calculus.noNode"));
        } else {
            want(
                    new Wanted(
                            moment,
                            subject,
                            shown.number().getValue().longValue(),
                            shown.inner().getValue(),
                            node,
                            direction.get() == Direction.BACKWARD));
        }
    }

    private void want(Wanted now) {
        Wanted before = wanted;
        if (before != null && (before.isSame(now) || (isKnown() && before.holds(now)))) {
            return;
        }
        if (before != null && now.follows(before) && (resting || making.isPending())) {
            // Explained after the rest.
            return;
        }
        if (before == null || !before.isOfOneRun(now) || before.node != now.node) {
            explanation.set(Optional.empty());
            steps.set(List.of());
        }
        wanted = now;
        pending.set(true);
        refusal.set(steps.get().isEmpty() ? Messages.get("calculus.wait") : "");
        making.want((cancellation, _) -> explained(now, cancellation));
    }

    private boolean isKnown() {
        return explanation.get().isPresent() && !making.isPending();
    }

    private Made explained(Wanted now, Cancellation cancellation) throws InputException {
        long begun = System.nanoTime();
        Explanation made = bench.explain(now, cancellation);
        return new Made(made, Duration.ofNanos(System.nanoTime() - begun));
    }

    private void made(Made made) {
        pending.set(false);
        refusal.set("");
        layers.set(made.explanation().layers());
        explanation.set(Optional.of(made.explanation()));
        if (layer.get() > layers.get()) {
            layer.set(0);
        }
        list(at.get());
        if (!resting) {
            resting = true;
            rest.after(
                    made.took(),
                    () -> {
                        resting = false;
                        refresh();
                    });
        }
    }

    private void failed(Throwable failure) {
        Wanted asked = wanted;
        forget(String.valueOf(failure.getMessage()));
        // Asking again would fail again.
        wanted = asked;
        if (!(failure instanceof InputException)) {
            Latest.report(failure);
        }
    }

    private void forget(String why) {
        making.giveUp();
        wanted = null;
        pending.set(false);
        explanation.set(Optional.empty());
        steps.set(List.of());
        at.set(0);
        refusal.set(why);
    }

    private void turned() {
        list(0);
        refresh();
    }

    /// The steps of the direction and the layer that were chosen.
    private void list(int step) {
        List<Term> listed =
                explanation.get().map(Explanation::terms).orElse(List.of()).stream()
                        .filter(term -> isOf(term, direction.get()))
                        .filter(term -> layer.get() == 0 || term.layer() == layer.get())
                        .toList();
        at.set(Math.clamp(step, 0, Math.max(0, listed.size() - 1)));
        steps.set(listed);
    }

    private static boolean isOf(Term term, Direction way) {
        return switch (term.kind()) {
            case GIVEN, VALUE -> way == Direction.FORWARD;
            case DERIVATIVE, USUALLY_PRINTED -> way == Direction.BACKWARD;
        };
    }

    /// One step on; after the last one forward comes the first one backward.
    public void next() {
        if (at.get() + 1 < steps.get().size()) {
            at.set(at.get() + 1);
        } else if (direction.get() == Direction.FORWARD && !steps.get().isEmpty()) {
            direction.set(Direction.BACKWARD);
        }
    }

    /// One step back; before the first one backward comes the last one forward.
    public void back() {
        if (at.get() > 0) {
            at.set(at.get() - 1);
        } else if (direction.get() == Direction.BACKWARD) {
            direction.set(Direction.FORWARD);
            at.set(Math.max(0, steps.get().size() - 1));
        }
    }

    /// Looks at a step.
    ///
    /// @param step its number among [#steps]
    public void choose(int step) {
        if (step >= 0 && step < steps.get().size()) {
            at.set(step);
        }
    }

    /// Which way is gone.
    public ObjectProperty<Direction> direction() {
        return direction;
    }

    /// How values are shown.
    public ObjectProperty<Look> look() {
        return look;
    }

    /// The only layer whose steps are listed, counted from 1; 0 for all.
    public IntegerProperty layer() {
        return layer;
    }

    /// The head whose numbers stand at the edges, counted from 0.
    public IntegerProperty head() {
        return head;
    }

    /// How many layers there are; 0 until that is known.
    public ReadOnlyIntegerProperty layers() {
        return layers.getReadOnlyProperty();
    }

    /// The number of the step that is looked at, counted from 0.
    public ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    /// The steps in the order in which they are computed.
    public ReadOnlyObjectProperty<List<Term>> steps() {
        return steps.getReadOnlyProperty();
    }

    /// The step that is looked at; empty while nobody looks.
    public ReadOnlyObjectProperty<Optional<Term>> current() {
        return current.getReadOnlyProperty();
    }

    /// The whole of it; empty while there is none.
    public ReadOnlyObjectProperty<Optional<Explanation>> explanation() {
        return explanation.getReadOnlyProperty();
    }

    /// Why nothing is shown, and what to do; empty if something is.
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /// Whether a node is being explained.
    public ReadOnlyBooleanProperty pending() {
        return pending.getReadOnlyProperty();
    }

    /// Ends the work.
    public void dispose() {
        seers = 0;
        making.giveUp();
    }
}
