package innerloop.app.shell;

import innerloop.app.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Something a person can do, wherever it is offered: menu, toolbar, key, palette.
///
/// @param id its name, such as `run.start`; also the id of its button
/// @param textKey key of its text in the bundle
/// @param shortcut its keys; null for none
/// @param icon its picture; null for none
/// @param enabled whether it can be done now
/// @param refusal why it is not offered though a person may expect it; empty if it is. Its keys still ask for it, and get
///     the reason
/// @param action what it does, on the JavaFX thread
public record Command(
        String id,
        String textKey,
        @Nullable KeyCombination shortcut,
        @Nullable Ikon icon,
        ObservableBooleanValue enabled,
        ObservableStringValue refusal,
        Runnable action) {

    private static final ObservableStringValue NONE = new SimpleStringProperty("");

    /// A command that is offered whenever it can be done.
    public Command(
            String id,
            String textKey,
            @Nullable KeyCombination shortcut,
            @Nullable Ikon icon,
            ObservableBooleanValue enabled,
            Runnable action) {
        this(id, textKey, shortcut, icon, enabled, NONE, action);
    }

    /// Whether buttons and menus offer it now.
    BooleanBinding offered() {
        return Bindings.createBooleanBinding(
                () -> enabled.get() && refusal.get().isEmpty(), enabled, refusal);
    }

    /// Its name for people.
    public String text() {
        return Messages.get(textKey);
    }

    /// Does it, if it can be done now.
    public void perform() {
        if (enabled.get()) {
            action.run();
        }
    }
}
