package innerloop.app.canvas;

import innerloop.app.selection.Selection;
import innerloop.app.selection.SelectionMode;
import innerloop.graph.select.NodeSet;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What the mouse does on a canvas.
///
/// | gesture | effect |
/// |---|---|
/// | click | selects the node, or nothing |
/// | Shift + click, Alt + click | adds the node, takes it out |
/// | drag | what the [Tool] says; Shift adds to the selection, Alt takes out of it |
/// | drag with another button | moves the picture |
/// | wheel | zooms at the pointer |
final class CanvasMouse {

    private static final double CLICK_SLACK = 4;
    private static final double WHEEL = 1.0018;

    private final NodeCanvas canvas;
    private final Marquee marquee;
    private Tool gesture = Tool.PAN;
    private SelectionMode mode = SelectionMode.REPLACE;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragged;

    CanvasMouse(NodeCanvas canvas, Marquee marquee) {
        this.canvas = canvas;
        this.marquee = marquee;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(e.getX(), e.getY()));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> canvas.hoveredProperty().set(-1));
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void hover(double x, double y) {
        canvas.hoveredProperty().set(canvas.nodeAt(x, y));
    }

    private void pressed(MouseEvent e) {
        canvas.requestFocus();
        pressX = e.getX();
        pressY = e.getY();
        lastX = pressX;
        lastY = pressY;
        dragged = false;
        mode = SelectionMode.of(e);
        gesture = gesture(e);
        marquee.begin(pressX, pressY);
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
            case PAN -> canvas.pan(e.getX() - lastX, e.getY() - lastY);
            case RECTANGLE -> marquee.rectangle(e.getX(), e.getY());
            case LASSO -> marquee.lasso(e.getX(), e.getY());
            case BRUSH -> {
                if (first) {
                    brush(pressX, pressY, mode);
                }
                // What the brush has passed stays selected, whatever it began with.
                boolean out = mode == SelectionMode.SUBTRACT;
                brush(e.getX(), e.getY(), out ? mode : SelectionMode.ADD);
                marquee.brush(e.getX(), e.getY());
            }
        }
        lastX = e.getX();
        lastY = e.getY();
    }

    private void brush(double x, double y, SelectionMode how) {
        NodeSet passed = canvas.nodesAround(x, y, Marquee.BRUSH);
        // A fast pointer leaps: the way between is passed, too.
        double way = Math.hypot(x - lastX, y - lastY);
        for (double at = Marquee.BRUSH / 2; at < way; at += Marquee.BRUSH / 2) {
            double share = at / way;
            passed =
                    passed.plus(
                            canvas.nodesAround(
                                    lastX + share * (x - lastX),
                                    lastY + share * (y - lastY),
                                    Marquee.BRUSH));
        }
        take(passed, how);
    }

    private void released(MouseEvent e) {
        if (!dragged) {
            if (e.getButton() == MouseButton.PRIMARY) {
                canvas.selection().point(canvas.nodeAt(e.getX(), e.getY()), mode);
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
