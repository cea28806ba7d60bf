package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.LongWork;
import innerloop.app.run.LongWork.State;
import innerloop.experiment.Budget;
import innerloop.meta.HeadStart;
import innerloop.meta.InnerLoopSettings;
import innerloop.meta.Maml;
import innerloop.meta.Prototypical;
import innerloop.training.RaceResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A race in the whole window.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchRaceTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openKarate() {
        robot =
                WorkbenchRobot.open(
                        folder.resolve("state"),
                        "karate",
                        e ->
                                e.withBudget(new Budget(4, 4, 10))
                                        .withLearner(
                                                Maml.defaults()
                                                        .withInner(
                                                                new InnerLoopSettings(
                                                                        2, 0.3, HeadStart.ZERO))));
        robot.click("tab-watching-race");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private LongWork work() {
        return robot.workbench().works().race().work();
    }

    private RaceResult raced() {
        robot.await(
                "the race is over",
                () ->
                        robot.workbench().works().race().result().get() != null
                                && work().state().get() == State.READY);
        return robot.see(() -> robot.workbench().works().race().result().get());
    }

    @Test
    void aRaceIsRunReadSwitchedAndExported() throws Exception {
        robot.await("the plan is said", () -> !robot.text("race-plan").isEmpty());
        assertThat(robot.text("race-plan")).contains("4 outer steps", "10 test", "50 inner steps");
        robot.click("race-go");
        RaceResult raced = raced();
        assertThat(raced.steps()).isEqualTo(50);
        assertThat(robot.text("race-sentence"))
                .startsWith("Meta takes ")
                .contains("inner steps to 90")
                .contains("after its own 2 it ");
        Path csv = folder.resolve("race.csv");
        ChartExport.take(robot, "chart-race", "curves-save-csv", csv);
        assertThat(Files.readAllLines(csv))
                .hasSize(1 + 3 * 51)
                .startsWith("start,innerStep,milliseconds,bytes,accuracy,ci95")
                .anyMatch(line -> line.startsWith("pre-trained,50,"));
        Path steps = folder.resolve("steps.svg");
        ChartExport.take(robot, "chart-race", "curves-save-svg", steps);
        assertThat(Files.readString(steps)).contains("inner step", "pre-trained", "floor");
        robot.choose("race-axis", "over milliseconds");
        Path time = folder.resolve("time.svg");
        ChartExport.take(robot, "chart-race", "curves-save-svg", time);
        assertThat(Files.readString(time)).contains(">ms<").doesNotContain("inner step");
        robot.see(() -> {
            robot.workbench().document().edit("seed", "", e -> e.withSeed(8));
            return true;
        });
        assertThat(robot.text("race-sentence")).startsWith("Of the recipe before the last edits");
    }

    @Test
    void aRaceIsCancelledAndNothingElseRunsMeanwhile() {
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit("long", "", e -> e.withBudget(new Budget(1_000_000, 100, 10)));
            return true;
        });
        robot.click("race-go");
        robot.await("it trains", () -> work().progress().get() > 0);
        assertThat(robot.see(() -> robot.workbench().isMachineTaken())).isTrue();
        assertThat(robot.see(() -> robot.workbench().works().folds().work().state().get()))
                .isEqualTo(State.IMPOSSIBLE);
        robot.click("race-go");
        robot.await("stopped", () -> work().state().get() == State.READY);
        assertThat(robot.see(() -> robot.workbench().works().race().result().get())).isNull();
        assertThat(robot.see(() -> robot.workbench().isMachineTaken())).isFalse();
    }

    @Test
    void commandsShowThePagesOfFoldsAndRace() {
        perform("view.folds");
        assertThat(robot.shows("folds-go")).isTrue();
        assertThat(robot.shows("race-go")).isFalse();
        perform("view.race");
        assertThat(robot.shows("race-go")).isTrue();
    }

    private void perform(String command) {
        robot.see(() -> {
            robot.workbench().commands().get(command).perform();
            return true;
        });
        robot.frames(2);
    }

    @Test
    void whatCannotBeRacedSaysSo() {
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit("no loop", "", e -> e.withLearner(Prototypical.defaults()));
            return true;
        });
        assertThat(robot.text("race-plan")).contains("no inner steps");
        assertThat(robot.see(() -> work().state().get())).isEqualTo(State.IMPOSSIBLE);
    }
}
