package innerloop.app.workbench;

import innerloop.app.document.WorkbenchDocument;
import innerloop.app.graphview.GraphView;
import innerloop.app.selection.Selection;
import innerloop.app.shell.Command;
import innerloop.app.shell.Commands;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The commands of the Select menu.
final class SelectionCommands {

    private final Commands commands;

    private SelectionCommands(Commands commands) {
        this.commands = commands;
    }

    static void register(
            Commands commands, WorkbenchDocument document, Selection selection, GraphView graph) {
        SelectionCommands these = new SelectionCommands(commands);
        BooleanBinding open = document.graph().isNotNull();
        BooleanBinding some =
                Bindings.createBooleanBinding(
                        () -> !selection.nodes().isEmpty(), selection.nodesProperty());
        these.add("find", "Shortcut+F", Feather.SEARCH, open, graph::find);
        these.add("all", "Shortcut+A", null, open, selection::all);
        these.add("none", "Shortcut+Shift+A", null, some, selection::clear);
        these.add("invert", "Shortcut+Shift+I", null, open, selection::invert);
        these.add("grow", "Shortcut+G", Feather.PLUS_CIRCLE, some, selection::grow);
        these.add("shrink", "Shortcut+Shift+G", Feather.MINUS_CIRCLE, some, selection::shrink);
        these.add("class", "Shortcut+L", null, some, selection::sameClass);
        these.add("component", "Shortcut+Shift+L", null, some, selection::component);
        these.add(
                "zoom", "Shortcut+Shift+F", Feather.ZOOM_IN, some, graph.canvas()::zoomToSelection);
    }

    private void add(
            String name,
            String keys,
            @Nullable Ikon icon,
            ObservableBooleanValue enabled,
            Runnable action) {
        String id = "select." + name;
        commands.add(
                new Command(
                        id, "command." + id, KeyCombination.valueOf(keys), icon, enabled, action));
    }
}
