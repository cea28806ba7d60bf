package innerloop.app.shell;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A panel: one page under its title, or several under tabs.
final class Card extends BorderPane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final String id;
    private final boolean alwaysTabs;
    private final HBox titles = new HBox();
    private final StackPane tools = new StackPane();
    private final StackPane content = new StackPane();
    private @Nullable Page shown;

    /// A card that shows a single page as a title, or as a tab if more are to come.
    Card(String id, boolean alwaysTabs) {
        this.id = id;
        this.alwaysTabs = alwaysTabs;
        setId("panel-" + id);
        getStyleClass().add("panel");
        titles.getStyleClass().add("panel-tabs");
        titles.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(titles, gap, tools);
        header.getStyleClass().add("panel-header");
        header.setMinWidth(0);
        titles.setAlignment(Pos.CENTER_LEFT);
        tools.setAlignment(Pos.CENTER_RIGHT);
        setTop(header);
        setCenter(content);
        setMinSize(0, 0);
        content.setMinSize(0, 0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(content.widthProperty());
        clip.heightProperty().bind(content.heightProperty());
        content.setClip(clip);
    }

    /// Replaces the pages; the first one shows.
    void setPages(List<Page> pages) {
        titles.getChildren().clear();
        if (pages.size() == 1 && !alwaysTabs) {
            Label title = new Label(pages.getFirst().title());
            title.getStyleClass().add("panel-title");
            titles.getChildren().add(title);
        } else {
            ToggleGroup group = new ToggleGroup();
            pages.forEach(page -> titles.getChildren().add(tab(page, group)));
        }
        show(pages.getFirst());
    }

    private ToggleButton tab(Page page, ToggleGroup group) {
        ToggleButton tab = new ToggleButton(page.title());
        tab.setId("tab-" + id + "-" + page.id());
        tab.getStyleClass().setAll("panel-tab");
        tab.setToggleGroup(group);
        tab.setSelected(group.getToggles().size() == 1);
        tab.setOnAction(_ -> {
            // A tab is a choice, not a switch: it cannot be turned off.
            tab.setSelected(true);
            show(page);
        });
        tab.pseudoClassStateChanged(SELECTED, tab.isSelected());
        tab.managedProperty().bind(tab.visibleProperty());
        page.offered()
                .subscribe(offered -> {
                    tab.setVisible(offered);
                    if (!offered && tab.isSelected() && !titles.getChildren().isEmpty()) {
                        ((ToggleButton) titles.getChildren().getFirst()).fire();
                    }
                });
        return tab;
    }

    /// Brings the page with this id to the front; a card that has no such tab stays as it is.
    void bringToFront(String page) {
        titles.getChildren().stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(tab -> tab.getId().equals("tab-" + id + "-" + page) && !tab.isSelected())
                .forEach(ToggleButton::fire);
    }

    /// Takes back the views of the page in front, which another card had meanwhile.
    void showAgain() {
        Page page = shown;
        if (page != null) {
            show(page);
        }
    }

    private void show(Page page) {
        shown = page;
        content.getChildren().setAll(page.content());
        tools.getChildren().setAll(page.tools());
    }

    /// Lets go of all views, so that another card can take them.
    void clear() {
        titles.getChildren().clear();
        content.getChildren().clear();
        tools.getChildren().clear();
        shown = null;
    }
}
