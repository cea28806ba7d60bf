package innerloop.app.workbench;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/// Takes charts away by the keyboard.
final class ChartExport {

    private ChartExport() {}

    /// Picks a line of a chart's menu and answers its question for a file.
    static void take(WorkbenchRobot robot, String chart, String item, Path to) {
        robot.willChoose(to);
        robot.focus(chart);
        robot.press(KeyCode.ENTER);
        robot.await("the menu is open", () -> menuItem(item).isPresent());
        robot.see(() -> {
            menuItem(item).orElseThrow().fire();
            return true;
        });
        robot.press(KeyCode.ESCAPE);
    }

    /// A line of the menu that is open.
    static Optional<MenuItem> menuItem(String id) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .map(MenuItem.class::cast)
                .findFirst();
    }
}
