package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.history.HistoryPlayer;
import innerloop.app.run.LongWork.State;
import innerloop.app.run.RunStatusModel;
import innerloop.experiment.Budget;
import innerloop.graph.AttributedGraph;
import innerloop.training.Growth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A graph that grows, in the whole window: from its card on the start page to what is taken away.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchHistoryTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openTheSample() {
        robot =
                WorkbenchRobot.open(
                        folder.resolve("state"),
                        "growing",
                        e ->
                                e.withBudget(new Budget(3, 3, 4))
                                        .withHistory(e.history().withUntil(37)));
        robot.await("every node has a place", () -> robot.workbench().graphView().isPlaced());
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private HistoryPlayer player() {
        return robot.workbench().player();
    }

    private int step() {
        return robot.see(() -> player().step().get());
    }

    /// The nodes that are drawn.
    private BitSet drawn() {
        return robot.see(() -> {
            float[] xy = robot.workbench().graphView().canvas().model().xy();
            BitSet drawn = new BitSet();
            for (int i = 0; i < xy.length / 2; i++) {
                drawn.set(i, !Float.isNaN(xy[2 * i]));
            }
            return drawn;
        });
    }

    private void awaitDrawn(int step) {
        AttributedGraph graph =
                Objects.requireNonNull(robot.see(() -> robot.workbench().document().graph().get()));
        BitSet present =
                graph.snapshot()
                        .orElseThrow()
                        .history()
                        .at(step)
                        .snapshot()
                        .orElseThrow()
                        .present();
        robot.await("step " + step + " is drawn", () -> drawn().equals(present));
    }

    @Test
    void theHistoryIsPlayedAndChangesNothing() {
        assertThat(step()).isEqualTo(37);
        assertThat(robot.text("history-text")).isEqualTo("37 of 40 · what training sees");
        awaitDrawn(37);
        robot.click("history-on");
        awaitDrawn(38);
        robot.click("history-step");
        robot.press(KeyCode.LEFT);
        robot.await("a step by key", () -> player().step().get() != 38);
        robot.see(() -> {
            player().go(1);
            return true;
        });
        awaitDrawn(1);
        robot.click("history-play");
        robot.await("it moves on", () -> player().step().get() >= 3);
        robot.click("history-play");
        assertThat(robot.<Boolean>see(() -> player().playing().get())).isFalse();
        awaitDrawn(step());
        assertThat(robot.experiment().history().until()).isEqualTo(37);
        robot.press(KeyCode.F1);
        robot.await("a sheet is open", () -> robot.workbench().window().overlay().isVisible());
        assertThat(robot.<Boolean>see(() -> player().suspended().get())).isTrue();
        robot.press(KeyCode.ESCAPE);
    }

    private void perform(String command) {
        robot.see(() -> {
            robot.workbench().commands().get(command).perform();
            return true;
        });
    }

    private AttributedGraph at(int step) {
        return Objects.requireNonNull(robot.see(() -> robot.workbench().document().graph().get()))
                .snapshot()
                .orElseThrow()
                .history()
                .at(step);
    }

    @Test
    void commandsGoThroughTheHistoryAndTableAndInspectorFollow() {
        robot.click("tab-watching-table");
        robot.await("the table is made", () -> robot.text("table-answer").matches("[1-9].* of .*"));
        perform("history.back");
        assertThat(step()).isEqualTo(36);
        String rows = "%1$,d of %1$,d".formatted(at(36).nodesPresent());
        robot.await("only what is there has a row", () -> robot.text("table-answer").equals(rows));
        int late = Objects.requireNonNull(at(40).snapshot().orElseThrow().present()).length() - 1;
        assertThat(at(1).isPresent(late)).isFalse();
        robot.see(() -> {
            robot.workbench().commands().get("view.inspector").perform();
            robot.workbench().selection().focusProperty().set(late);
            player().go(40);
            return true;
        });
        robot.await(
                "the inspector shows its edges at that step",
                () -> robot.text("node-line").endsWith("degree " + at(40).degree(late)));
        robot.see(() -> {
            player().go(1);
            return true;
        });
        robot.await(
                "the inspector says that it is not there",
                () -> robot.text("node-line").contains("not there after step 1 "));
        perform("history.trained");
        assertThat(step()).isEqualTo(37);
        int speed = robot.see(() -> player().speed().get());
        perform("history.slower");
        assertThat(robot.<Integer>see(() -> player().speed().get())).isLessThan(speed);
        perform("history.play");
        assertThat(robot.<Boolean>see(() -> player().playing().get())).isTrue();
        perform("history.play");
    }

    @Test
    void whatTheRunLearnedIsTestedOverTimeAndTakenAway() throws Exception {
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == RunStatusModel.State.FINISHED);
        robot.click("tab-watching-growth");
        assertThat(robot.text("growth-plan")).contains("first 37 of 40 steps", "4 episodes");
        robot.click("growth-go");
        robot.await(
                "tested",
                () ->
                        robot.workbench().works().growth().work().state().get() == State.READY
                                && robot.workbench().works().growth().result().get() != null);
        Growth growth =
                Objects.requireNonNull(
                        robot.see(() -> robot.workbench().works().growth().result().get()));
        assertThat(growth.points()).hasSize(4);
        assertThat(growth.points().getFirst().adapted())
                .as("what the run learned, not another training")
                .isEqualTo(
                        Objects.requireNonNull(
                                        robot.see(
                                                () -> robot.workbench().runModel().record().get()))
                                .test());
        assertThat(robot.text("growth-sentence"))
                .startsWith("In the 3 steps after the training, what was learned early scores");
        Path file = folder.resolve("growth.csv");
        ChartExport.take(robot, "chart-growth", "curves-save-csv", file);
        assertThat(Files.readAllLines(file)).hasSize(5);
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit("less", "", e -> e.withHistory(e.history().withUntil(40)));
            return true;
        });
        assertThat(robot.text("growth-plan"))
                .contains("sees the whole history of the graph, 40 steps");
        assertThat(robot.text("growth-sentence")).contains("recipe before the last edits");
    }
}
