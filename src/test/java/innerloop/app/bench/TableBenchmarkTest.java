package innerloop.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.drive.FxThread;
import innerloop.graph.ClusteredGraph;
import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// Everything is moved and counted; how fast that was is nobody's test.
@WithWindow
class TableBenchmarkTest {

    @Test
    void wheelAndScrollBarMoveTheRowsWhichAreSortedAndFiltered() throws Exception {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // Another test class started it.
            assertThat(e).isNotNull();
        }
        Platform.setImplicitExit(false);
        TableBenchmark table =
                FxThread.call(() ->
                        new TableBenchmark(
                                ClusteredGraph.of(2_000, 8_000, 1), Duration.ofMillis(500)));
        Stage stage =
                FxThread.call(() -> {
                    Stage made = new Stage();
                    made.setScene(new Scene(table.view(), 600, 400));
                    made.show();
                    return made;
                });
        table.measure(1);
        FxThread.run(stage::hide);
        for (TableBenchmark.Work work :
                List.of(table.wheel(), table.bar(), table.sorting(), table.filtering())) {
            assertThat(work.number()).isPositive();
            assertThat(work.longestFrame()).isPositive();
            assertThat(work.mostWork()).isPositive();
        }
    }
}
