package innerloop.app.drive;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Events of the mouse buttons and the wheel, for those who have no mouse. The headless robot would leave the modifier keys out.
public final class Mouse {

    private Mouse() {}

    /// Presses, drags or releases the first button at a point of this node's own coordinates, on the JavaFX thread.
    ///
    /// @param modifier `SHIFT`, `ALT` or `CONTROL` if one is held, else `UNDEFINED`
    public static void fire(Node target, EventType<MouseEvent> type, Point2D at, KeyCode modifier) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        fire(target, type, at, modifier, MouseButton.PRIMARY, down);
    }

    /// The same with any button.
    ///
    /// @param primaryDown whether the first button is down
    public static void fire(
            Node target,
            EventType<MouseEvent> type,
            Point2D at,
            KeyCode modifier,
            MouseButton button,
            boolean primaryDown) {
        // An event that was never delivered is in the scene's coordinates.
        Point2D point = target.localToScene(at);
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        point.getX(),
                        point.getY(),
                        point.getX(),
                        point.getY(),
                        button,
                        1,
                        modifier == KeyCode.SHIFT,
                        modifier == KeyCode.CONTROL,
                        modifier == KeyCode.ALT,
                        false,
                        primaryDown,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    /// Turns the wheel above a point of the scene, on the JavaFX thread.
    ///
    /// @param delta how far, forty for a notch; away from the person is positive
    public static void turn(Node target, Point2D at, double delta) {
        Event.fireEvent(
                target,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }
}
