package innerloop.app.canvas;

import innerloop.app.selection.Selection;
import innerloop.app.selection.SelectionMode;
import innerloop.graph.select.NodeSet;
import innerloop.scene.Viewport;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// The mouse gestures of a canvas.
///
/// | gesture | effect |
/// |---|---|
/// | click | selects the node, or nothing |
/// | Shift + click, Alt + click | adds the node, takes it out |
/// | drag a selected node | with [Tool#PAN]: carries it away, see [NodeCanvas#setCarrying] |
/// | drag | what the [Tool] says; Shift adds to the selection, Alt takes out of it |
/// | drag with another button | moves the picture |
/// | double click beside the nodes | a picture that turns: as in the beginning |
/// | wheel | zooms at the pointer |
final class CanvasMouse {

    private static final double CLICK_SLACK = 4;
    private static final double WHEEL = 1.0018;
    private static final double PAINT_STEP = 4;

    private final NodeCanvas canvas;
    private final Marquee marquee;
    private Tool gesture = Tool.PAN;
    private SelectionMode mode = SelectionMode.REPLACE;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragged;
    private int carried = -1;
    private MouseButton held = MouseButton.NONE;

    CanvasMouse(NodeCanvas canvas, Marquee marquee) {
        this.canvas = canvas;
        this.marquee = marquee;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.DRAG_DETECTED, this::dragDetected);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(e.getX(), e.getY()));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> canvas.hoveredProperty().set(-1));
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void hover(double x, double y) {
        canvas.hoveredProperty().set(canvas.nodeAt(x, y));
    }

    private void pressed(MouseEvent e) {
        canvas.requestFocus();
        // A gesture ends where its own button goes up, whatever the others do meanwhile.
        if (e.getButton() != held && isDown(e, held)) {
            return;
        }
        held = e.getButton();
        pressX = e.getX();
        pressY = e.getY();
        lastX = pressX;
        lastY = pressY;
        dragged = false;
        mode = SelectionMode.of(e);
        gesture = gesture(e);
        carried = carried(e);
        marquee.begin(pressX, pressY);
        if (gesture.paints()) {
            paint(pressX, pressY);
        }
    }

    /// After a drag out of the canvas there is no event for the released button.
    private static boolean isDown(MouseEvent e, MouseButton button) {
        return switch (button) {
            case PRIMARY -> e.isPrimaryButtonDown();
            case MIDDLE -> e.isMiddleButtonDown();
            case SECONDARY -> e.isSecondaryButtonDown();
            case BACK, FORWARD, NONE -> false;
        };
    }

    /// The selected node under the pointer, which a drag carries instead of moving the picture; −1 for none.
    private int carried(MouseEvent e) {
        boolean plain = e.getButton() == MouseButton.PRIMARY && mode == SelectionMode.REPLACE;
        int node = plain && gesture == Tool.PAN ? canvas.nodeAt(e.getX(), e.getY()) : -1;
        return canvas.carries(node) ? node : -1;
    }

    private void dragDetected(MouseEvent e) {
        if (carried >= 0) {
            canvas.hoveredProperty().set(-1);
            canvas.carrying().accept(carried);
            e.consume();
        }
    }

    private Tool gesture(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY) {
            return Tool.PAN;
        }
        Tool tool = canvas.toolProperty().get();
        return tool == Tool.PAN && mode != SelectionMode.REPLACE ? Tool.RECTANGLE : tool;
    }

    private void dragged(MouseEvent e) {
        if (!dragged && Math.hypot(e.getX() - pressX, e.getY() - pressY) <= CLICK_SLACK) {
            return;
        }
        boolean first = !dragged;
        dragged = true;
        canvas.hoveredProperty().set(-1);
        switch (gesture) {
            case PAN -> {
                if (carried < 0) {
                    move(e.getX() - lastX, e.getY() - lastY);
                }
            }
            case RECTANGLE -> marquee.rectangle(e.getX(), e.getY());
            case LASSO -> marquee.lasso(e.getX(), e.getY());
            case BRUSH -> {
                if (first) {
                    brush(pressX, pressY, mode);
                }
                // Nodes that the brush has passed stay selected.
                boolean out = mode == SelectionMode.SUBTRACT;
                brush(e.getX(), e.getY(), out ? mode : SelectionMode.ADD);
                marquee.brush(e.getX(), e.getY());
            }
            case SUPPORT, QUERY, ERASER -> paint(e.getX(), e.getY());
        }
        lastX = e.getX();
        lastY = e.getY();
    }

    /// Another button moves a picture that the first one turns.
    private void move(double dx, double dy) {
        Turning turning = canvas.turning();
        if (turning != null && held == MouseButton.PRIMARY) {
            turning.turn(dx, dy);
        } else {
            canvas.pan(dx, dy);
        }
    }

    private void clicked(MouseEvent e) {
        int node = canvas.nodeAt(e.getX(), e.getY());
        boolean restored = node < 0 && e.getClickCount() == 2 && canvas.restore();
        if (!restored) {
            canvas.selection().point(node, mode);
        }
    }

    private void brush(double x, double y, SelectionMode how) {
        List<NodeSet> passed = new ArrayList<>();
        along(
                x,
                y,
                Marquee.BRUSH / 2,
                (px, py) -> passed.add(canvas.nodesAround(px, py, Marquee.BRUSH)));
        take(passed.stream().reduce(NodeSet::plus).orElseThrow(), how);
    }

    /// Paints single nodes, since an episode has few.
    private void paint(double x, double y) {
        along(
                x,
                y,
                PAINT_STEP,
                (px, py) -> {
                    int node = canvas.nodeAt(px, py);
                    if (node >= 0) {
                        canvas.painting().paint(gesture, node);
                    }
                });
    }

    /// A fast pointer leaps: the way from the last point to this one is passed, too.
    private void along(double x, double y, double spacing, Place action) {
        double way = Math.hypot(x - lastX, y - lastY);
        for (double at = spacing; at < way; at += spacing) {
            double share = at / way;
            action.at(lastX + share * (x - lastX), lastY + share * (y - lastY));
        }
        action.at(x, y);
    }

    /// An action at a point of the canvas.
    private interface Place {
        void at(double x, double y);
    }

    private void released(MouseEvent e) {
        if (e.getButton() != held) {
            return;
        }
        held = MouseButton.NONE;
        if (gesture.paints()) {
            canvas.painting().end();
        } else if (!dragged) {
            if (e.getButton() == MouseButton.PRIMARY) {
                clicked(e);
            }
        } else if (gesture == Tool.RECTANGLE || gesture == Tool.LASSO) {
            Viewport view = canvas.raster().viewportProperty().get();
            take(marquee.inside(canvas.model().xy(), view), mode);
        }
        marquee.end();
    }

    private void take(NodeSet nodes, SelectionMode how) {
        Selection selection = canvas.selection();
        // An embedding that has not arrived shows no nodes.
        if (nodes.nodes() == selection.nodes().nodes()) {
            selection.take(nodes, how);
        }
    }

    private void scrolled(ScrollEvent e) {
        if (e.getDeltaY() != 0) {
            canvas.zoom(e.getX(), e.getY(), Math.pow(WHEEL, e.getDeltaY()));
            hover(e.getX(), e.getY());
            e.consume();
        }
    }
}
