package innerloop.app.shell;

import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.RunStatusModel;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Registers what every workbench can do; the window adds what concerns itself.
public final class StandardCommands {

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    private final Commands commands;

    private StandardCommands(Commands commands) {
        this.commands = commands;
    }

    /// Adds the commands of the File, Edit and Run menus.
    ///
    /// @param refusal why no run can begin; empty if one can
    public static void register(
            Commands commands,
            WorkbenchActions actions,
            WorkbenchDocument document,
            RunStatusModel status,
            ObservableStringValue refusal) {
        StandardCommands standard = new StandardCommands(commands);
        standard.file(actions, document);
        standard.edit(document);
        standard.run(actions, document, status, refusal);
    }

    private void file(WorkbenchActions actions, WorkbenchDocument document) {
        BooleanBinding open = document.graph().isNotNull();
        add("file.new", "Shortcut+N", Feather.FILE_PLUS, ALWAYS, actions::newExperiment);
        add("file.openGraph", "Shortcut+O", Feather.FOLDER, ALWAYS, actions::openGraph);
        add(
                "file.openExperiment",
                "Shortcut+Shift+O",
                Feather.FILE_TEXT,
                ALWAYS,
                actions::openExperiment);
        add("file.reading", null, null, open, actions::showReading);
        add("file.save", "Shortcut+S", Feather.SAVE, open, actions::save);
        add("file.saveAs", "Shortcut+Shift+S", null, open, actions::saveAs);
        add("file.export", "Shortcut+E", Feather.DOWNLOAD, open, actions::exportView);
        add("file.quit", "Shortcut+Q", null, ALWAYS, actions::quit);
    }

    private void edit(WorkbenchDocument document) {
        add("edit.undo", "Shortcut+Z", Feather.CORNER_UP_LEFT, document.canUndo(), document::undo);
        add(
                "edit.redo",
                "Shortcut+Shift+Z",
                Feather.CORNER_UP_RIGHT,
                document.canRedo(),
                document::redo);
    }

    private void run(
            WorkbenchActions actions,
            WorkbenchDocument document,
            RunStatusModel status,
            ObservableStringValue refusal) {
        BooleanBinding open = document.graph().isNotNull();
        BooleanBinding active =
                Bindings.createBooleanBinding(() -> status.state().get().active(), status.state());
        BooleanBinding running = status.state().isEqualTo(RunStatusModel.State.RUNNING);
        BooleanBinding paused = status.state().isEqualTo(RunStatusModel.State.PAUSED);
        commands.add(
                new Command(
                        "run.start",
                        "command.run.start",
                        KeyCombination.valueOf("Shortcut+Enter"),
                        Feather.PLAY,
                        open.and(active.not().or(paused)),
                        refusal,
                        actions::run));
        add("run.pause", "Space", Feather.PAUSE, running.or(paused), actions::pauseOrResume);
        commands.add(
                new Command(
                        "run.step",
                        "command.run.step",
                        KeyCombination.valueOf("Period"),
                        Feather.SKIP_FORWARD,
                        open.and(active.not().or(paused)),
                        refusal,
                        actions::step));
        add(
                "run.inner",
                "Comma",
                Feather.CHEVRON_RIGHT,
                open.and(status.innerSteps().greaterThan(0)),
                actions::innerStep);
        // The final test is not given up: without it the run would have no score.
        add("run.stop", "Shortcut+Period", Feather.SQUARE, running.or(paused), actions::stop);
    }

    private void add(
            String id,
            @Nullable String keys,
            @Nullable Ikon icon,
            ObservableBooleanValue enabled,
            Runnable action) {
        commands.add(
                new Command(
                        id,
                        "command." + id,
                        keys == null ? null : KeyCombination.valueOf(keys),
                        icon,
                        enabled,
                        action));
    }
}
