package innerloop.app.tour;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.shell.RunStatusModel.State;
import innerloop.app.workbench.WorkbenchRobot;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// It measures all it promises; how much that was is nobody's test.
@SuppressWarnings("NullAway.Init")
class WindowBenchmarkTest {

    @TempDir Path folder;

    @Test
    void aRunIsTimedInTheWindowAndWithoutItAndPaused() throws Exception {
        try (WorkbenchRobot robot = WorkbenchRobot.open(folder)) {
            robot.openSample("karate");
            WindowBenchmark.Cost cost =
                    WindowBenchmark.of(robot.workbench(), 1, Duration.ofMillis(400));
            assertThat(cost.perSecond()).isPositive();
            assertThat(cost.ofHeadless()).isPositive();
            assertThat(cost.longestFrame()).isPositive();
            assertThat(cost.pause()).isPositive();
            assertThat(robot.state()).isEqualTo(State.STOPPED);
        }
    }
}
