package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.Phrase;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.Engine;
import innerloop.training.ProgressKeeper;
import innerloop.training.RunControl;
import innerloop.training.RunCurves;
import innerloop.training.TrainingEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An engine that says much more than a window can show in a frame.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchFloodTest {

    private static final int PER_FRAME = 2_000;
    private static final int STEPS = 200_000;

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openBlocks() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("blocks");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    /// As many steps in every frame as an engine of a hundred thousand steps a second makes; what it says of itself is
    /// made up.
    private static final class Flood extends AnimationTimer implements Engine {

        private final Semaphore frames = new Semaphore(0);
        private int counted;

        @Override
        public void handle(long now) {
            counted++;
            frames.release();
        }

        @Override
        public void run(
                Experiment experiment,
                AttributedGraph graph,
                RunControl control,
                Consumer<TrainingEvent> events,
                ProgressKeeper keeper) {
            for (int step = 1; step <= STEPS && !control.isStopped(); step++) {
                double loss = Math.exp(-step / 1e5) * (1 + 0.3 * Math.sin(step * 0.7));
                events.accept(
                        new TrainingEvent.StepFinished(
                                step,
                                loss + 1,
                                loss,
                                loss * 3,
                                List.of(1e-3, 2e-3),
                                OptionalDouble.of(0.9),
                                OptionalDouble.empty(),
                                1e5,
                                1));
                if (step % 20_000 == 0) {
                    double accuracy = 0.9 - 0.5 * loss;
                    events.accept(
                            new TrainingEvent.Evaluated(
                                    step, new Score(Measure.ACCURACY, accuracy, 0.02, 20)));
                    events.accept(new TrainingEvent.Paced(step, 1e5));
                }
                if (step % PER_FRAME == 0) {
                    frames.acquireUninterruptibly();
                }
            }
            events.accept(new TrainingEvent.Failed(Phrase.words("the flood is over"), null));
        }
    }

    private RunCurves curves() {
        return Objects.requireNonNull(robot.workbench().runModel().curves().get());
    }

    @Test
    void thousandsOfEventsInAFrameAreDrawnOnce() {
        Flood flood = new Flood();
        int drawnBefore =
                robot.see(() -> {
                    robot.workbench()
                            .document()
                            .edit("test", "", e -> e.withBudget(new Budget(STEPS, 20_000, 20)));
                    robot.workbench().runModel().setEngine(flood);
                    flood.start();
                    return robot.workbench().runModel().revision().get();
                });
        robot.click("button-run-start");
        robot.await("over", () -> robot.state() == State.FAILED);
        int drawn = robot.see(() -> robot.workbench().runModel().revision().get()) - drawnBefore;
        assertThat(drawn).isPositive().isLessThanOrEqualTo(flood.counted + 1);
        robot.see(() -> {
            flood.stop();
            return true;
        });
        assertThat(robot.step()).isEqualTo(STEPS);
        int points = robot.see(() -> curves().lossAfter().size());
        assertThat(points).isBetween(10_000, 20_001);
        assertThat(robot.see(() -> curves().updateRatios().getFirst().size())).isEqualTo(points);
        assertThat(robot.see(() -> curves().score().size())).isEqualTo(STEPS / 20_000);
    }
}
