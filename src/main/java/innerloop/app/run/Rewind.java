package innerloop.app.run;

import innerloop.training.Checkpoint;
import innerloop.training.Checkpoints;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Goes back through the checkpoints of the run shown: the live picture is of a chosen step then, until somebody wants
/// the newest again. Training goes on meanwhile.
public final class Rewind {

    private final ReadOnlyObjectWrapper<List<Checkpoint>> checkpoints =
            new ReadOnlyObjectWrapper<>(this, "checkpoints", List.of());
    private final ReadOnlyObjectWrapper<@Nullable Checkpoint> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen");
    private @Nullable Checkpoints spread;

    Rewind() {}

    /// Forgets everything: another run is shown.
    void clear() {
        spread = null;
        chosen.set(null);
        checkpoints.set(List.of());
    }

    /// The run went on to this one. That which is looked at stays until somebody chooses another.
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
        clear();
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

    /// Looks at the checkpoint nearest to a step.
    public void choose(double step) {
        nearest(step).ifPresent(chosen::set);
    }

    /// Looks at the one so many before (negative) or after; after the last comes the newest.
    public void move(int by) {
        List<Checkpoint> all = checkpoints.get();
        if (all.isEmpty()) {
            return;
        }
        int at = all.size() - 1;
        int looked = step().orElse(Integer.MAX_VALUE);
        while (at > 0 && all.get(at).step() > looked) {
            at--;
        }
        // What is looked at may have been thinned out meanwhile: one back is then the one before
        // it.
        boolean gone = step().isPresent() && all.get(at).step() < looked;
        int wanted = Math.max(0, at + (gone && by < 0 ? by + 1 : by));
        if (wanted < all.size()) {
            chosen.set(all.get(wanted));
        } else {
            follow();
        }
    }

    /// Looks at the newest again.
    public void follow() {
        chosen.set(null);
    }

    /// The step looked at; empty while that is the newest.
    public OptionalInt step() {
        Checkpoint looked = chosen.get();
        return looked == null ? OptionalInt.empty() : OptionalInt.of(looked.step());
    }

    /// Where one can go back to, the earliest first.
    public ReadOnlyObjectProperty<List<Checkpoint>> checkpoints() {
        return checkpoints.getReadOnlyProperty();
    }

    /// What is looked at; null for the newest.
    public ReadOnlyObjectProperty<@Nullable Checkpoint> chosen() {
        return chosen.getReadOnlyProperty();
    }
}
