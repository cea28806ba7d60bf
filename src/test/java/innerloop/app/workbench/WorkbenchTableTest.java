package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.selection.SelectionMode;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeAttribute;
import innerloop.graph.select.NodeSet;
import innerloop.io.ExperimentJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The table in the whole window: one selection, labels that are saved, a file of what is seen.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchTableTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openATable() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("karate");
        robot.click("tab-watching-table");
        robot.await("all nodes are counted", () -> robot.text("table-answer").equals("34 of 34"));
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private AttributedGraph graph() {
        return Objects.requireNonNull(robot.see(() -> robot.workbench().document().graph().get()));
    }

    private String classOf(int node) {
        int label = graph().labels()[node];
        return label < 0 ? "" : graph().classes().get(label);
    }

    private String saidByTheGraphView(int node) {
        return robot.see(() ->
                robot.workbench().graphView().attributes().find("class").orElseThrow()
                                instanceof NodeAttribute.Text(var of)
                        ? of.apply(node)
                        : "");
    }

    private int focus() {
        return robot.see(() -> robot.workbench().selection().focusProperty().get());
    }

    /// From the filter, which is left with Enter, down to a row and over name and id to its class.
    private void goToTheClassOf(String name) {
        robot.focus("table-filter");
        robot.write(name);
        robot.press(KeyCode.ENTER);
        robot.await("one row is left", () -> robot.text("table-answer").equals("1 of 34"));
        robot.press(KeyCode.DOWN);
        robot.press(KeyCode.RIGHT);
        robot.press(KeyCode.RIGHT);
    }

    @Test
    void aNewLabelIsEverywhereAndUndoneAndSaved() throws Exception {
        String name = graph().names().get(16);
        String before = classOf(16);
        int place = graph().classes().indexOf(before) + 1;
        goToTheClassOf(name);
        assertThat(focus()).isEqualTo(16);
        float[] positions = robot.see(() -> robot.workbench().graphView().positions());
        robot.press(KeyCode.F2);
        robot.frames(3);
        robot.press(place < graph().classes().size() ? KeyCode.DOWN : KeyCode.UP);
        robot.press(KeyCode.ENTER);
        robot.await("the class is another", () -> !classOf(16).equals(before));
        String after = classOf(16);
        assertThat(focus()).isEqualTo(16);
        assertThat(robot.see(() -> robot.workbench().graphView().positions())).isSameAs(positions);
        assertThat(saidByTheGraphView(16)).isEqualTo(after);
        assertThat(robot.experiment().labels().classOfNode()).containsEntry(16, after);
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(classOf(16)).isEqualTo(before);
        assertThat(saidByTheGraphView(16)).isEqualTo(before);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(classOf(16)).isEqualTo(after);
        Path file = folder.resolve("mine.experiment.json");
        robot.willChoose(file);
        robot.press(KeyCode.CONTROL, KeyCode.S);
        robot.await("it is saved", () -> !robot.unsaved());
        Experiment saved = ExperimentJson.read(file, List.of());
        assertThat(saved.labels()).isEqualTo(robot.experiment().labels());
        robot.see(() -> {
            robot.workbench().open(Path.of("sample-graphs", "blocks.experiment.json"));
            return true;
        });
        robot.await("another is open", () -> robot.experiment().name().contains("lock"));
        robot.see(() -> {
            robot.workbench().open(file);
            return true;
        });
        robot.await("it is open again", () -> robot.experiment().labels().equals(saved.labels()));
        assertThat(classOf(16)).isEqualTo(after);
    }

    @Test
    void aNewClassComesWithItsNodesAndGoesWithUndo() {
        List<String> classes = graph().classes();
        robot.see(() -> {
            robot.workbench().selection().take(NodeSet.of(34, 3, 7, 16), SelectionMode.REPLACE);
            return true;
        });
        robot.press(KeyCode.CONTROL, KeyCode.D);
        assertThat(robot.text("class-answer")).isEqualTo("a class needs a name; type one");
        robot.write("x".repeat(101));
        assertThat(robot.text("class-answer"))
                .isEqualTo("a class name of 101 characters is too long; use at most 100");
        robot.press(KeyCode.ENTER);
        assertThat(graph().classes()).isEqualTo(classes);
        robot.press(KeyCode.CONTROL, KeyCode.A);
        robot.write("art");
        assertThat(robot.text("class-answer")).startsWith("A new class.");
        robot.press(KeyCode.ENTER);
        robot.await("the class is there", () -> graph().classes().contains("art"));
        assertThat(graph().classes())
                .startsWith(classes.toArray(String[]::new))
                .last()
                .isEqualTo("art");
        assertThat(List.of(classOf(3), classOf(7), classOf(16))).containsOnly("art");
        assertThat(saidByTheGraphView(7)).isEqualTo("art");
        assertThat(robot.experiment().split().lanes().without("art"))
                .isEqualTo(robot.experiment().split().lanes());
        assertThat(robot.see(() -> robot.workbench().document().undoName().get()))
                .isEqualTo("class of 3 nodes");
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(graph().classes()).isEqualTo(classes);
        robot.press(KeyCode.CONTROL, KeyCode.D);
        robot.press(KeyCode.TAB);
        robot.press(KeyCode.DOWN);
        assertThat(robot.text("class-name")).isEqualTo(classes.getLast());
        robot.press(KeyCode.ENTER);
        robot.await(
                "all three have it",
                () ->
                        Stream.of(3, 7, 16)
                                .allMatch(node -> classOf(node).equals(classes.getLast())));
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(robot.experiment().labels().isEmpty()).isTrue();
    }

    @Test
    void labelsThatDoNotFitAreOneLine() throws Exception {
        Path file = folder.resolve("odd.experiment.json");
        Files.writeString(
                file,
                ExperimentJson.write(robot.experiment())
                        .replaceFirst("\n}\\s*$", ",\n\"labels\": {\"99\": \"\"}\n}"));
        robot.see(() -> {
            robot.workbench().open(file);
            return true;
        });
        robot.await("a notice is there", () -> !robot.notices().isEmpty());
        assertThat(robot.notices())
                .singleElement()
                .asString()
                .isEqualTo("labels: the graph has no node 99; its nodes are 0 to 33");
        assertThat(graph().nodes()).isEqualTo(34);
    }

    @Test
    void whatIsShownIsExported() throws Exception {
        robot.focus("table-filter");
        robot.write("degree > 11");
        robot.press(KeyCode.ENTER);
        robot.await("few rows are left", () -> robot.text("table-answer").equals("3 of 34"));
        Path file = folder.resolve("table.csv");
        robot.willChoose(file);
        robot.press(KeyCode.CONTROL, KeyCode.E);
        robot.click("export-table-csv");
        robot.await("it is written", () -> Files.exists(file) && !robot.notices().isEmpty());
        assertThat(Files.readAllLines(file))
                .hasSize(4)
                .first()
                .isEqualTo("name,id,class,degree,component,predicted,confidence,loss");
    }

    @Test
    void aCanvasSelectionIsAllThatIsShown() {
        robot.see(() -> {
            robot.workbench().selection().focusProperty().set(33);
            robot.workbench().selection().grow();
            return true;
        });
        robot.click("table-selected-only");
        robot.await("its rows are left", () -> robot.text("table-answer").equals("18 of 34"));
        robot.click("table-edges");
        robot.await("its edges are", () -> robot.text("table-answer").endsWith(" of 78"));
    }
}
