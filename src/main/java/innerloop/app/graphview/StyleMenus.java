package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.selection.AttributeTitles;
import innerloop.graph.select.NodeAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

/// The two menus that say what colours, sizes and edges mean.
final class StyleMenus {

    /// A menu of a thousand words helps nobody; the find line knows all of them.
    private static final int MOST = 24;

    private final ObjectProperty<NodeStyle> style;
    private final MenuButton colour = new MenuButton();
    private final MenuButton size = new MenuButton(Messages.get("canvas.size"));
    private List<String> numbers = List.of();
    private boolean weighted;

    StyleMenus(ObjectProperty<NodeStyle> style) {
        this.style = style;
        colour.setId("colour-menu");
        size.setId("size-menu");
        colour.getStyleClass().addAll("quiet", "flat");
        size.getStyleClass().addAll("quiet", "flat");
        colour.setTooltip(new Tooltip(Messages.get("canvas.colour.why")));
        size.setTooltip(new Tooltip(Messages.get("canvas.size.why")));
        style.subscribe(_ -> rebuild());
    }

    List<MenuButton> buttons() {
        return List.of(colour, size);
    }

    /// Offers the attributes of another graph.
    void setGraph(GraphFacts facts) {
        numbers = offered(facts.attributes());
        weighted = facts.weighted();
        rebuild();
    }

    private static List<String> offered(NodeAttributes attributes) {
        return attributes.numbers().stream().limit(MOST).toList();
    }

    private void rebuild() {
        NodeStyle now = style.get();
        boolean attribute = now.colour() == ColourMode.ATTRIBUTE;
        colour.setText(
                Messages.get(
                        "canvas.colour",
                        attribute ? AttributeTitles.of(now.colourBy()) : now.colour().title()));
        List<MenuItem> colours = new ArrayList<>();
        ToggleGroup colourGroup = new ToggleGroup();
        for (ColourMode mode : ColourMode.values()) {
            if (mode != ColourMode.ATTRIBUTE) {
                colours.add(
                        choice(
                                mode.title(),
                                colourGroup,
                                now.colour() == mode,
                                () -> style.set(now.withColour(mode))));
            }
        }
        colours.add(
                attributes(
                        Messages.get("canvas.colour.attribute"),
                        colourGroup,
                        attribute ? now.colourBy() : "",
                        name -> style.set(now.withColourBy(name))));
        colour.getItems().setAll(colours);
        ToggleGroup sizeGroup = new ToggleGroup();
        List<MenuItem> sizes = new ArrayList<>();
        sizes.add(
                choice(
                        Messages.get("canvas.size.same"),
                        sizeGroup,
                        now.sizeBy().isEmpty(),
                        () -> style.set(now.withSizeBy(""))));
        sizes.add(
                attributes(
                        Messages.get("canvas.size.attribute"),
                        sizeGroup,
                        now.sizeBy(),
                        name -> style.set(now.withSizeBy(name))));
        ToggleGroup edgeGroup = new ToggleGroup();
        sizes.add(new SeparatorMenuItem());
        for (EdgeMode mode : EdgeMode.values()) {
            MenuItem item =
                    choice(
                            mode.title(),
                            edgeGroup,
                            now.edges() == mode,
                            () -> style.set(now.withEdges(mode)));
            item.setDisable(mode == EdgeMode.WEIGHT && !weighted);
            sizes.add(item);
        }
        size.getItems().setAll(sizes);
    }

    private Menu attributes(
            String title, ToggleGroup group, String chosen, Consumer<String> choose) {
        Menu menu = new Menu(title);
        for (String name : numbers) {
            menu.getItems()
                    .add(
                            choice(
                                    AttributeTitles.of(name),
                                    group,
                                    name.equals(chosen),
                                    () -> choose.accept(name)));
        }
        return menu;
    }

    private static RadioMenuItem choice(
            String title, ToggleGroup group, boolean chosen, Runnable choose) {
        RadioMenuItem item = new RadioMenuItem(title);
        // Names of features may have underscores, which are no mnemonics.
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(chosen);
        item.setOnAction(_ -> choose.run());
        return item;
    }
}
