package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.outer.OuterView;
import innerloop.episode.Episode;
import innerloop.experiment.Budget;
import innerloop.meta.HeadStart;
import innerloop.meta.InnerLoopSettings;
import innerloop.meta.Maml;
import innerloop.meta.Pretrain;
import innerloop.scene.SceneModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An outer step, taken apart, in the whole window.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchOuterTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openKarate() {
        robot =
                WorkbenchRobot.open(
                        folder.resolve("state"),
                        "karate",
                        e ->
                                e.withBudget(new Budget(4, 2, 10))
                                        .withLearner(
                                                Maml.defaults()
                                                        .withInner(
                                                                new InnerLoopSettings(
                                                                        2, 0.3, HeadStart.ZERO))));
        robot.click("tab-watching-outer");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private OuterView view() {
        return Objects.requireNonNull(
                robot.see(() -> robot.workbench().works().outer().view().get()));
    }

    private void awaitStep(int step) {
        robot.await(
                "the step after " + step + " is taken apart",
                () -> {
                    OuterView view = robot.workbench().works().outer().view().get();
                    return view != null
                            && view.trace().step() == step
                            && !robot.workbench().works().outer().isPending();
                });
    }

    private int[] foreground() {
        byte[] emphasis = robot.workbench().graphView().canvas().model().look().emphasis();
        return IntStream.range(0, emphasis.length)
                .filter(node -> emphasis[node] != SceneModel.DIM)
                .toArray();
    }

    private static int[] nodes(Episode episode) {
        return IntStream.concat(
                        IntStream.of(episode.supportNodes()), IntStream.of(episode.queryNodes()))
                .sorted()
                .toArray();
    }

    @Test
    void theStepIsReadLitTakenAwayAndFollowsTheShownMoment() throws Exception {
        awaitStep(0);
        assertThat(robot.text("outer-title")).isEqualTo("Outer step 1: its 4 episodes");
        assertThat(robot.text("outer-sentence"))
                .contains("as long as the gradients are", "cosine with the mean");
        assertThat(robot.text("outer-plane")).contains("the largest movement around θ");
        Episode second = view().trace().episodes().get(1).subject().episode();
        robot.click("outer-card-2");
        robot.await(
                "its nodes are in the foreground",
                () -> Arrays.equals(foreground(), nodes(second)));
        Path svg = folder.resolve("outer.svg");
        ChartExport.take(robot, "outer-step", "curves-save-svg", svg);
        assertThat(Files.readString(svg)).contains("against the meta-gradient", "their mean");
        Path json = folder.resolve("outer.json");
        ChartExport.take(robot, "outer-step", "curves-save-json", json);
        assertThat(Files.readString(json)).contains("\"firstOrder\"", "\"plane\"");
        robot.see(() -> {
            robot.workbench().commands().get("run.start").perform();
            return true;
        });
        robot.await("the run is over", () -> robot.workbench().runModel().record().get() != null);
        awaitStep(4);
        assertThat(view().trace().move()).isPresent();
        robot.see(() -> {
            robot.workbench().runModel().timeline().choose(2);
            return true;
        });
        awaitStep(2);
        assertThat(view().trace().move()).isPresent();
    }

    @Test
    void aLearnerWithoutEpisodesSaysWhatThereIsInstead() {
        awaitStep(0);
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit("pretrain", "", e -> e.withLearner(Pretrain.defaults()));
            return true;
        });
        robot.await(
                "it is said",
                () ->
                        robot.workbench()
                                .works()
                                .outer()
                                .refusal()
                                .get()
                                .contains("batches of all base classes"));
    }
}
