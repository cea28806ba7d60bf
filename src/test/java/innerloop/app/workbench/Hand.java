package innerloop.app.workbench;

import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// Mouse and keyboard. Events come as fast as the window takes them; TestFX's own robot sleeps 50 ms after each, and while
/// the pointer moves.
final class Hand {

    /// Between two points, since what is dragged has to be seen moving.
    private static final int MOVES_OF_A_DRAG = 4;

    /// Made and used on the JavaFX thread.
    private final Robot robot = Fx.see(Robot::new);

    /// Clicks a point of the screen.
    void click(Point2D place) {
        Fx.act(() -> robot.mouseMove(place));
        press(place);
        Fx.act(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    /// A tooltip that goes since the pointer came leaves the robot without a window to press on, so it finds the window again.
    private void press(Point2D place) {
        Fx.act(() -> {
            robot.mouseMove(place);
            robot.mousePress(MouseButton.PRIMARY);
        });
    }

    /// Drags from one point of the screen to another.
    void drag(Point2D begin, Point2D end) {
        Fx.act(() -> robot.mouseMove(begin));
        press(begin);
        for (int move = 1; move <= MOVES_OF_A_DRAG; move++) {
            Point2D at = begin.interpolate(end, (double) move / MOVES_OF_A_DRAG);
            Fx.act(() -> robot.mouseMove(at));
        }
        Fx.act(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    /// Presses these keys together and lets go.
    void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            Fx.act(() -> robot.keyPress(key));
        }
        for (KeyCode key : List.of(keys).reversed()) {
            Fx.act(() -> robot.keyRelease(key));
        }
    }

    /// Types into whatever has the focus of a window.
    void type(String text, Stage stage) {
        for (String character : text.split("")) {
            Fx.act(() -> typed(character, stage.getScene()));
        }
    }

    private static void typed(String character, Scene scene) {
        Event.fireEvent(
                Objects.requireNonNullElse(scene.getFocusOwner(), scene),
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        character,
                        "",
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false));
    }
}
