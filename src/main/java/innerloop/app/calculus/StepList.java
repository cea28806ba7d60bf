package innerloop.app.calculus;

import innerloop.app.calculus.CalculusViewModel.Direction;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The steps of an explanation that are listed, and the one that is looked at.
final class StepList {

    final ObjectProperty<Direction> direction =
            new SimpleObjectProperty<>(this, "direction", Direction.FORWARD);

    /// Which steps are listed.
    final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", Part.ALL);

    /// What can be chosen.
    final ReadOnlyObjectWrapper<List<Part>> parts =
            new ReadOnlyObjectWrapper<>(this, "parts", List.of(Part.ALL));

    final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(this, "at", 0);
    final ReadOnlyObjectWrapper<List<Term>> steps =
            new ReadOnlyObjectWrapper<>(this, "steps", List.of());
    private Optional<Explanation> explanation = Optional.empty();

    StepList() {
        part.addListener((_, _, _) -> list(0));
    }

    /// Lists the steps of this one, and looks at the same as before.
    void show(Explanation shown) {
        explanation = Optional.of(shown);
        parts.set(Part.of(shown));
        if (!parts.get().contains(part.get())) {
            part.set(Part.ALL);
        }
        list(at.get());
    }

    void clear() {
        explanation = Optional.empty();
        steps.set(List.of());
    }

    /// The steps of the direction and the part that were chosen.
    void list(int step) {
        List<Term> all = explanation.map(Explanation::terms).orElse(List.of());
        List<Term> listed =
                all.stream()
                        .filter(term -> isOf(term, direction.get()))
                        .filter(term -> part.get().has(term, all))
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
