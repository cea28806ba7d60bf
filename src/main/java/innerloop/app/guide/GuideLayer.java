package innerloop.app.guide;

import innerloop.app.Messages;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The layer above the window for the cards of the guide: everything but what a card points at is dimmed, and an arrow goes
/// there. What is pointed at can be used meanwhile.
public final class GuideLayer extends Region {

    private static final double CARD_WIDTH = 340;
    private static final double AROUND = 4;
    private static final double ROUND = 14;
    private static final double ARROW = 9;

    private final GuideViewModel model = new GuideViewModel(Stop.ALL);
    private final Parent window;
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label place = new Label();
    private final Button back = new Button(Messages.get("guide.back"));
    private final Button next = new Button();
    private final VBox card = new VBox();
    private final Path veil = new Path();
    private final Rectangle frame = new Rectangle();
    private final Polygon arrow = new Polygon(0, 0, 2 * ARROW, 0, ARROW, ARROW);
    private @Nullable Node target;
    private @Nullable Node focusBefore;
    private Subscription following = Subscription.EMPTY;

    /// Over this window; not shown yet.
    ///
    /// @param window what the targets are in
    public GuideLayer(Parent window) {
        this.window = window;
        setId("guide");
        setPickOnBounds(false);
        setVisible(false);
        veil.getStyleClass().add("guide-veil");
        // What a card points at is a hole, through which it is reached.
        veil.setFillRule(FillRule.EVEN_ODD);
        frame.getStyleClass().add("guide-frame");
        frame.setMouseTransparent(true);
        frame.setArcWidth(ROUND);
        frame.setArcHeight(ROUND);
        arrow.getStyleClass().add("guide-arrow");
        arrow.setMouseTransparent(true);
        for (Node each : List.of(veil, frame, arrow, card)) {
            each.setManaged(false);
        }
        card.setId("guide-card");
        card.getStyleClass().addAll("sheet", "guide-card");
        title.setId("guide-title");
        title.getStyleClass().add("sheet-title");
        title.setWrapText(true);
        text.setId("guide-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        place.setId("guide-place");
        place.getStyleClass().add("dim");
        card.getChildren().addAll(title, text, buttons());
        getChildren().addAll(veil, frame, arrow, card);
        model.shown().addListener((_, _, now) -> show(now));
        sceneProperty().subscribe(this::listen);
    }

    private HBox buttons() {
        Button skip = new Button(Messages.get("guide.skip"));
        skip.setId("guide-skip");
        skip.getStyleClass().add("flat");
        skip.setOnAction(_ -> model.end());
        back.setId("guide-back");
        back.setOnAction(_ -> model.back());
        next.setId("guide-next");
        next.setDefaultButton(true);
        next.setOnAction(_ -> model.next());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, place, gap, skip, back, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    private void listen(@Nullable Scene scene) {
        if (scene != null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        }
    }

    private void pressed(KeyEvent event) {
        if (!isVisible()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            model.end();
            event.consume();
        } else if (isMine(getScene().getFocusOwner())) {
            if (event.getCode() == KeyCode.RIGHT) {
                model.next();
                event.consume();
            } else if (event.getCode() == KeyCode.LEFT) {
                model.back();
                event.consume();
            }
        }
    }

    private boolean isMine(@Nullable Node focus) {
        for (Node at = focus; at != null; at = at.getParent()) {
            if (at.equals(card)) {
                return true;
            }
        }
        return false;
    }

    /// Which card is shown.
    public GuideViewModel model() {
        return model;
    }

    private void show(Optional<Stop> stop) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (stop.isEmpty()) {
            setVisible(false);
            target = null;
            if (focusBefore != null) {
                focusBefore.requestFocus();
            }
            return;
        }
        if (!isVisible()) {
            focusBefore = getScene().getFocusOwner();
        }
        String key = "guide." + stop.get().name();
        title.setText(Messages.get(key + ".title"));
        text.setText(Messages.get(key + ".text"));
        place.setText(Messages.get("guide.place", model.number(), model.size()));
        back.setDisable(model.number() == 1);
        next.setText(Messages.get(model.number() == model.size() ? "guide.done" : "guide.next"));
        Node wanted =
                stop.get().targets().stream()
                        .map(id -> window.lookup("#" + id))
                        .filter(node -> node != null && isShown(node))
                        .findFirst()
                        .orElse(null);
        target = wanted;
        if (wanted != null) {
            reveal(wanted);
            following =
                    Subscription.combine(
                            wanted.localToSceneTransformProperty().subscribe(_ -> requestLayout()),
                            wanted.layoutBoundsProperty().subscribe(_ -> requestLayout()));
        }
        setVisible(true);
        requestLayout();
        next.requestFocus();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void reveal(Node node) {
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane && pane.getContent() != null) {
                Node content = pane.getContent();
                double hidden =
                        content.getLayoutBounds().getHeight()
                                - pane.getViewportBounds().getHeight();
                double top =
                        content.sceneToLocal(node.localToScene(node.getLayoutBounds())).getMinY();
                pane.setVvalue(hidden <= 0 ? 0 : Math.clamp(top / hidden, 0, 1));
            }
        }
    }

    @Override
    protected void layoutChildren() {
        if (!isVisible()) {
            return;
        }
        double height = card.prefHeight(CARD_WIDTH);
        Bounds hole = hole();
        Placement at = Placement.of(hole, CARD_WIDTH, height, getWidth(), getHeight());
        frame.setX(hole.getMinX());
        frame.setY(hole.getMinY());
        frame.setWidth(hole.getWidth());
        frame.setHeight(hole.getHeight());
        frame.setVisible(hole.getWidth() > 0);
        veil.getElements().clear();
        outline(new BoundingBox(0, 0, getWidth(), getHeight()));
        outline(hole);
        card.resizeRelocate(Math.rint(at.x()), Math.rint(at.y()), CARD_WIDTH, height);
        point(at, hole);
    }

    private void outline(Bounds box) {
        veil.getElements()
                .addAll(
                        new MoveTo(box.getMinX(), box.getMinY()),
                        new LineTo(box.getMaxX(), box.getMinY()),
                        new LineTo(box.getMaxX(), box.getMaxY()),
                        new LineTo(box.getMinX(), box.getMaxY()),
                        new ClosePath());
    }

    /// What is seen of the target, with something around it; nothing in the middle if there is none.
    private Bounds hole() {
        Node shown = target;
        if (shown == null || shown.getScene() == null) {
            return new BoundingBox(getWidth() / 2, getHeight() / 2, 0, 0);
        }
        Bounds seen = sceneToLocal(shown.localToScene(shown.getLayoutBounds()));
        for (Parent at = shown.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane) {
                seen = common(seen, sceneToLocal(at.localToScene(at.getLayoutBounds())));
            }
        }
        return common(
                new BoundingBox(
                        seen.getMinX() - AROUND,
                        seen.getMinY() - AROUND,
                        seen.getWidth() + 2 * AROUND,
                        seen.getHeight() + 2 * AROUND),
                getLayoutBounds());
    }

    private static Bounds common(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
                Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
    }

    /// The arrow stands between card and target, as near to the middle of the target as the card is.
    private void point(Placement at, Bounds hole) {
        double x = Math.clamp(hole.getCenterX(), at.x() + ROUND, at.x() + CARD_WIDTH - ROUND);
        double y = Math.clamp(hole.getCenterY(), at.y() + ROUND, at.y() + card.getHeight() - ROUND);
        double half = Placement.GAP / 2;
        arrow.setVisible(at.side() != Placement.Side.UPON && frame.isVisible());
        switch (at.side()) {
            case BELOW -> turn(x, at.y() - half, 180);
            case ABOVE -> turn(x, at.y() + card.getHeight() + half, 0);
            case RIGHT -> turn(at.x() - half, y, 90);
            case LEFT -> turn(at.x() + CARD_WIDTH + half, y, 270);
            case UPON -> {}
        }
    }

    private void turn(double x, double y, double degrees) {
        arrow.setRotate(degrees);
        arrow.relocate(x - ARROW, y - ARROW / 2);
    }
}
