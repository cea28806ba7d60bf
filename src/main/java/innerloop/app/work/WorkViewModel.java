package innerloop.app.work;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.recipe.SettingNames;
import innerloop.app.run.LongWork;
import innerloop.app.run.Machine;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Long work on the open experiment with one result: what would be done, what came out last, and whether that is still of the
/// experiment as it is now.
///
/// All methods are called on the JavaFX thread.
///
/// @param <R> what comes out
public abstract class WorkViewModel<R> {

    private final WorkbenchDocument document;
    private final LongWork work;
    private final ReadOnlyObjectWrapper<@Nullable R> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(true);
    private @Nullable Experiment made;

    /// Nothing is done yet. Whoever extends this calls [#describe] once it can.
    ///
    /// @param name of the work
    @SuppressWarnings("this-escape") // told of edits only once it is made
    protected WorkViewModel(String name, WorkbenchDocument document, Machine machine) {
        this.document = document;
        this.work = new LongWork(name, machine);
        document.experiment().addListener((_, _, _) -> describe());
        document.graph()
                .addListener((_, before, now) -> {
                    // Another class of a node is an edit like others.
                    if (before == null || now == null || !now.hasNodesOf(before)) {
                        work.stop();
                        made = null;
                        result.set(null);
                    }
                    describe();
                });
    }

    /// A sentence that says what pressing the button will do.
    ///
    /// @throws InputException why it cannot be
    protected abstract String plan(Experiment experiment, AttributedGraph graph)
            throws InputException;

    /// The work itself.
    ///
    /// @throws InputException why it cannot be done
    protected abstract LongWork.Job job(Experiment experiment, AttributedGraph graph)
            throws InputException;

    /// What came out in a sentence.
    protected abstract String sentence(R came);

    /// Whether what came out of an experiment is true of it after an edit.
    protected boolean isStillOf(Experiment before, Experiment now) {
        return before.unpainted().equals(now.unpainted());
    }

    /// How it was measured; empty if there is no more to say.
    protected String protocol(R came) {
        return "";
    }

    /// Says what would be done, or why it cannot be.
    protected final void describe() {
        Experiment experiment = document.experiment().get();
        AttributedGraph graph = document.graph().get();
        present.set(made == null || isStillOf(made, experiment));
        if (graph == null) {
            work.offer(false, Messages.get("split.noGraph"));
            return;
        }
        try {
            work.offer(true, plan(experiment, graph));
        } catch (InputException e) {
            work.offer(false, SettingNames.in(e));
        }
    }

    /// Begins; the result of before goes.
    public final void start() {
        AttributedGraph graph = document.graph().get();
        if (work.state().get() != LongWork.State.READY || graph == null) {
            return;
        }
        Experiment experiment = document.experiment().get();
        try {
            LongWork.Job job = job(experiment, graph);
            made = experiment;
            result.set(null);
            work.start(job);
            describe();
        } catch (InputException e) {
            work.offer(false, SettingNames.in(e));
        }
    }

    /// Takes what came out of an experiment; it may be another one by now, or another graph.
    protected final void take(Experiment experiment, R came) {
        if (experiment.equals(made)) {
            result.set(came);
        }
    }

    /// Goes on with what came out of another one.
    public final void takeOver(WorkViewModel<R> before) {
        made = before.made;
        result.set(before.result.get());
        describe();
    }

    /// The work.
    public final LongWork work() {
        return work;
    }

    /// What came out so far, or last.
    public final ReadOnlyObjectProperty<@Nullable R> result() {
        return result.getReadOnlyProperty();
    }

    /// What came out in a sentence, or why nothing did.
    public final String outcome() {
        R came = result.get();
        return came == null ? work.plan().get() : sentence(came);
    }

    /// Whether the result is of the open experiment as it is now.
    public final ReadOnlyBooleanProperty present() {
        return present.getReadOnlyProperty();
    }
}
