package innerloop.app.curves;

import innerloop.plot.Frame;
import innerloop.plot.StepWindow;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Mouse, wheel and keys on one chart, which move the steps of all charts.
final class ChartGestures {

    private static final double PER_NOTCH = 1.25;
    private static final double NOTCH = 40;
    private static final double PER_KEY = 1.5;
    private static final double KEY_SHARE = 0.25;

    /// A hand that clicks moves a little.
    private static final double STILL = 5;

    private final ChartCanvas canvas;
    private final StepView steps;
    private final BooleanSupplier wheelIsTaken;
    private double pressed = Double.NaN;
    private double dragged;
    private boolean drawing;

    private ChartGestures(ChartCanvas canvas, StepView steps, BooleanSupplier wheelIsTaken) {
        this.canvas = canvas;
        this.steps = steps;
        this.wheelIsTaken = wheelIsTaken;
    }

    /// @param wheelIsTaken whether the plain wheel scrolls the charts
    static void install(ChartCanvas canvas, StepView steps, BooleanSupplier wheelIsTaken) {
        ChartGestures gestures = new ChartGestures(canvas, steps, wheelIsTaken);
        canvas.setOnMouseMoved(event -> gestures.lookAt(event.getX()));
        canvas.setOnMouseExited(_ -> steps.cursor().set(Double.NaN));
        canvas.setOnMousePressed(gestures::press);
        canvas.setOnMouseDragged(gestures::drag);
        canvas.setOnMouseReleased(gestures::release);
        canvas.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                steps.showAll();
            }
        });
        canvas.setOnScroll(gestures::scroll);
        canvas.setOnKeyPressed(gestures::press);
    }

    private void lookAt(double x) {
        steps.cursor()
                .set(
                        canvas.plot()
                                .valueAt(x)
                                .map(crosshair -> crosshair.step())
                                .orElse(Double.NaN));
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        // The pane around it would take the focus away again.
        event.consume();
        if (event.getButton() == MouseButton.PRIMARY) {
            pressed = event.getX();
            dragged = pressed;
            drawing = event.isShiftDown() || !steps.zoomed().get();
        }
    }

    private void drag(MouseEvent event) {
        if (Double.isNaN(pressed)) {
            return;
        }
        if (drawing) {
            canvas.markRange(pressed, event.getX());
        } else {
            steps.pan((dragged - event.getX()) / canvas.plot().frame().width());
        }
        dragged = event.getX();
    }

    private void release(MouseEvent event) {
        if (!Double.isNaN(pressed) && drawing) {
            canvas.markRange(Double.NaN, Double.NaN);
            if (Math.abs(event.getX() - pressed) > STILL) {
                steps.range(step(pressed), step(event.getX()));
            }
        }
        pressed = Double.NaN;
    }

    private double step(double px) {
        Frame frame = canvas.plot().frame();
        return canvas.plot().x().value(Math.clamp(px, frame.left(), frame.right()));
    }

    private void scroll(ScrollEvent event) {
        if (wheelIsTaken.getAsBoolean() && !event.isShortcutDown()) {
            return;
        }
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            steps.pan(-event.getDeltaX() / canvas.plot().frame().width());
        } else {
            steps.zoom(step(event.getX()), Math.pow(PER_NOTCH, event.getDeltaY() / NOTCH));
        }
        event.consume();
    }

    private void press(KeyEvent event) {
        if (act(event.getCode(), event.isShiftDown())) {
            event.consume();
        }
    }

    private boolean act(KeyCode key, boolean shift) {
        switch (key) {
            case PLUS, EQUALS, ADD -> steps.zoom(middle(), PER_KEY);
            case MINUS, SUBTRACT -> steps.zoom(middle(), 1 / PER_KEY);
            case DIGIT0, NUMPAD0, HOME -> steps.showAll();
            case LEFT, RIGHT -> {
                if (shift) {
                    steps.pan(key == KeyCode.LEFT ? -KEY_SHARE : KEY_SHARE);
                } else {
                    move(key == KeyCode.RIGHT);
                }
            }
            case ESCAPE -> {
                boolean looking = !Double.isNaN(steps.cursor().get());
                steps.cursor().set(Double.NaN);
                return looking;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The step that is looked at stays where it is.
    private double middle() {
        double cursor = steps.cursor().get();
        if (!Double.isNaN(cursor)) {
            return cursor;
        }
        Frame frame = canvas.plot().frame();
        return canvas.plot().x().value((frame.left() + frame.right()) / 2);
    }

    private void move(boolean forward) {
        StepWindow shown = steps.shown();
        double cursor = steps.cursor().get();
        double edge = forward ? Math.nextDown(shown.lo()) : Math.nextUp(shown.hi());
        OptionalDouble next = canvas.plot().next(Double.isNaN(cursor) ? edge : cursor, forward);
        next.ifPresent(steps::look);
    }
}
