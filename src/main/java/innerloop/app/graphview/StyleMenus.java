package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.search.Chooser;
import innerloop.app.selection.AttributeTitles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

/// The two menus that say what colours, of nodes and of edges, and sizes mean.
final class StyleMenus {

    /// The most entries of a menu; the chooser has all of them.
    private static final int MOST = 24;

    private final ObjectProperty<NodeStyle> style;
    private final MenuButton colour = new MenuButton();
    private final MenuButton size = new MenuButton(Messages.get("canvas.size"));
    private final Chooser<String> chooser =
            new Chooser<>(
                    "attribute-chooser",
                    Messages.get("canvas.chooser.prompt"),
                    StyleMenus::searched,
                    name -> new Label(AttributeTitles.of(name)));
    private List<String> numbers = List.of();
    private boolean weighted;
    private boolean asksForNumbers;

    StyleMenus(ObjectProperty<NodeStyle> style) {
        this.style = style;
        colour.setId("colour-menu");
        size.setId("size-menu");
        // Names of features may have underscores, which are no mnemonics.
        colour.setMnemonicParsing(false);
        colour.getStyleClass().addAll("quiet", "flat");
        size.getStyleClass().addAll("quiet", "flat");
        colour.setTooltip(new Tooltip(Messages.get("canvas.colour.why")));
        size.setTooltip(new Tooltip(Messages.get("canvas.size.why")));
        style.subscribe(_ -> rebuild());
    }

    /// The menu of the meanings of colours.
    MenuButton colour() {
        return colour;
    }

    /// The menu of the meanings of sizes and edges.
    MenuButton size() {
        return size;
    }

    /// Offers the attributes of another graph.
    void setGraph(DrawnGraph facts) {
        chooser.close();
        numbers = facts.attributes().numbers();
        weighted = facts.weighted();
        rebuild();
    }

    /// Offers what can be said of numbers, or of classes.
    void setAsksForNumbers(boolean numbersAsked) {
        if (asksForNumbers != numbersAsked) {
            asksForNumbers = numbersAsked;
            if (!style.get().colour().isFor(asksForNumbers)) {
                style.set(style.get().withColour(ColourMode.CLASS));
            }
            rebuild();
        }
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
            if (mode != ColourMode.ATTRIBUTE && mode.isFor(asksForNumbers)) {
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
                        colour,
                        colourGroup,
                        attribute ? now.colourBy() : "",
                        name -> style.set(style.get().withColourBy(name))));
        ToggleGroup edgeGroup = new ToggleGroup();
        colours.add(new SeparatorMenuItem());
        for (EdgeMode mode : EdgeMode.values()) {
            MenuItem item =
                    choice(
                            mode.title(),
                            edgeGroup,
                            now.edges() == mode,
                            () -> style.set(now.withEdges(mode)));
            item.setDisable(mode == EdgeMode.WEIGHT && !weighted);
            colours.add(item);
        }
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
                        size,
                        sizeGroup,
                        now.sizeBy(),
                        name -> style.set(style.get().withSizeBy(name))));
        size.getItems().setAll(sizes);
    }

    private Menu attributes(
            String title,
            MenuButton button,
            ToggleGroup group,
            String chosen,
            Consumer<String> choose) {
        Menu menu = new Menu(title);
        List<String> offered = new ArrayList<>(numbers.stream().limit(MOST).toList());
        if (!chosen.isEmpty() && !offered.contains(chosen)) {
            offered.add(chosen);
        }
        for (String name : offered) {
            menu.getItems()
                    .add(
                            choice(
                                    AttributeTitles.of(name),
                                    group,
                                    name.equals(chosen),
                                    () -> choose.accept(name)));
        }
        if (numbers.size() > MOST) {
            MenuItem other = new MenuItem(Messages.get("canvas.attribute.other"));
            other.setOnAction(_ -> chooser.open(button, numbers, choose));
            menu.getItems().addAll(new SeparatorMenuItem(), other);
        }
        return menu;
    }

    /// Both the words of the person and those of the query language find an attribute.
    private static String searched(String name) {
        String title = AttributeTitles.of(name);
        return title.equals(name) ? name : title + " " + name;
    }

    private static RadioMenuItem choice(
            String title, ToggleGroup group, boolean chosen, Runnable choose) {
        RadioMenuItem item = new RadioMenuItem(title);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(chosen);
        item.setOnAction(_ -> choose.run());
        return item;
    }
}
