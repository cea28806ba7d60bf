package innerloop.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.app.workbench.Workbench;
import innerloop.app.workbench.WorkbenchRobot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// It measures all it promises; how much that was is nobody's test.
@WithWindow
@Isolated // looks at all threads that train
@SuppressWarnings("NullAway.Init")
class WindowBenchmarkTest {

    @TempDir Path folder;

    private final Deque<WorkbenchRobot> robots = new ArrayDeque<>();
    private final List<State> ends = new ArrayList<>();
    private final WindowBenchmark.Windows windows =
            new WindowBenchmark.Windows() {
                @Override
                public Workbench open() {
                    WorkbenchRobot robot =
                            WorkbenchRobot.open(folder.resolve("state" + ends.size()));
                    robots.push(robot);
                    robot.openSample("karate");
                    return robot.workbench();
                }

                @Override
                public void close(Workbench workbench) {
                    ends.add(robots.element().state());
                    robots.pop().close();
                }
            };

    @Test
    void aPageIsTimedInFrontAndBehind() throws Exception {
        PageBenchmark.Cost cost =
                new PageBenchmark("inner", Duration.ofMillis(300)).measure(windows, 1);
        assertThat(cost.front()).isPositive();
        assertThat(cost.behind()).isPositive();
        assertThat(cost.ratio()).isEqualTo(cost.front() / cost.behind());
        assertThat(ends).containsExactly(State.STOPPED);
    }

    @Test
    void aRunIsTimedInTheWindowAndWithoutItAndPaused() throws Exception {
        WindowBenchmark.Cost cost = new WindowBenchmark(Duration.ofMillis(400)).measure(windows, 1);
        assertThat(cost.perSecond()).isPositive();
        assertThat(cost.ofHeadless()).isPositive();
        assertThat(cost.longestFrame()).isPositive();
        assertThat(cost.pause()).isPositive();
        assertThat(ends).containsExactly(State.STOPPED, State.STOPPED);
    }
}
