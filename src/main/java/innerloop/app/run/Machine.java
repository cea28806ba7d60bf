package innerloop.app.run;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Which [LongWork] has the machine. There is one at a time, and none while a run is live.
///
/// All methods are called on the JavaFX thread.
public final class Machine {

    private final RunStatusModel run;
    private final ReadOnlyObjectWrapper<@Nullable LongWork> work =
            new ReadOnlyObjectWrapper<>(this, "work");

    /// A machine that nobody has.
    public Machine(RunStatusModel run) {
        this.run = run;
    }

    /// Whether work can begin.
    boolean isFree() {
        return work.get() == null && !run.state().get().active();
    }

    /// Calls whenever that may have changed.
    void onChange(Runnable changed) {
        run.state().addListener((_, _, _) -> changed.run());
        work.addListener((_, _, _) -> changed.run());
    }

    void take(LongWork taker) {
        work.set(taker);
    }

    void release() {
        work.set(null);
    }

    /// What has it, if anything does.
    public Optional<LongWork> taker() {
        return Optional.ofNullable(work.get());
    }

    /// The same as a property.
    public ReadOnlyObjectProperty<@Nullable LongWork> work() {
        return work.getReadOnlyProperty();
    }
}
