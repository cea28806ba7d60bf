package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.run.RunCurves;
import innerloop.app.shell.RunStatusModel.State;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.RunControl;
import innerloop.experiment.Score;
import innerloop.experiment.TrainingEvent;
import innerloop.graph.AttributedGraph;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An engine that is much faster than ours does not slow the window down.
@SuppressWarnings("NullAway.Init")
class WorkbenchFloodTest {

    private static final int PER_SECOND = 100_000;
    private static final int STEPS = 500_000;
    private static final int WARM_UP = 200_000;
    private static final long MOST_NANOS = 50_000_000;

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

    /// A step every ten microseconds; what it says of itself is made up.
    private static void flood(
            Experiment experiment,
            AttributedGraph graph,
            RunControl control,
            Consumer<TrainingEvent> events) {
        long begin = System.nanoTime();
        for (int step = 1; step <= STEPS && !control.isStopped(); step++) {
            double loss = Math.exp(-step / 2e5) * (1 + 0.3 * Math.sin(step * 0.7));
            events.accept(
                    new TrainingEvent.StepFinished(
                            step,
                            loss + 1,
                            loss,
                            loss * 3,
                            List.of(1e-3, 2e-3),
                            OptionalDouble.of(0.9),
                            PER_SECOND,
                            1));
            if (step % 20_000 == 0) {
                double accuracy = 0.9 - 0.5 * loss;
                events.accept(new TrainingEvent.Evaluated(step, new Score(accuracy, 0.02, 20)));
                events.accept(new TrainingEvent.Paced(step, PER_SECOND));
            }
            long ahead = begin + step * (1_000_000_000L / PER_SECOND) - System.nanoTime();
            if (ahead > 1_000_000) {
                LockSupport.parkNanos(ahead);
            }
        }
        events.accept(new TrainingEvent.Failed("the flood is over", null));
    }

    /// What the JavaFX thread works for each frame. Not the time that passes, which depends on what else a machine does.
    private static final class Work extends AnimationTimer {

        private final List<Long> nanos = new ArrayList<>();
        private long before;

        @Override
        public void handle(long now) {
            long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (before != 0) {
                nanos.add(worked - before);
            }
            before = worked;
        }
    }

    private RunCurves curves() {
        return Objects.requireNonNull(robot.workbench().runModel().curves().get());
    }

    @Test
    void aHundredThousandEventsASecondCostNoFrame() {
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit("test", "", e -> e.withBudget(new Budget(STEPS, 20_000, 20)));
            robot.workbench().runModel().setEngine(WorkbenchFloodTest::flood);
            return true;
        });
        robot.click("button-run-start");
        robot.await("warm", () -> robot.workbench().runModel().status().step().get() >= WARM_UP);
        Work work =
                robot.see(() -> {
                    Work begun = new Work();
                    begun.start();
                    return begun;
                });
        robot.await("over", () -> robot.state() == State.FAILED);
        List<Long> frames =
                robot.see(() -> {
                    work.stop();
                    return work.nanos.stream().sorted().toList();
                });
        assertThat(robot.see(() -> robot.workbench().runModel().status().step().get()))
                .isEqualTo(STEPS);
        int points = robot.see(() -> curves().lossAfter().size());
        assertThat(points).isBetween(10_000, 20_001);
        assertThat(robot.see(() -> curves().updateRatios().getFirst().size())).isEqualTo(points);
        assertThat(robot.see(() -> curves().accuracy().size())).isEqualTo(STEPS / 20_000);
        assertThat(frames).hasSizeGreaterThan(30);
        assertThat(frames.getLast())
                .as("most work of a frame in ns; all: %s", frames)
                .isLessThan(MOST_NANOS);
    }
}
