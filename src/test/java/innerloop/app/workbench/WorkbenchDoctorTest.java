package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.experiment.ColumnRole;
import innerloop.io.ExperimentJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person opens a table that nobody prepared.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchDoctorTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openATable() throws IOException {
        StringBuilder nodes = new StringBuilder("id,party,age,city\n");
        StringBuilder edges = new StringBuilder("source,target\n");
        for (int i = 0; i < 40; i++) {
            nodes.append(i)
                    .append(i % 2 == 0 ? ",red," : ",blue,")
                    .append(i == 7 ? "" : Integer.toString(20 + i))
                    .append(i % 3 == 0 ? ",Rome\n" : ",Oslo\n");
            edges.append(i).append(',').append((i + 2) % 40).append('\n');
            edges.append(i).append(',').append((i + 5) % 40).append('\n');
        }
        Files.writeString(folder.resolve("club.csv"), edges);
        Files.writeString(folder.resolve("club.nodes.csv"), nodes);
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.willChoose(folder.resolve("club.csv"));
        robot.press(KeyCode.CONTROL, KeyCode.O);
        robot.await("the doctor shows the file", () -> robot.shows("doctor-columns"));
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private void settled() {
        robot.await("it is read", () -> !robot.shows("doctor-progress"));
    }

    @Test
    void aRoleAndARemedyAreKeptInTheExperiment() throws Exception {
        assertThat(robot.text("doctor-facts")).contains("40 nodes").contains("no classes");
        robot.choose("doctor-role-nodes-party", "class");
        robot.await("party is the class", () -> robot.text("doctor-facts").contains("2 classes"));
        robot.click("doctor-remedy-oneHot");
        robot.await(
                "city is a feature for each value",
                () -> robot.text("doctor-facts").contains("3 features"));
        robot.click("doctor-undo");
        robot.await("that is taken back", () -> robot.text("doctor-facts").contains("one feature"));
        settled();
        robot.click("doctor-open");
        robot.await("it is open", () -> !robot.experiment().graph().isEmpty());
        assertThat(robot.experiment().reading().columns())
                .containsExactly(Map.entry("party", ColumnRole.CLASS));
        assertThat(robot.see(() -> robot.workbench().document().graph().get().classes()))
                .isEqualTo(List.of("blue", "red"));
        assertThat(
                        ExperimentJson.parse(
                                        ExperimentJson.write(robot.experiment()), "text", List.of())
                                .reading())
                .isEqualTo(robot.experiment().reading());
    }

    @Test
    void whatIsOpenCanBeReadInAnotherWay() {
        robot.choose("doctor-role-nodes-party", "class");
        robot.await("party is the class", () -> robot.text("doctor-facts").contains("2 classes"));
        settled();
        robot.click("doctor-open");
        robot.await("it is open", () -> !robot.experiment().graph().isEmpty());
        robot.see(() -> {
            robot.workbench().files().askHowItIsRead();
            return 0;
        });
        robot.await("the doctor shows the file", () -> robot.shows("doctor-columns"));
        robot.choose("doctor-role-nodes-age", "left out");
        robot.await("age is left out", () -> robot.text("doctor-facts").contains("no features"));
        settled();
        robot.click("doctor-open");
        robot.await(
                "it is read so", () -> robot.experiment().reading().columns().containsKey("age"));
        assertThat(robot.unsaved()).isTrue();
    }

    @Test
    void whoCancelsOpensNothing() {
        robot.click("doctor-cancel");
        assertThat(robot.shows("doctor")).isFalse();
        assertThat(robot.experiment().graph()).isEmpty();
    }
}
