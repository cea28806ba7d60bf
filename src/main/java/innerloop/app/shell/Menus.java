package innerloop.app.shell;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/// The menu bar: the same commands as everywhere, sorted by the first part of their ids.
final class Menus {

    private Menus() {}

    /// The menu bar of these commands.
    static MenuBar of(Commands commands, WorkbenchDocument document) {
        MenuBar bar = new MenuBar();
        bar.setId("menu-bar");
        bar.setUseSystemMenuBar(true);
        for (String part : List.of("file", "edit", "select", "split", "run", "view", "help")) {
            Menu menu = new Menu(Messages.get("menu." + part));
            menu.setId("menu-" + part);
            List<MenuItem> items = new ArrayList<>();
            for (Command command : commands.all()) {
                if (command.id().startsWith(part + ".")) {
                    if (command.id().equals("file.quit") || command.id().equals("file.save")) {
                        items.add(new SeparatorMenuItem());
                    }
                    items.add(item(command, document));
                }
            }
            menu.getItems().setAll(items);
            bar.getMenus().add(menu);
        }
        return bar;
    }

    private static MenuItem item(Command command, WorkbenchDocument document) {
        MenuItem item = new MenuItem();
        item.setId("menu-" + command.id().replace('.', '-'));
        item.textProperty().bind(text(command, document));
        // A key without modifiers as accelerator would also fire when a space or a full stop is
        // typed.
        if (command.shortcut() != null && !Commands.isBare(command.shortcut())) {
            item.setAccelerator(command.shortcut());
        }
        item.disableProperty().bind(command.offered().not());
        item.setOnAction(_ -> command.perform());
        return item;
    }

    private static ObservableValue<String> text(Command command, WorkbenchDocument document) {
        Function<String, String> withName =
                name -> name.isEmpty() ? command.text() : command.text() + ": " + name;
        return switch (command.id()) {
            case "edit.undo" -> document.undoName().map(withName);
            case "edit.redo" -> document.redoName().map(withName);
            default -> {
                KeyCombination shortcut = command.shortcut();
                String keys =
                        shortcut != null && Commands.isBare(shortcut)
                                ? "  (" + Commands.keys(shortcut) + ")"
                                : "";
                yield new SimpleStringProperty(command.text() + keys);
            }
        };
    }
}
