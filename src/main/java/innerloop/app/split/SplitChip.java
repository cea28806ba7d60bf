package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.episode.Split.Kind;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/// A class, region or member graph: its colour, name and size. It is moved by dragging, with 1, 2, 3, 0, with Alt and an
/// arrow, or from its context menu.
final class SplitChip extends HBox {

    private static final PseudoClass TOO_SMALL = PseudoClass.getPseudoClass("too-small");

    private final SplitItem item;
    private final Lane lane;
    private final SplitViewModel split;

    private SplitChip(SplitItem item, Lane lane, String colour, SplitViewModel split) {
        this.item = item;
        this.lane = lane;
        this.split = split;
        setId("chip-" + item.name());
        getStyleClass().add("chip");
        pseudoClassStateChanged(TOO_SMALL, item.tooSmall());
        setStyle("-fx-border-color: " + colour + ";");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(
                Messages.get(
                        "chip.accessible",
                        item.title(),
                        item.size(),
                        SplitViewModel.laneName(lane)));
        setMaxWidth(Region.USE_PREF_SIZE);
        setOnKeyPressed(this::keyPressed);
        setOnMousePressed(e -> {
            requestFocus();
            // The scroll pane around would take the focus, and the keys with it.
            e.consume();
        });
        setOnContextMenuRequested(e -> menu().show(this, e.getScreenX(), e.getScreenY()));
        SplitDrag.carry(this, item.name());
        setOnDragDetected(e -> {
            SplitDrag.begin(this, snapshot(null, null));
            e.consume();
        });
        hoverProperty().addListener((_, _, hover) -> report(hover));
        focusedProperty().addListener((_, _, focus) -> report(focus));
    }

    /// A dot of its colour, its name and its size.
    static SplitChip named(SplitItem item, Lane lane, String colour, SplitViewModel split) {
        Label name = new Label(item.title());
        name.setMaxWidth(180);
        Label size = new Label(Integer.toString(item.size()));
        size.getStyleClass().add("chip-size");
        size.setMinWidth(Region.USE_PREF_SIZE);
        SplitChip chip = new SplitChip(item, lane, colour, split);
        chip.getChildren().addAll(new Circle(3.5, Color.web(colour)), name, size);
        return chip;
    }

    /// A small picture and as few letters as tell it from the others; the rest is in its tooltip.
    static SplitChip pictured(
            SplitItem item, Lane lane, Image picture, String border, SplitViewModel split) {
        Label name = new Label(item.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        SplitChip chip = new SplitChip(item, lane, border, split);
        chip.getStyleClass().add("pictured");
        chip.getChildren().addAll(new ImageView(picture), name);
        Tooltip.install(chip, new Tooltip(Messages.get("chip.tip", item.title(), item.size())));
        return chip;
    }

    SplitItem item() {
        return item;
    }

    private void report(boolean on) {
        if (on && item.index() >= 0) {
            split.hovered().set(item);
        } else if (!isHover() && !isFocused()) {
            split.hovered().set(null);
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.isAltDown()) {
            int step = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
            if (step != 0) {
                event.consume();
                split.move(item.name(), lane.neighbour(step));
            }
        } else if (event.getCode() == KeyCode.DELETE
                && split.state().get().kind() == Kind.REGIONS) {
            event.consume();
            split.removeRegion(item.name());
        } else if (!event.isShortcutDown()) {
            for (Lane to : Lane.values()) {
                if (event.getCode().getName().equals(to.digit())
                        || event.getCode().getName().equals("Numpad " + to.digit())) {
                    event.consume();
                    split.move(item.name(), to);
                    return;
                }
            }
        }
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (Lane to : Lane.values()) {
            MenuItem entry =
                    new MenuItem(
                            Messages.get("chip.moveTo", SplitViewModel.laneName(to), to.digit()));
            entry.setId("move-to-" + to.key());
            entry.setDisable(to == lane);
            entry.setOnAction(_ -> split.move(item.name(), to));
            menu.getItems().add(entry);
        }
        if (split.state().get().kind() == Kind.REGIONS) {
            MenuItem remove = new MenuItem(Messages.get("region.remove"));
            remove.setId("region-remove");
            remove.setOnAction(_ -> split.removeRegion(item.name()));
            menu.getItems().addAll(new SeparatorMenuItem(), remove);
        }
        return menu;
    }
}
