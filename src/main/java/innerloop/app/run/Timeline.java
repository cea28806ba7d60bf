package innerloop.app.run;

import innerloop.training.Checkpoint;
import innerloop.training.Checkpoints;
import innerloop.training.Moment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The moment that all views show, on two clocks. The outer step is the newest, which moves on with training, or one that was
/// chosen and stays; one can be chosen where the run left a checkpoint. The inner step says how far θ is adapted to the watched
/// episode: wholly, or by fewer steps.
///
/// All methods are called on the JavaFX thread.
public final class Timeline {

    private final ReadOnlyObjectWrapper<List<Checkpoint>> checkpoints =
            new ReadOnlyObjectWrapper<>(this, "checkpoints", List.of());
    private final ReadOnlyObjectWrapper<Optional<Moment>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
    private final ReadOnlyIntegerWrapper innerSteps =
            new ReadOnlyIntegerWrapper(this, "innerSteps");
    private final ReadOnlyObjectWrapper<OptionalInt> inner =
            new ReadOnlyObjectWrapper<>(this, "inner", OptionalInt.empty());
    private @Nullable Checkpoints spread;

    /// The checkpoint of the chosen moment. It may have been dropped from the list since.
    private @Nullable Checkpoint checkpoint;

    Timeline() {}

    /// Forgets everything: another run is shown.
    ///
    /// @param steps of its inner loop, 0 if it has none
    void clear(int steps) {
        forget();
        adaptWholly();
        innerSteps.set(steps);
    }

    /// Goes on with what another one has.
    void takeOver(Timeline before) {
        spread = before.spread;
        checkpoint = before.checkpoint;
        innerSteps.set(before.innerSteps.get());
        checkpoints.set(before.checkpoints.get());
        inner.set(before.inner.get());
        chosen.set(before.chosen.get());
    }

    private void forget() {
        spread = null;
        follow();
        checkpoints.set(List.of());
    }

    /// The run went on to this one. A chosen moment stays until another is chosen.
    void add(Checkpoint checkpoint) {
        Checkpoints kept = spread;
        if (kept == null) {
            spread = new Checkpoints(checkpoint);
            checkpoints.set(List.of(checkpoint));
        } else {
            kept.add(checkpoint);
            checkpoints.set(kept.list());
        }
    }

    /// Those of a run that has ended.
    void show(List<Checkpoint> all) {
        forget();
        checkpoints.set(List.copyOf(all));
    }

    /// The checkpoint nearest to a step, if one can go anywhere.
    private Optional<Checkpoint> nearest(double step) {
        List<Checkpoint> all = checkpoints.get();
        return all.size() < 2
                ? Optional.empty()
                : all.stream()
                        .min(
                                Comparator.comparingDouble(
                                        checkpoint -> Math.abs(checkpoint.step() - step)));
    }

    /// The step of the checkpoint nearest to a step; empty while there is nowhere to go.
    public OptionalInt nearestStep(double step) {
        return nearest(step).stream().mapToInt(Checkpoint::step).findFirst();
    }

    /// Shows the checkpoint nearest to a step.
    public void choose(double step) {
        nearest(step).ifPresent(this::choose);
    }

    private void choose(Checkpoint kept) {
        checkpoint = kept;
        chosen.set(Optional.of(Moment.after(kept.step())));
    }

    /// Moves by this many checkpoints, back if negative; after the last comes the newest state.
    public void move(int by) {
        List<Checkpoint> all = checkpoints.get();
        if (all.isEmpty()) {
            return;
        }
        int at = all.size() - 1;
        int shown = step().orElse(Integer.MAX_VALUE);
        while (at > 0 && all.get(at).step() > shown) {
            at--;
        }
        // The shown one may have been dropped meanwhile: one back is then the one before it.
        boolean gone = step().isPresent() && all.get(at).step() < shown;
        int wanted = Math.max(0, at + (gone && by < 0 ? by + 1 : by));
        if (wanted < all.size()) {
            choose(all.get(wanted));
        } else {
            follow();
        }
    }

    /// Shows the newest from now on.
    public void follow() {
        checkpoint = null;
        chosen.set(Optional.empty());
    }

    /// Shows θ after this many steps of the inner loop.
    public void chooseInner(double step) {
        int wanted = Math.clamp(Math.round(step), 0, innerSteps.get());
        inner.set(wanted == innerSteps.get() ? OptionalInt.empty() : OptionalInt.of(wanted));
    }

    /// Moves by this many inner steps, back if negative.
    public void moveInner(int by) {
        chooseInner(inner.get().orElse(innerSteps.get()) + by);
    }

    /// One inner step on; after the last one begins again at θ as it is before the inner loop.
    public void nextInner() {
        chooseInner(inner.get().isPresent() ? inner.get().getAsInt() + 1 : 0);
    }

    /// Shows θ adapted as far as the learner adapts it.
    public void adaptWholly() {
        inner.set(OptionalInt.empty());
    }

    /// The chosen inner step; empty for θ adapted wholly.
    public ReadOnlyObjectProperty<OptionalInt> inner() {
        return inner.getReadOnlyProperty();
    }

    /// The number of inner steps, 0 without an inner loop.
    public ReadOnlyIntegerProperty innerSteps() {
        return innerSteps.getReadOnlyProperty();
    }

    /// The outer step of the chosen moment; empty while the newest is shown.
    public OptionalInt step() {
        return chosen.get().stream().mapToInt(Moment::outer).findFirst();
    }

    /// The checkpoint of the chosen moment; null while the newest is shown.
    @Nullable Checkpoint checkpoint() {
        return checkpoint;
    }

    /// The moments that can be chosen, the earliest first.
    public ReadOnlyObjectProperty<List<Checkpoint>> checkpoints() {
        return checkpoints.getReadOnlyProperty();
    }

    /// The chosen moment; empty while the newest is shown.
    public ReadOnlyObjectProperty<Optional<Moment>> chosen() {
        return chosen.getReadOnlyProperty();
    }
}
