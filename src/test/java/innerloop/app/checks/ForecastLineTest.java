package innerloop.app.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.BlockModel;
import innerloop.app.background.Cancellation;
import innerloop.graph.AttributedGraph;
import innerloop.training.SmallExperiments;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ForecastLineTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    @Test
    void itSaysTimeAndMemory() {
        assertThat(ForecastLine.of(SmallExperiments.easy(30), GRAPH, 1, new Cancellation()))
                .matches("about \\d+ s · \\d+ MB");
    }

    @Test
    void aTaskThatIsNotWantedAnyMoreEndsAtOnce() {
        Cancellation task = new Cancellation();
        task.whenCancelled(() -> {});
        task.cancel();
        assertThatThrownBy(() -> ForecastLine.of(SmallExperiments.easy(1_000_000), GRAPH, 1, task))
                .isInstanceOf(CancellationException.class);
    }
}
