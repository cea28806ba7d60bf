package innerloop.app.calculus;

import innerloop.app.calculus.CalculusViewModel.Direction;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The steps of an explanation that are listed, and the one that is looked at.
final class StepList {

    final ObjectProperty<Direction> direction =
            new SimpleObjectProperty<>(this, "direction", Direction.FORWARD);

    /// The only layer whose steps are listed; 0 for all.
    final IntegerProperty layer = new SimpleIntegerProperty(this, "layer", 0);

    final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(this, "at", 0);
    final ReadOnlyObjectWrapper<List<Term>> steps =
            new ReadOnlyObjectWrapper<>(this, "steps", List.of());
    private Optional<Explanation> explanation = Optional.empty();

    StepList() {
        layer.addListener((_, _, _) -> list(0));
    }

    /// Lists the steps of this one, and looks at the same as before.
    void show(Explanation shown) {
        explanation = Optional.of(shown);
        list(at.get());
    }

    void clear() {
        explanation = Optional.empty();
        steps.set(List.of());
    }

    /// The steps of the direction and the layer that were chosen.
    void list(int step) {
        List<Term> listed =
                explanation.map(Explanation::terms).orElse(List.of()).stream()
                        .filter(term -> isOf(term, direction.get()))
                        .filter(term -> layer.get() == 0 || term.layer() == layer.get())
                        .toList();
        at.set(Math.clamp(step, 0, Math.max(0, listed.size() - 1)));
        steps.set(listed);
    }

    private static boolean isOf(Term term, Direction way) {
        return switch (term.kind()) {
            case GIVEN, VALUE -> way == Direction.FORWARD;
            case BACKWARD, DERIVATIVE, USUALLY_PRINTED -> way == Direction.BACKWARD;
        };
    }

    /// One step on; after the last one forward comes the first one backward.
    void next() {
        if (at.get() + 1 < steps.get().size()) {
            at.set(at.get() + 1);
        } else if (direction.get() == Direction.FORWARD && !steps.get().isEmpty()) {
            direction.set(Direction.BACKWARD);
        }
    }

    /// One step back; before the first one backward comes the last one forward.
    void back() {
        if (at.get() > 0) {
            at.set(at.get() - 1);
        } else if (direction.get() == Direction.BACKWARD) {
            direction.set(Direction.FORWARD);
            at.set(Math.max(0, steps.get().size() - 1));
        }
    }

    /// Looks at a step.
    void choose(int step) {
        if (step >= 0 && step < steps.get().size()) {
            at.set(step);
        }
    }

    /// The step that is looked at.
    Optional<Term> current() {
        return at.get() < steps.get().size()
                ? Optional.of(steps.get().get(at.get()))
                : Optional.empty();
    }
}
