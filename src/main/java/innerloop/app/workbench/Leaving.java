package innerloop.app.workbench;

import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.Sheets;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Asks before something would be lost: a run that is going, or changes that are not saved.
final class Leaving {

    private final Sheets sheets;
    private final WorkbenchDocument document;
    private final BooleanSupplier runActive;
    private final Consumer<Runnable> save;

    /// @param save saves, and then does what it is given
    Leaving(
            Sheets sheets,
            WorkbenchDocument document,
            BooleanSupplier runActive,
            Consumer<Runnable> save) {
        this.sheets = sheets;
        this.document = document;
        this.runActive = runActive;
        this.save = save;
    }

    /// Does `action` now, or after the person has decided what becomes of the run that is going and of unsaved
    /// changes.
    void guarded(Runnable action) {
        whenIdle(() -> afterSaving(action));
    }

    /// Does `action` now, or after the person has given up the run that is going.
    void whenIdle(Runnable action) {
        if (!runActive.getAsBoolean()) {
            action.run();
            return;
        }
        sheets.ask(
                Messages.get("leave.title"),
                Messages.get("leave.text"),
                List.of(
                        new Sheets.Answer("stay", Messages.get("leave.stay"), true, () -> {}),
                        new Sheets.Answer("leave", Messages.get("leave.leave"), false, action)));
    }

    private void afterSaving(Runnable action) {
        if (!document.dirty().get()) {
            action.run();
            return;
        }
        sheets.ask(
                Messages.get("close.title"),
                Messages.get(
                        "close.text", ExperimentName.shown(document.experiment().get().name())),
                List.of(
                        new Sheets.Answer("cancel", Messages.get("close.cancel"), false, () -> {}),
                        new Sheets.Answer("discard", Messages.get("close.discard"), false, action),
                        new Sheets.Answer(
                                "save",
                                Messages.get("close.save"),
                                true,
                                () -> save.accept(action))));
    }
}
