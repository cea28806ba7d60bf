package innerloop.app.document;

import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;
import innerloop.io.GraphSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The open document: an experiment with its history, its graph and its file.
///
/// All of it lives on the JavaFX thread. An edit asked for by a listener of an edit is refused:
/// such chains make histories nobody can undo.
public final class WorkbenchDocument {

    private History<Experiment> history;
    private Experiment saved;
    private @Nullable AttributedGraph read;
    private @Nullable Experiment labelledBy;
    private boolean changing;

    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final ReadOnlyObjectWrapper<@Nullable AttributedGraph> graph =
            new ReadOnlyObjectWrapper<>(this, "graph", null);
    private final ReadOnlyObjectWrapper<@Nullable Path> file =
            new ReadOnlyObjectWrapper<>(this, "file", null);
    private final ReadOnlyIntegerWrapper openings = new ReadOnlyIntegerWrapper(this, "openings");
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper(this, "undoName", "");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper(this, "redoName", "");

    private final ReadOnlyObjectWrapper<Optional<GraphSummary>> summary =
            new ReadOnlyObjectWrapper<>(this, "summary", Optional.empty());

    /// A document with this experiment and no graph.
    public WorkbenchDocument(Experiment initial) {
        history = History.of(initial);
        saved = initial;
        experiment = new ReadOnlyObjectWrapper<>(this, "experiment", initial);
    }

    /// Replaces everything: another experiment is open now, and there is nothing to undo.
    public void open(
            Experiment opened, @Nullable AttributedGraph openedGraph, @Nullable Path openedFile) {
        change(() -> {
            history = History.of(opened);
            saved = opened;
            file.set(openedFile);
            publish();
            summary.set(Optional.empty());
            setRead(openedGraph);
            openings.set(openings.get() + 1);
        });
    }

    /// Opens an experiment that was never saved in this form: it counts as changed.
    public void openUnsaved(
            Experiment opened,
            @Nullable AttributedGraph openedGraph,
            @Nullable Path openedFile,
            Experiment onDisk) {
        change(() -> {
            history = History.of(opened);
            saved = onDisk;
            file.set(openedFile);
            publish();
            summary.set(Optional.empty());
            setRead(openedGraph);
            openings.set(openings.get() + 1);
        });
    }

    /// Shows its graph as it is when it is read in another way. What was done before cannot be undone.
    public void reread(Experiment changed, AttributedGraph read) {
        openUnsaved(changed, read, file.get(), saved);
    }

    /// Goes on with what another document has open, with its history.
    public void takeOver(WorkbenchDocument before) {
        change(() -> {
            history = before.history;
            saved = before.saved;
            file.set(before.file.get());
            publish();
            summary.set(before.summary.get());
            setRead(before.read);
            openings.set(openings.get() + 1);
        });
    }

    /// Sets the summary of the open graph as it was read, whatever classes its nodes are given afterwards.
    public void setSummary(GraphSummary read) {
        summary.set(Optional.of(read));
    }

    /// The summary of the open graph as it was read; empty while it is not known.
    public ReadOnlyObjectProperty<Optional<GraphSummary>> summary() {
        return summary.getReadOnlyProperty();
    }

    /// The graph became known, was read anew, or is gone; the experiment stays.
    public void setGraph(@Nullable AttributedGraph newGraph) {
        change(() -> setRead(newGraph));
    }

    /// The graph follows the experiment: who hears of a graph finds the experiment that names it.
    private void setRead(@Nullable AttributedGraph newGraph) {
        read = newGraph;
        relabel();
    }

    /// The open graph is the one that was read, with the classes the experiment asks for.
    private void relabel() {
        AttributedGraph source = read;
        Experiment present = history.present();
        try {
            graph.set(source == null ? null : present.labelled(source));
        } catch (InputException e) {
            throw new IllegalArgumentException("whoever opens a graph checks its labels", e);
        }
        labelledBy = present;
    }

    /// Changes the experiment. `editName` is what undo calls it; consecutive edits with the same
    /// non-empty `coalesceKey` become one.
    public void edit(
            Supplier<String> editName, String coalesceKey, UnaryOperator<Experiment> edit) {
        change(() -> {
            history = history.push(editName, coalesceKey, edit.apply(history.present()));
            publishEdit();
        });
    }

    /// The same with a name that is the same in every language.
    public void edit(String editName, String coalesceKey, UnaryOperator<Experiment> edit) {
        edit(() -> editName, coalesceKey, edit);
    }

    /// Gives nodes of the open graph another class, empty for none, as one edit.
    public void relabel(Supplier<String> editName, NodeSet nodes, String className) {
        AttributedGraph source = read;
        if (source != null) {
            edit(
                    editName,
                    "",
                    e -> e.withLabels(e.labels().with(e.history().of(source), nodes, className)));
        }
    }

    /// Takes the last edit back.
    public void undo() {
        change(() -> {
            history = history.undo();
            publishEdit();
        });
    }

    /// Repeats the edit taken back last.
    public void redo() {
        change(() -> {
            history = history.redo();
            publishEdit();
        });
    }

    /// Takes edits back, or repeats them, until this many are done: one change, however many these are.
    public void goTo(int edits) {
        change(() -> {
            history = history.goTo(edits);
            publishEdit();
        });
    }

    /// The names of all edits, oldest first, those that are undone at the end.
    public List<String> editNames() {
        return history.names();
    }

    /// How many edits are done.
    public int editsDone() {
        return history.past().size();
    }

    /// Ends a series of coalescing edits, for example when a field loses the focus.
    public void sealEdits() {
        history = history.seal();
    }

    /// `written` is now in this file. It is an argument because the person may have gone on editing
    /// while the file was being written.
    public void markSaved(Path savedFile, Experiment written) {
        change(() -> {
            history = history.seal();
            saved = written;
            file.set(savedFile);
            publish();
        });
    }

    private void change(Runnable change) {
        if (changing) {
            throw new IllegalStateException(
                    "the document was changed by a listener of a change; edit it from a user action"
                            + " instead");
        }
        changing = true;
        try {
            change.run();
        } finally {
            changing = false;
        }
    }

    private void publish() {
        canUndo.set(!history.past().isEmpty());
        canRedo.set(!history.future().isEmpty());
        undoName.set(history.undoName());
        redoName.set(history.redoName());
        dirty.set(!history.present().equals(saved));
        experiment.set(history.present());
    }

    /// After an edit, an undone and a repeated one: the graph stays the same object unless it is labelled differently.
    private void publishEdit() {
        publish();
        if (labelledBy == null || !history.present().labelsLike(labelledBy)) {
            relabel();
        }
    }

    /// The experiment as it is now.
    public ReadOnlyObjectProperty<Experiment> experiment() {
        return experiment.getReadOnlyProperty();
    }

    /// The experiment's graph, with its own labels; null while none is open.
    public ReadOnlyObjectProperty<@Nullable AttributedGraph> graph() {
        return graph.getReadOnlyProperty();
    }

    /// Where the experiment was opened from or saved to; null if nowhere.
    public ReadOnlyObjectProperty<@Nullable Path> file() {
        return file.getReadOnlyProperty();
    }

    /// How often a document was opened; fields forget unfinished text when it changes.
    public ReadOnlyIntegerProperty openings() {
        return openings.getReadOnlyProperty();
    }

    /// Whether the experiment differs from the saved one.
    public ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /// The name of the edit that undo takes back; empty for none.
    public ReadOnlyStringProperty undoName() {
        return undoName.getReadOnlyProperty();
    }

    /// The name of the edit that redo repeats; empty for none.
    public ReadOnlyStringProperty redoName() {
        return redoName.getReadOnlyProperty();
    }
}
