package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.app.split.SplitViewModel.State;
import innerloop.episode.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

/// Chooses what the lanes hold and which nodes pass messages.
public final class SplitMenu extends MenuButton {

    private final SplitViewModel split;

    public SplitMenu(SplitViewModel split) {
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
        items.addAll(choices("split.kind.", Split.Kind.values(), state.kind(), split::choose));
        items.add(new SeparatorMenuItem());
        items.addAll(
                choices(
                        "split.messages.",
                        Split.Messages.values(),
                        state.messages(),
                        split::choose));
        getItems().setAll(items);
    }

    private static <E extends Enum<E>> List<RadioMenuItem> choices(
            String prefix, E[] values, E chosen, Consumer<E> choose) {
        ToggleGroup group = new ToggleGroup();
        List<RadioMenuItem> items = new ArrayList<>();
        for (E value : values) {
            items.add(
                    choice(
                            prefix + value.name(),
                            group,
                            value == chosen,
                            () -> choose.accept(value)));
        }
        return items;
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
