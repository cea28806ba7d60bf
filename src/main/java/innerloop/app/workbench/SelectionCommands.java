package innerloop.app.workbench;

import innerloop.app.document.WorkbenchDocument;
import innerloop.app.graphview.GraphView;
import innerloop.app.selection.Selection;
import innerloop.app.shell.Command;
import innerloop.app.shell.Commands;
import innerloop.graph.AttributedGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The commands of the Select menu, and nodes found by name among the commands.
final class SelectionCommands {

    private static final int MOST_FOUND = 20;

    private final Commands commands;

    private SelectionCommands(Commands commands) {
        this.commands = commands;
    }

    static void register(
            Commands commands,
            WorkbenchDocument document,
            Selection selection,
            GraphView graph,
            NodeClasses classes) {
        commands.addSource(typed -> findNodes(typed, document, selection));
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
        these.add(
                "setClass", "Shortcut+D", Feather.TAG, some, () -> classes.ask(selection.nodes()));
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

    private static List<Commands.Found> findNodes(
            String typed, WorkbenchDocument document, Selection selection) {
        AttributedGraph shown = document.graph().get();
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<Commands.Found> found = new ArrayList<>();
        if (shown == null || wanted.length() < 2) {
            return found;
        }
        for (int i = 0; i < shown.nodes() && found.size() < MOST_FOUND; i++) {
            if (contains(shown.names().get(i), wanted)
                    || contains(shown.nodeNames().ids().get(i), wanted)) {
                int node = i;
                int label = shown.labels()[i];
                found.add(
                        new Commands.Found(
                                shown.names().get(i),
                                label < 0 ? "" : shown.classes().get(label),
                                () -> selection.focusProperty().set(node)));
            }
        }
        return found;
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
