package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.app.recipe.SplitViewModel.State;
import innerloop.episode.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

/// Chooses what the lanes hold and which nodes pass messages.
final class SplitMenu extends MenuButton {

    private final SplitViewModel split;

    SplitMenu(SplitViewModel split) {
        this.split = split;
        setId("split-menu");
        getStyleClass().addAll("quiet", "flat");
        setTooltip(new Tooltip(Messages.get("split.menu.why")));
        split.state().subscribe(this::offer);
    }

    private void offer(State state) {
        setText(Messages.get("split.kind." + state.kind()));
        setDisable(!state.isKnown());
        List<MenuItem> items = new ArrayList<>();
        ToggleGroup kinds = new ToggleGroup();
        for (Split.Kind kind : Split.Kind.values()) {
            items.add(
                    choice(
                            "split.kind." + kind,
                            kinds,
                            kind == state.kind(),
                            () -> split.choose(kind)));
        }
        items.add(new SeparatorMenuItem());
        ToggleGroup messages = new ToggleGroup();
        for (Split.Messages choice : Split.Messages.values()) {
            items.add(
                    choice(
                            "split.messages." + choice,
                            messages,
                            choice == state.messages(),
                            () -> split.choose(choice)));
        }
        getItems().setAll(items);
    }

    private static RadioMenuItem choice(
            String key, ToggleGroup group, boolean chosen, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(Messages.get(key));
        item.setId(key.toLowerCase(Locale.ROOT).replace('.', '-'));
        item.setToggleGroup(group);
        item.setSelected(chosen);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
