package innerloop.app.workbench;

import innerloop.app.shell.Command;
import innerloop.app.shell.Commands;
import innerloop.app.split.SplitViewModel;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The commands of the Split menu.
final class SplitCommands {

    private final Commands commands;

    private SplitCommands(Commands commands) {
        this.commands = commands;
    }

    /// @param files asked for when a command is performed
    static void register(
            Commands commands,
            BooleanExpression open,
            SplitViewModel split,
            SplitDrawing drawing,
            Supplier<SplitFiles> files) {
        SplitCommands these = new SplitCommands(commands);
        BooleanBinding some =
                Bindings.createBooleanBinding(
                        () -> !drawing.selected().getValue().isEmpty(), drawing.selected());
        these.add("open", null, Feather.FOLDER, open, () -> files.get().open());
        these.add("save", null, Feather.SAVE, open, () -> files.get().save());
        these.add("saveClassLists", null, null, open, () -> files.get().saveClassLists());
        these.add("shuffle", null, Feather.SHUFFLE, open, split::shuffle);
        these.add(
                "region",
                "Shortcut+Shift+R",
                null,
                open.and(some),
                () -> split.addRegion("", drawing.selected().getValue()));
        these.add("suggest", null, Feather.GRID, open, () -> drawing.suggest(split::suggest));
        these.add("complete", "Shortcut+Shift+D", null, open, drawing.painter()::complete);
        these.add("clear", null, null, open, drawing.painter()::clear);
    }

    private void add(
            String name,
            @Nullable String keys,
            @Nullable Ikon icon,
            ObservableBooleanValue enabled,
            Runnable action) {
        String id = "split." + name;
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
