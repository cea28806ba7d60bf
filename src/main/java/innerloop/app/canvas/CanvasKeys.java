package innerloop.app.canvas;

import innerloop.app.selection.Selection;
import innerloop.app.selection.SelectionMode;
import innerloop.scene.SceneModel;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a canvas that has the focus.
///
/// | keys | effect |
/// |---|---|
/// | arrows | move the picture |
/// | Shift + arrow | walks to the neighbour in that direction |
/// | Alt + arrow, Home | a picture of space: turns it, shows it as in the beginning |
/// | Page Up, Page Down | zoom |
/// | `F`, `Z` | everything, the selected nodes |
/// | `+`, `−` | the selection grows by the neighbours, shrinks again |
/// | `C`, `X`, `I` | the whole class, the whole component, all others |
/// | `V`, `R`, `L`, `B`, `S`, `Q`, `E` | the [Tool] |
/// | Enter | paints the selected nodes with a tool that paints |
/// | Esc | selects nothing |
final class CanvasKeys {

    private static final double PAN_STEP = 60;
    private static final double ZOOM_STEP = 1.25;
    private static final double TURN_STEP = 24;

    private final NodeCanvas canvas;
    private final Selection selection;

    CanvasKeys(NodeCanvas canvas) {
        this.canvas = canvas;
        this.selection = canvas.selection();
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent e) {
        // With Ctrl they are the window's.
        if (!e.isShortcutDown() && (e.isAltDown() ? turned(e.getCode()) : bare(e))) {
            e.consume();
        }
    }

    private boolean turned(KeyCode code) {
        Turning turning = canvas.turning();
        if (turning == null) {
            return false;
        }
        switch (code) {
            case LEFT -> turning.turn(-TURN_STEP, 0);
            case RIGHT -> turning.turn(TURN_STEP, 0);
            case UP -> turning.turn(0, -TURN_STEP);
            case DOWN -> turning.turn(0, TURN_STEP);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean bare(KeyEvent e) {
        switch (e.getCode()) {
            case LEFT -> arrow(e, -1, 0);
            case RIGHT -> arrow(e, 1, 0);
            case UP -> arrow(e, 0, -1);
            case DOWN -> arrow(e, 0, 1);
            case PAGE_UP -> zoom(ZOOM_STEP);
            case PAGE_DOWN -> zoom(1 / ZOOM_STEP);
            case PLUS, ADD, EQUALS -> selection.grow();
            case MINUS, SUBTRACT -> selection.shrink();
            case F -> canvas.fit();
            case Z -> canvas.zoomToSelection();
            case C -> selection.sameClass();
            case X -> selection.component();
            case I -> selection.invert();
            case ENTER -> paint();
            default -> {
                return tool(e.getCode())
                        || escaped(e.getCode())
                        || (e.getCode() == KeyCode.HOME && canvas.restore());
            }
        }
        return true;
    }

    private void paint() {
        Tool tool = canvas.toolProperty().get();
        if (tool.paints()) {
            selection.nodes().stream().forEach(node -> canvas.painting().paint(tool, node));
            canvas.painting().end();
        }
    }

    private boolean tool(KeyCode code) {
        for (Tool tool : Tool.values()) {
            if (tool.key() == code) {
                canvas.choose(tool);
                return true;
            }
        }
        return false;
    }

    private boolean escaped(KeyCode code) {
        boolean any = code == KeyCode.ESCAPE && !selection.nodes().isEmpty();
        if (any) {
            selection.clear();
        }
        return any;
    }

    private void zoom(double factor) {
        canvas.zoom(canvas.getWidth() / 2, canvas.getHeight() / 2, factor);
    }

    private void arrow(KeyEvent e, int dx, int dy) {
        if (e.isShiftDown() && selection.focusProperty().get() >= 0) {
            walkTo(dx, dy);
        } else {
            canvas.pan(-dx * PAN_STEP, -dy * PAN_STEP);
        }
    }

    /// Selects the neighbour that lies best in this direction, if any does.
    private void walkTo(int dx, int dy) {
        int from = selection.focusProperty().get();
        SceneModel scene = canvas.model();
        if (from >= scene.nodes()) {
            return;
        }
        float[] xy = scene.xy();
        int best = -1;
        double bestCosine = 0.5;
        for (int e = 0; e < scene.edges().size(); e++) {
            int a = scene.edges().from()[e];
            int b = scene.edges().to()[e];
            if (a == from || b == from) {
                int other = a == from ? b : a;
                double vx = xy[2 * other] - xy[2 * from];
                double vy = xy[2 * other + 1] - xy[2 * from + 1];
                double cosine = (vx * dx + vy * dy) / (Math.hypot(vx, vy) + 1e-12);
                if (cosine > bestCosine) {
                    bestCosine = cosine;
                    best = other;
                }
            }
        }
        if (best >= 0) {
            selection.point(best, SelectionMode.REPLACE);
        }
    }
}
