package innerloop.app.workbench;

import innerloop.app.document.WorkbenchDocument;
import innerloop.app.history.HistoryPlayer;
import innerloop.app.shell.Command;
import innerloop.app.shell.Commands;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The commands that play the history of the open graph, for the palette.
final class HistoryCommands {

    private final Commands commands;
    private final BooleanBinding any;

    private HistoryCommands(Commands commands, HistoryPlayer player) {
        this.commands = commands;
        this.any = player.steps().greaterThan(0);
    }

    /// Opens the history of whatever is open from now on. To be called after the views: they show the graph as it was opened.
    static void follow(WorkbenchDocument document, HistoryPlayer player) {
        Runnable open = () -> player.open(document.graph().get(), document.experiment().get());
        document.openings().addListener((_, _, _) -> open.run());
        document.graph().addListener((_, _, _) -> open.run());
    }

    static void register(Commands commands, HistoryPlayer player) {
        HistoryCommands these = new HistoryCommands(commands, player);
        these.add("play", Feather.PLAY, player::playOrPause);
        these.add("back", Feather.SKIP_BACK, () -> player.move(-1));
        these.add("on", Feather.SKIP_FORWARD, () -> player.move(1));
        these.add("trained", Feather.CORNER_UP_LEFT, () -> player.go(player.until().get()));
        these.add("faster", Feather.CHEVRONS_RIGHT, () -> player.hurry(1));
        these.add("slower", Feather.CHEVRONS_LEFT, () -> player.hurry(-1));
    }

    private void add(String name, Ikon icon, Runnable action) {
        String id = "history." + name;
        commands.add(new Command(id, "command." + id, null, icon, any, action));
    }
}
