package innerloop.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Messages;
import innerloop.app.WithWindow;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.ShellPicture.World;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The list of all edits, by mouse and by keys.
@WithWindow
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before every test
class HistoryListTest {

    @TempDir static Path folder;

    private World world;
    private WorkbenchDocument document;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        world = new World(folder);
        document = world.document;
        world.window.show(stage, 1000, 700);
        stage.setX(0);
        stage.setY(0);
        document.open(ShellPicture.experiment(), ShellPicture.graph(), null);
        for (int edit = 1; edit <= 60; edit++) {
            int seed = 100 + edit;
            document.edit("seed " + seed, "", e -> e.withSeed(seed));
        }
    }

    @AfterEach
    void closeFiles() {
        world.recent.close();
    }

    private static boolean isOpen(FxRobot robot) {
        return robot.lookup("#history").tryQuery().isPresent();
    }

    private static void awaitOpen(FxRobot robot, boolean open) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> isOpen(robot) == open);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#history-list").queryAs(ListView.class);
    }

    private static List<Node> lines(FxRobot robot) {
        return robot
                .from(list(robot))
                .lookup((Node node) ->
                        node instanceof ListCell<?> cell && cell.isVisible() && !cell.isEmpty())
                .queryAll()
                .stream()
                .map(node -> ((ListCell<?>) node).getGraphic())
                .toList();
    }

    private static Labeled name(FxRobot robot, Node line) {
        return robot.from(line)
                .lookup((Node node) -> node instanceof Labeled)
                .queryAs(Labeled.class);
    }

    private long seed() {
        return document.experiment().get().seed();
    }

    @Test
    void aClickOpensTheListAndAnotherGoesThere(FxRobot robot) throws Exception {
        robot.clickOn("#button-edit-history");
        awaitOpen(robot, true);
        assertThat(list(robot).getItems()).hasSize(61);
        robot.clickOn("seed 157");
        awaitOpen(robot, false);
        assertThat(seed()).isEqualTo(157);
        assertThat(document.editsDone()).isEqualTo(57);
        robot.clickOn("#button-edit-history");
        awaitOpen(robot, true);
        for (Node line : lines(robot)) {
            Labeled name = name(robot, line);
            boolean undone = List.of("seed 158", "seed 159", "seed 160").contains(name.getText());
            assertThat(name.getStyleClass().contains("dim")).as(name.getText()).isEqualTo(undone);
            boolean marked =
                    robot.from(line)
                            .lookup((Node n) -> n instanceof FontIcon)
                            .tryQuery()
                            .isPresent();
            assertThat(marked).as(name.getText()).isEqualTo(name.getText().equals("seed 157"));
        }
        robot.clickOn("seed 159");
        awaitOpen(robot, false);
        assertThat(seed()).isEqualTo(159);
    }

    @Test
    void keysAloneGoBackThroughALongListAndForward(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#button-edit-undo").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        awaitOpen(robot, true);
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isZero();
        robot.type(KeyCode.PAGE_DOWN, 9);
        // The end is scrolled to.
        String opened = Messages.get("history.start");
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> robot.from(list(robot)).lookup(opened).tryQuery().isPresent());
        robot.type(KeyCode.ENTER);
        awaitOpen(robot, false);
        assertThat(document.experiment().get()).isEqualTo(ShellPicture.experiment());
        assertThat(document.dirty().get()).isFalse();
        // Undo is impossible now, what opens the list is not.
        robot.interact(() -> robot.lookup("#button-edit-history").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        awaitOpen(robot, true);
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isEqualTo(60);
        robot.type(KeyCode.UP, 2).type(KeyCode.ENTER);
        awaitOpen(robot, false);
        assertThat(seed()).isEqualTo(102);
    }

    @Test
    void theMenuOpensTheListAndEscapeChangesNothing(FxRobot robot) throws Exception {
        robot.clickOn("#menu-edit").clickOn("#menu-edit-history");
        awaitOpen(robot, true);
        robot.write("seed 117").type(KeyCode.ESCAPE);
        awaitOpen(robot, false);
        assertThat(seed()).isEqualTo(160);
        robot.clickOn("#menu-edit").clickOn("#menu-edit-history");
        awaitOpen(robot, true);
        robot.write("117").type(KeyCode.ENTER);
        awaitOpen(robot, false);
        assertThat(seed()).isEqualTo(117);
    }

    @Test
    void theListGoesWhenItIsNoLongerTrue(FxRobot robot) throws Exception {
        robot.clickOn("#button-edit-history");
        awaitOpen(robot, true);
        robot.interact(() -> document.open(ShellPicture.experiment(), ShellPicture.graph(), null));
        awaitOpen(robot, false);
        assertThat(robot.lookup("#button-edit-history").query().isDisabled()).isTrue();
    }
}
