package innerloop.app.curves;

import innerloop.plot.Scale;
import innerloop.plot.StepWindow;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/// Which steps all charts show, and which one is looked at: one for all of them, so that they stay side by side.
final class StepView {

    private final Runnable changed;
    private final BooleanProperty zoomed = new SimpleBooleanProperty();
    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private Scale all = new Scale.Linear(0, 1);
    private @Nullable StepWindow window;

    /// @param changed draws the charts anew when they show other steps
    StepView(Runnable changed) {
        this.changed = changed;
    }

    /// Whether some steps are out of sight.
    BooleanProperty zoomed() {
        return zoomed;
    }

    /// The step that is looked at; NaN for none.
    DoubleProperty cursor() {
        return cursor;
    }

    /// The steps to show of a run that has come so far.
    StepWindow show(StepWindow whole, boolean log) {
        all = whole.scale(log);
        StepWindow chosen = window;
        if (chosen == null) {
            return whole;
        }
        StepWindow kept = chosen.within(all);
        window = kept;
        return kept;
    }

    /// The steps that are seen.
    StepWindow shown() {
        return window == null ? new StepWindow(all.lo(), all.hi()) : window;
    }

    void zoom(double about, double factor) {
        set(shown().zoomed(all, about, factor));
    }

    void pan(double share) {
        set(shown().panned(all, share));
    }

    /// Shows what lies between two steps.
    void range(double one, double other) {
        set(StepWindow.between(all, one, other));
    }

    /// Looks at a step, and shows it.
    void look(double step) {
        cursor.set(step);
        set(shown().including(all, step));
    }

    void showAll() {
        set(null);
    }

    private void set(@Nullable StepWindow other) {
        StepWindow before = window;
        window = other == null || other.isWhole(all) ? null : other;
        zoomed.set(window != null);
        if (!Objects.equals(before, window)) {
            changed.run();
        }
    }
}
