package innerloop.app.shell;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Gives its content at least the room it needs, and where that is more than there is, scrolls it as a page in a browser. What gets
/// the focus is scrolled to. (A scroll pane would take arrows and the space bar from what is in it.)
final class LeastRoom extends Region {

    /// Positions are rounded to pixels.
    private static final double SLACK = 0.5;

    private final Region content;
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();

    LeastRoom(Region content) {
        this.content = content;
        setId("least-room");
        setMinSize(0, 0);
        across.setId("scroll-across");
        down.setId("scroll-down");
        down.setOrientation(Orientation.VERTICAL);
        getChildren().addAll(content, across, down);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        across.valueProperty().addListener((_, _, _) -> requestLayout());
        down.valueProperty().addListener((_, _, _) -> requestLayout());
        addEventHandler(
                ScrollEvent.SCROLL,
                event -> {
                    move(across, -event.getDeltaX());
                    move(down, -event.getDeltaY());
                });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::reveal);
    }

    private static void move(ScrollBar bar, double by) {
        if (bar.isVisible()) {
            bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
        }
    }

    private void reveal(@Nullable Node focus) {
        if (focus != null && (across.isVisible() || down.isVisible())) {
            Bounds at = sceneToLocal(focus.localToScene(focus.getLayoutBounds()));
            reveal(across, at.getMinX(), at.getMaxX(), getWidth());
            reveal(down, at.getMinY(), at.getMaxY(), getHeight());
        }
    }

    private static void reveal(ScrollBar bar, double from, double to, double room) {
        if (from < 0 || to - from > room) {
            move(bar, from);
        } else if (to > room) {
            move(bar, to - room);
        }
    }

    @Override
    protected void layoutChildren() {
        double leastWidth = content.minWidth(-1);
        double leastHeight = content.minHeight(-1);
        double thick = Math.ceil(down.prefWidth(-1));
        boolean wide = leastWidth > getWidth() + SLACK;
        boolean high = leastHeight > getHeight() - (wide ? thick : 0) + SLACK;
        wide = leastWidth > getWidth() - (high ? thick : 0) + SLACK;
        double width = getWidth() - (high ? thick : 0);
        double height = getHeight() - (wide ? thick : 0);
        place(across, wide, leastWidth - width, leastWidth);
        place(down, high, leastHeight - height, leastHeight);
        across.resizeRelocate(0, height, width, thick);
        down.resizeRelocate(width, 0, thick, height);
        content.resize(Math.max(width, leastWidth), Math.max(height, leastHeight));
        content.relocate(wide ? -across.getValue() : 0, high ? -down.getValue() : 0);
    }

    private static void place(ScrollBar bar, boolean shown, double hidden, double whole) {
        bar.setVisible(shown);
        if (shown) {
            bar.setMax(hidden);
            // The thumb is as long as what is seen of the whole.
            bar.setVisibleAmount(hidden * (whole - hidden) / whole);
            bar.setValue(Math.clamp(bar.getValue(), 0, hidden));
        }
    }
}
