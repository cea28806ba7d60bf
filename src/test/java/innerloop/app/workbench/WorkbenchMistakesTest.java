package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A person's mistake costs one line in the window, and what is open stays as it is.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchMistakesTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openASample() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("karate");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private void file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # written           | text             | opened         | notice
                    graph/edges.txt     | `0 1\\n1 x\\n`   | graph          | edges.txt:2: 'x' is not a node number
                    graph/other.txt     | `x`              | nowhere        | there is no such file or folder; check
                    picture.png         | `x`              | picture.png    | neither ending nor contents
                    """)
    void aBrokenGraphIsOneNoticeAndTheOpenOneStays(
            String written, String text, String opened, String notice) throws IOException {
        file(written, text);
        opensWithOneNotice(opened, notice, KeyCode.CONTROL, KeyCode.O);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # text                                                | notice
                    `{"format": `                                         | no valid JSON
                    `{"format": "innerloop-experiment/1", "grph": "x"}`   | did you mean "graph"?
                    """)
    void aBrokenExperimentIsOneNoticeAndTheOpenOneStays(String text, String notice)
            throws IOException {
        file("odd.experiment.json", text);
        opensWithOneNotice(
                "odd.experiment.json", notice, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
    }

    private void opensWithOneNotice(String path, String notice, KeyCode... keys) {
        robot.type("field-budget-steps", "77");
        Experiment before = robot.experiment();
        robot.willChoose(folder.resolve(path));
        robot.press(keys);
        // There are changes, so it asks first; what is thrown away is so only when the new is
        // there.
        robot.click("answer-discard");
        robot.await("a notice is there", () -> !robot.notices().isEmpty());
        assertThat(robot.notices()).singleElement().asString().contains(notice);
        assertThat(robot.notices().getFirst()).doesNotContain("\n", "Exception");
        assertThat(robot.experiment()).isEqualTo(before);
        assertThat(robot.unsaved()).isTrue();
        assertThat(robot.text("graph-line")).contains("karate");
    }

    @ParameterizedTest
    @CsvSource({
        "encoder-hidden, x, hidden must be sizes such as 16",
        "learner-innerRate, -0.1, inner rate α must be above 0",
        "learner-outerRate, NaN, outer rate β must be above 0",
        "budget-steps, x, steps must be a whole number"
    })
    void aWrongValueIsSaidBelowItsFieldAndTheLastRightOneStays(
            String field, String text, String message) {
        Experiment before = robot.experiment();
        robot.type("field-" + field, text);
        assertThat(robot.text("error-" + field)).startsWith(message);
        assertThat(robot.text("field-" + field)).isEqualTo(text);
        assertThat(robot.experiment()).isEqualTo(before);
        assertThat(robot.unsaved()).isFalse();
        robot.press(KeyCode.ESCAPE);
        assertThat(robot.shows("error-" + field)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "task-ways, 3, 3-way episodes need 3 classes",
        "task-queries, 50, classes of at least 52 nodes"
    })
    void aRunThatCannotBeIsRefusedInOneNotice(String field, String text, String notice) {
        robot.type("field-" + field, text);
        assertThat(robot.shows("findings-split")).isTrue();
        assertThat(robot.see(() -> robot.find("button-run-start").orElseThrow()))
                .matches(Node::isDisabled)
                .extracting(Node::getAccessibleHelp)
                .asString()
                .contains(notice);
        robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(robot.notices()).singleElement().asString().startsWith("Cannot run: ");
        assertThat(robot.notices().getFirst()).contains(notice);
        assertThat(robot.state()).isEqualTo(State.IDLE);
    }

    @Test
    void aFileThatCannotBeWrittenIsOneNoticeAndTheWorkStaysUnsaved() throws IOException {
        file("wall", "a file where a folder is needed");
        robot.type("field-budget-steps", "77");
        robot.willChoose(folder.resolve("wall/mine.experiment.json"));
        robot.press(KeyCode.CONTROL, KeyCode.S);
        assertThat(robot.notices()).singleElement().asString().contains("was not written");
        assertThat(robot.unsaved()).isTrue();
    }

    @Test
    void aCancelledQuestionKeepsUnsavedWork() {
        robot.type("field-budget-steps", "77");
        robot.press(KeyCode.CONTROL, KeyCode.N);
        robot.click("answer-cancel");
        assertThat(robot.experiment().budget().steps()).isEqualTo(77);
        assertThat(robot.shows("start")).isFalse();
    }

    @Test
    void savingBeforeANewDocumentWritesTheFile() {
        robot.type("field-budget-steps", "77");
        robot.willChoose(folder.resolve("kept.experiment.json"));
        robot.press(KeyCode.CONTROL, KeyCode.N);
        robot.click("answer-save");
        robot.await("the start page is back", () -> robot.shows("start"));
        assertThat(folder.resolve("kept.experiment.json")).content().contains("\"steps\" : 77");
    }

    @Test
    void aFileThatSomebodyElseHasWrittenIsNotSavedOver() throws IOException {
        Path file = folder.resolve("shared.experiment.json");
        robot.type("field-budget-steps", "77");
        robot.willChoose(file);
        robot.press(KeyCode.CONTROL, KeyCode.S);
        assertThat(robot.unsaved()).isFalse();
        String theirs = Files.readString(file).replace("\"steps\" : 77", "\"steps\" : 78");
        Files.writeString(file, theirs);
        robot.type("field-budget-steps", "79");
        robot.press(KeyCode.CONTROL, KeyCode.S);
        assertThat(robot.shows("sheet-question")).isTrue();
        robot.click("answer-cancel");
        assertThat(file).content().isEqualTo(theirs);
        assertThat(robot.unsaved()).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.S);
        robot.click("answer-overwrite");
        assertThat(file).content().contains("\"steps\" : 79");
        assertThat(robot.unsaved()).isFalse();
    }
}
