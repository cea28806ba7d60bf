package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Language;
import innerloop.app.Messages;
import innerloop.app.WithWindow;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The glossary by F1, by the ⓘ of a field, and by the palette.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchGlossaryTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openASample() {
        robot = WorkbenchRobot.open(folder);
        robot.openSample("karate");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
        Messages.speak(Language.ENGLISH);
    }

    /// Waits for an entry.
    private void awaitEntry(String id) {
        robot.await("the entry " + id, () -> robot.shows("glossary-entry-" + id));
    }

    private Optional<Node> inAPopup(String id) {
        return robot.see(() ->
                Window.getWindows().stream()
                        .map(window -> window.getScene().getRoot().lookup("#" + id))
                        .filter(node -> node != null)
                        .findFirst());
    }

    @Test
    void aTypedWordIsFoundAndItsLinksAreFollowedByKeysAndByMouse() {
        robot.press(KeyCode.F1);
        assertThat(robot.focused()).isEqualTo("glossary-text");
        robot.write("shot");
        awaitEntry("shot");
        robot.press(KeyCode.DOWN);
        robot.press(KeyCode.UP);
        robot.press(KeyCode.ENTER);
        assertThat(robot.focused()).isEqualTo("glossary-scroll");
        assertThat(robot.text("glossary-term")).isEqualTo("Shot");
        robot.click("link-few-shot");
        awaitEntry("few-shot");
        robot.click("glossary-back");
        awaitEntry("shot");
        assertThat(robot.shows("glossary-back")).isFalse();
        robot.press(KeyCode.F1);
        assertThat(robot.focused()).isEqualTo("glossary-text");
        robot.press(KeyCode.ESCAPE);
        assertThat(robot.shows("sheet-glossary")).isFalse();
    }

    @Test
    void f1ExplainsTheFieldInFocusAndGivesTheFocusBack() {
        robot.focus("field-task-queries");
        robot.press(KeyCode.F1);
        awaitEntry("query-set");
        robot.press(KeyCode.ESCAPE);
        assertThat(robot.focused()).isEqualTo("field-task-queries");
    }

    @Test
    void theLittleIShowsTheEntryInShortAndLeadsToAllOfIt() {
        robot.click("why-task.shots");
        robot.await("the entry in short", () -> inAPopup("glossary-brief").isPresent());
        Hyperlink more = (Hyperlink) inAPopup("glossary-more").orElseThrow();
        robot.see(() -> {
            more.fire();
            return true;
        });
        awaitEntry("shot");
        assertThat(inAPopup("glossary-brief")).isEmpty();
    }

    @Test
    void thePaletteFindsWords() {
        robot.press(KeyCode.CONTROL, KeyCode.K);
        robot.write("supervision coll");
        robot.press(KeyCode.ENTER);
        awaitEntry("supervision-collapse");
    }

    @Test
    void itGoesOnInAnotherLanguage() {
        robot.press(KeyCode.F1);
        robot.write("shot");
        awaitEntry("shot");
        robot.see(() -> {
            robot.workbench().commands().get("view.chinese").perform();
            return true;
        });
        robot.await("it speaks Chinese", () -> robot.text("glossary-term").equals("样本数"));
    }
}
