package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The badge in the status line says what the certificate says, and only about what is open.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchCertificateTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openTheWindow() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private void awaitBadge(String beginning, String tone) {
        robot.await(
                "the badge says " + beginning,
                () ->
                        robot.text("certificate").startsWith(beginning)
                                && robot.find("certificate")
                                        .orElseThrow()
                                        .getStyleClass()
                                        .contains(tone));
    }

    private String words() {
        return robot.see(
                () -> robot.find("certificate").map(Node::getAccessibleHelp).orElse("not there"));
    }

    private void learn(MetaLearner learner) {
        robot.see(() -> {
            robot.workbench().document().edit("another learner", "", e -> e.withLearner(learner));
            return true;
        });
    }

    @Test
    void itFollowsTheLearner() {
        assertThat(robot.shows("certificate")).isFalse();
        robot.openSample("blocks");
        awaitBadge("second order · ", "good");
        assertThat(robot.text("certificate")).matches("second order · \\de-\\d+");
        assertThat(words())
                .contains("exact through the inner loop", "cosine 0.", "2 training episodes");
        // One inner step is quicker to certify.
        Maml sample = (Maml) robot.experiment().learner();
        Maml maml = sample.withInner(sample.inner().withSteps(1));

        learn(maml.withOrder(Maml.Order.FIRST));
        awaitBadge("first order · ", "warning");
        assertThat(robot.text("certificate")).endsWith("% off");

        learn(Prototypical.defaults());
        awaitBadge("exact gradient · ", "good");

        learn(Reptile.defaults().withInner(maml.inner()));
        awaitBadge("no meta-gradient", "plain");

        learn(maml.withInner(maml.inner().withRate(1e300)));
        awaitBadge("no finite meta-gradient", "bad");

        robot.press(KeyCode.CONTROL, KeyCode.Z);
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        awaitBadge("first order · ", "warning");

        robot.press(KeyCode.CONTROL, KeyCode.N);
        robot.click("answer-discard");
        robot.await("it is gone with the graph", () -> !robot.shows("certificate"));
    }

    @Test
    void anExperimentThatDoesNotFitHasNone() {
        robot.openSample("blocks");
        awaitBadge("second order · ", "good");
        robot.type("field-task-ways", "7");
        robot.await("it is gone", () -> !robot.shows("certificate"));
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        awaitBadge("second order · ", "good");
    }

    @Test
    void itWaitsForTheEndOfARun() {
        robot.openSample("blocks");
        awaitBadge("second order · ", "good");
        robot.type("field-budget-steps", "100000");
        robot.type("field-budget-testTasks", "4");
        assertThat(robot.text("certificate"))
                .as("the budget changes no gradient")
                .startsWith("second order · ");
        robot.click("button-run-start");
        robot.await("it learns", () -> robot.step() >= 3);
        assertThat(robot.text("certificate"))
                .as("what is known stays")
                .startsWith("second order · ");
        learn(((Maml) robot.experiment().learner()).withOrder(Maml.Order.FIRST));
        // Longer than the badge would wait for the experiment to settle.
        robot.frames(60);
        assertThat(robot.state()).isEqualTo(State.RUNNING);
        assertThat(robot.shows("certificate")).as("nothing is computed meanwhile").isFalse();
        robot.click("button-run-stop");
        robot.await("stopped", () -> robot.state() == State.STOPPED);
        awaitBadge("first order · ", "warning");
    }
}
