package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import innerloop.training.Checkpoint;
import innerloop.training.Observation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Going back through the steps of a run, and being called when it is over.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchStepsTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openKarate() {
        robot =
                WorkbenchRobot.open(
                        folder.resolve("state"),
                        "karate",
                        e -> e.withBudget(new Budget(60, 20, 20)));
        robot.click("tab-graph-embedding");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private void run() {
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
    }

    private @Nullable Observation picture() {
        return robot.workbench().runModel().observation().get();
    }

    private void awaitPictureOf(int step) {
        robot.await(
                "a picture of step " + step,
                () -> {
                    Observation seen = picture();
                    return seen != null && seen.step() == step;
                });
    }

    /// A click on it would choose a step.
    private void focusSlider() {
        robot.see(() -> {
            robot.find("timeline-step").orElseThrow().requestFocus();
            return true;
        });
    }

    private float[] embedding() {
        return robot.see(() -> {
            Observation seen = picture();
            return seen == null ? new float[0] : seen.embedding().plane();
        });
    }

    private void awaitInnerStep(OptionalInt step) {
        robot.await(
                "a picture of inner step " + step,
                () -> {
                    Observation seen = picture();
                    return seen != null && seen.at().inner().equals(step);
                });
    }

    /// The untrained θ has an inner loop to be looked at, too.
    @Test
    void theInnerLoopOfTheWatchedEpisodeIsGoneThroughStepByStep() {
        awaitPictureOf(0);
        assertThat(robot.shows("inner-step")).isTrue();
        assertThat(robot.shows("timeline-step")).isFalse();
        float[] adapted = embedding();
        robot.click("button-run-inner");
        awaitInnerStep(OptionalInt.of(0));
        assertThat(robot.text("inner-text")).startsWith("0 of");
        assertThat(robot.text("embedding-caption")).contains("after inner step 0 of");
        assertThat(embedding()).isNotEqualTo(adapted);
        robot.press(KeyCode.COMMA);
        awaitInnerStep(OptionalInt.of(1));
        robot.click("inner-newest");
        awaitInnerStep(OptionalInt.empty());
        assertThat(robot.text("inner-text")).startsWith("all");
    }

    @Test
    void thePictureGoesBackStepByStepAndForthAgain() {
        assertThat(robot.shows("timeline-step")).isFalse();
        run();
        awaitPictureOf(60);
        float[] end = embedding();
        assertThat(
                        robot.<List<Integer>>see(() ->
                                robot.workbench().runModel().timeline().checkpoints().get().stream()
                                        .map(Checkpoint::step)
                                        .toList()))
                .containsExactly(0, 20, 40, 60);
        focusSlider();
        robot.press(KeyCode.LEFT);
        awaitPictureOf(40);
        assertThat(robot.text("timeline-text")).isEqualTo("40 of 60");
        assertThat(robot.text("embedding-caption")).contains("step 40");
        assertThat(embedding()).isNotEqualTo(end);
        robot.press(KeyCode.LEFT);
        robot.press(KeyCode.LEFT);
        robot.press(KeyCode.LEFT);
        awaitPictureOf(0);
        robot.press(KeyCode.END);
        awaitPictureOf(60);
        assertThat(robot.text("timeline-text")).isEqualTo("newest");
    }

    @Test
    void theSliderStopsWhereSomethingWasKeptAndANewRunIsFollowed() {
        run();
        double value =
                robot.see(() -> {
                    Slider slider = (Slider) robot.find("timeline-step").orElseThrow();
                    slider.setValue(27);
                    return slider.getValue();
                });
        assertThat(value).isEqualTo(20);
        awaitPictureOf(20);
        robot.click("timeline-newest");
        awaitPictureOf(60);
        focusSlider();
        robot.press(KeyCode.LEFT);
        awaitPictureOf(40);
        run();
        awaitPictureOf(60);
        assertThat(robot.text("timeline-text")).isEqualTo("newest");
    }

    @Test
    void whoLooksElsewhereIsToldThatALongRunIsOver() {
        List<String> away = new ArrayList<>();
        List<String> there = new ArrayList<>();
        List<String> quick = new ArrayList<>();
        AtomicLong clock = new AtomicLong();
        robot.see(() -> {
            var model = robot.workbench().runModel();
            new Attention(
                            () -> clock.addAndGet(90_000_000_000L),
                            () -> false,
                            (title, text) -> away.add(title + ": " + text))
                    .follow(model);
            new Attention(
                            () -> clock.addAndGet(90_000_000_000L),
                            () -> true,
                            (title, _) -> there.add(title))
                    .follow(model);
            new Attention(() -> 0, () -> false, (title, _) -> quick.add(title)).follow(model);
            return true;
        });
        run();
        robot.frames(3);
        assertThat(away).singleElement().asString().contains("is over", "min", "points over");
        assertThat(there).isEmpty();
        assertThat(quick).isEmpty();
    }
}
