package innerloop.app.tour;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Events of the first mouse button, for those who have no mouse. The headless robot would leave the modifier keys out.
public final class Mouse {

    private Mouse() {}

    /// Presses, drags or releases at a point of this node's own coordinates, on the JavaFX thread.
    ///
    /// @param modifier `SHIFT`, `ALT` or `CONTROL` if one is held, else `UNDEFINED`
    public static void fire(Node target, EventType<MouseEvent> type, Point2D at, KeyCode modifier) {
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
                        MouseButton.PRIMARY,
                        1,
                        modifier == KeyCode.SHIFT,
                        modifier == KeyCode.CONTROL,
                        modifier == KeyCode.ALT,
                        false,
                        type != MouseEvent.MOUSE_RELEASED,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }
}
