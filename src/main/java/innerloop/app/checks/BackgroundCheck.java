package innerloop.app.checks;

import innerloop.app.background.Cancellation;
import innerloop.app.background.Latest;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.RunStatusModel;
import innerloop.checks.ExperimentChecks;
import innerloop.checks.Finding;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A value computed from the open experiment in the background: half a second after the last edit, on another thread,
/// never during a run. Computations for an older experiment are cancelled.
///
/// All methods are called on the JavaFX thread.
public final class BackgroundCheck<T> {

    private static final Duration SETTLING = Duration.millis(500);

    /// Makes the value; on another thread.
    public interface Work<T> {
        /// @throws CancellationException if it was cancelled
        T of(Experiment experiment, AttributedGraph graph, Cancellation cancellation);
    }

    private final WorkbenchDocument document;
    private final RunStatusModel run;
    private final UnaryOperator<Experiment> relevant;
    private final T nothing;
    private final T pending;
    private final Work<T> work;
    private final ReadOnlyObjectWrapper<T> value;
    private final Latest<T> making;
    private final PauseTransition settling = new PauseTransition(SETTLING);
    private @Nullable Experiment wanted;
    private boolean known;

    /// @param thread where the work is done
    /// @param relevant the experiment without what the value does not depend on
    /// @param nothing while there is no value
    /// @param pending while it is being made
    public BackgroundCheck(
            WorkbenchDocument document,
            RunStatusModel run,
            Executor thread,
            UnaryOperator<Experiment> relevant,
            T nothing,
            T pending,
            Work<T> work) {
        this.document = document;
        this.run = run;
        this.making =
                new Latest<>(
                        thread,
                        Platform::runLater,
                        this::finish,
                        failure -> {
                            finish(nothing);
                            Latest.report(failure);
                        });
        this.relevant = relevant;
        this.nothing = nothing;
        this.pending = pending;
        this.work = work;
        this.value = new ReadOnlyObjectWrapper<>(this, "value", nothing);
        settling.setOnFinished(_ -> begin());
        document.experiment().addListener((_, _, _) -> look());
        document.graph()
                .addListener((_, _, _) -> {
                    wanted = null;
                    look();
                });
        run.state().addListener((_, _, _) -> look());
    }

    /// The newest value.
    public ReadOnlyObjectProperty<T> value() {
        return value.getReadOnlyProperty();
    }

    /// Whether the value is still being made.
    public boolean isPending() {
        return pending.equals(value.get());
    }

    private void look() {
        Experiment now =
                document.graph().get() == null ? null : relevant.apply(document.experiment().get());
        if (now == null || !now.equals(wanted)) {
            wanted = now;
            known = false;
            giveUp();
            value.set(nothing);
        }
        if (now == null || known) {
            return;
        }
        if (run.state().get().active()) {
            giveUp();
            value.set(nothing);
        } else if (!making.isPending()) {
            value.set(pending);
            settling.playFromStart();
        }
    }

    private void begin() {
        AttributedGraph graph = document.graph().get();
        Experiment experiment = wanted;
        if (graph == null || experiment == null) {
            return;
        }
        if (ExperimentChecks.check(experiment, graph).stream().anyMatch(Finding::blocking)) {
            finish(nothing);
            return;
        }
        making.want((cancellation, _) -> work.of(experiment, graph, cancellation));
    }

    private void finish(T made) {
        known = true;
        value.set(made);
    }

    /// Stops what is under way.
    public void giveUp() {
        settling.stop();
        making.giveUp();
    }
}
