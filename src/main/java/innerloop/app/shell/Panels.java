package innerloop.app.shell;

import innerloop.app.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// The cards and the lines between them.
///
/// Up to [#MEDIUM] pixels of width the inspector folds away, up to [#NARROW] the embedding is a tab of the graph as well.
final class Panels extends StackPane {

    /// Windows up to this wide are narrow.
    static final double NARROW = 1100;

    /// Windows up to this wide have no word to spare: an enlarged one on a usual screen.
    static final double TIGHT = 900;

    /// Up to here graph and embedding need the inspector's room.
    static final double MEDIUM = 1400;

    private static final double RECIPE_WIDTH = 300;
    private static final double INSPECTOR_WIDTH = 280;
    private static final double WATCHING_SHARE = 0.27;
    private static final double LEAST_WATCHING = 160;
    private static final double MOST_WATCHING = 250;
    private static final double DIVIDER = 8;

    private final Slots slots;
    private final Card recipe = new Card("recipe", false);
    private final Card graph = new Card("graph", false);
    private final Card embedding = new Card("embedding", false);
    private final Card inspector = new Card("inspector", true);
    private final Card watching = new Card("watching", true);
    private final Page recipePage;
    private final SplitPane row = new SplitPane();
    private final SplitPane column = new SplitPane();
    private final BooleanProperty recipeShown =
            new SimpleBooleanProperty(this, "recipeShown", true);
    private final BooleanProperty inspectorShown =
            new SimpleBooleanProperty(this, "inspectorShown", true);
    private final BooleanProperty watchingShown =
            new SimpleBooleanProperty(this, "watchingShown", true);
    private boolean placed;
    private boolean presenting;
    private boolean touched;
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper(this, "narrow");
    private final ReadOnlyBooleanWrapper tight = new ReadOnlyBooleanWrapper(this, "tight");
    private final BooleanProperty medium = new SimpleBooleanProperty(this, "medium");

    Panels(Slots slots) {
        this.slots = slots;
        setId("panels");
        getStyleClass().add("panels");
        getChildren().add(column);
        row.setId("panels-row");
        column.setId("panels-column");
        column.setOrientation(Orientation.VERTICAL);
        recipePage = Page.of("recipe", Messages.get("panel.recipe"), slots.recipe());
        recipe.setPages(List.of(recipePage));
        inspector.setPages(slots.inspector());
        watching.setPages(slots.watching());
        for (Card side : List.of(recipe, inspector, watching)) {
            // A larger window gives its room to graph and embedding.
            SplitPane.setResizableWithParent(side, false);
        }
        recipe.setMinWidth(290);
        inspector.setMinWidth(220);
        graph.setMinWidth(200);
        embedding.setMinWidth(160);
        watching.setMinHeight(120);
        row.setMinHeight(160);
        arrange();
        for (BooleanProperty shown : List.of(recipeShown, inspectorShown, watchingShown)) {
            shown.addListener((_, _, _) -> arrange());
        }
        row.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        column.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        heightProperty().addListener((_, _, _) -> placed = placed && touched);
        widthProperty().addListener((_, _, _) -> placed = placed && touched);
        widthProperty()
                .addListener((_, _, width) -> {
                    tight.set(width.doubleValue() <= TIGHT);
                    narrow.set(width.doubleValue() <= NARROW);
                    medium.set(width.doubleValue() <= MEDIUM);
                });
        narrow.addListener((_, _, _) -> arrange());
        medium.addListener((_, _, now) -> inspectorShown.set(!now));
    }

    /// Dividers keep their default proportions while the window is resized, until one is moved by hand.
    private void pressed(MouseEvent event) {
        if (event.getTarget() instanceof Node node
                && node.getStyleClass().contains("split-pane-divider")) {
            touched = true;
        }
    }

    private void arrange() {
        if (presenting) {
            return;
        }
        graph.clear();
        embedding.clear();
        List<Node> cards = new ArrayList<>();
        if (recipeShown.get()) {
            cards.add(recipe);
        }
        cards.add(graph);
        if (narrow.get()) {
            graph.setPages(List.of(slots.graph(), slots.embedding()));
        } else {
            graph.setPages(List.of(slots.graph()));
            embedding.setPages(List.of(slots.embedding()));
            cards.add(embedding);
        }
        if (inspectorShown.get()) {
            cards.add(inspector);
        }
        row.getItems().setAll(cards);
        List<Node> rows = watchingShown.get() ? List.of(row, watching) : List.of(row);
        if (!column.getItems().equals(rows)) {
            column.getItems().setAll(rows);
        }
        placed = false;
        requestLayout();
    }

    /// Puts the dividers where the design wants them.
    private void placeDividers() {
        double width = row.getWidth();
        double height = column.getHeight();
        double left = recipeShown.get() ? RECIPE_WIDTH + DIVIDER : 0;
        double right = inspectorShown.get() ? INSPECTOR_WIDTH + DIVIDER : 0;
        List<Double> positions = new ArrayList<>();
        if (recipeShown.get()) {
            positions.add((left - DIVIDER / 2) / width);
        }
        if (!narrow.get()) {
            // The graph gets a little more than half, as in the drawing.
            positions.add((left + 0.57 * (width - left - right)) / width);
        }
        if (inspectorShown.get()) {
            positions.add((width - right + DIVIDER / 2) / width);
        }
        row.setDividerPositions(positions.stream().mapToDouble(Double::doubleValue).toArray());
        double watchingHeight = Math.clamp(WATCHING_SHARE * height, LEAST_WATCHING, MOST_WATCHING);
        column.setDividerPositions((height - watchingHeight - DIVIDER / 2) / height);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        // A split pane that has no size yet would forget the positions.
        if (!placed && column.getHeight() > 0) {
            column.layout();
            placed = row.getWidth() > 0;
            placeDividers();
            Platform.runLater(this::placeAgain);
        }
    }

    /// A row shares the room anew when its cards or its width are others, and moves dividers by that; they stay where they
    /// are put afterwards.
    private void placeAgain() {
        for (int round = 0; round < 2; round++) {
            layout();
            placeDividers();
        }
    }

    /// All pages that have something to say, from left to right and from top to bottom.
    List<Page> pages() {
        List<Page> all = new ArrayList<>(List.of(recipePage, slots.graph(), slots.embedding()));
        all.addAll(slots.inspector());
        all.addAll(slots.watching());
        return all.stream().filter(page -> page.offered().getValue()).toList();
    }

    /// The page that matters most.
    Page main() {
        return slots.graph();
    }

    /// Shows this page alone.
    private void present(Page page) {
        present(List.of(page));
    }

    /// Shows these pages beside each other, and no others, until [#endPresenting].
    void present(List<Page> shown) {
        presenting = true;
        SplitPane beside = new SplitPane();
        for (Page page : shown) {
            Card card = new Card("presented-" + page.id(), false);
            card.setPages(List.of(page));
            beside.getItems().add(card);
        }
        getChildren().setAll(beside);
    }

    /// Shows the cards as they were before.
    void endPresenting() {
        presenting = false;
        getChildren().setAll(column);
        arrange();
        inspector.showAgain();
        watching.showAgain();
        recipe.showAgain();
    }

    /// Makes the graph visible, which is behind the embedding in a narrow window sometimes.
    void showGraph() {
        graph.bringToFront("graph");
        layout();
    }

    /// Makes a page at the bottom visible.
    void showWatching(String page) {
        if (presenting) {
            pages().stream()
                    .filter(each -> each.id().equals(page))
                    .findFirst()
                    .ifPresent(this::present);
            return;
        }
        watchingShown.set(true);
        watching.bringToFront(page);
    }

    /// Makes the page of this name visible, wherever it is.
    void showPage(String page) {
        boolean beside = slots.inspector().stream().anyMatch(one -> one.id().equals(page));
        if (page.equals(slots.graph().id()) || page.equals(slots.embedding().id())) {
            graph.bringToFront(page);
        } else if (beside && !presenting) {
            inspectorShown.set(true);
            inspector.bringToFront(page);
        } else {
            showWatching(page);
        }
    }

    BooleanProperty recipeShown() {
        return recipeShown;
    }

    BooleanProperty inspectorShown() {
        return inspectorShown;
    }

    BooleanProperty watchingShown() {
        return watchingShown;
    }

    /// Whether the window is narrower still.
    ReadOnlyBooleanProperty tight() {
        return tight.getReadOnlyProperty();
    }

    /// Whether the window is narrow.
    ReadOnlyBooleanProperty narrow() {
        return narrow.getReadOnlyProperty();
    }
}
