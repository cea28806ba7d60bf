package innerloop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.math.VectorBackend;
import innerloop.nn.Activation;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is timed is training, and the same for any number of threads.
class EpochBenchmarkTest {

    private static EpochBenchmark blocks() {
        return new EpochBenchmark(
                BlockModel.easy().graph(),
                new Gcn(Layers.of(List.of(16), Activation.RELU)),
                new VectorBackend(),
                20,
                7);
    }

    @Test
    void aHundredEpochsTellTheClassesApart() {
        EpochBenchmark benchmark = blocks();
        // Guessing among six classes costs ln 6.
        assertThat(benchmark.epoch(1)).isBetween(1.0, 2.5);
        for (int epoch = 0; epoch < 100; epoch++) {
            benchmark.epoch(1);
        }
        assertThat(benchmark.epoch(1)).isLessThan(0.5);
    }

    @Test
    void threadsShareTheWorkAndChangeNoNumber() {
        EpochBenchmark one = blocks();
        EpochBenchmark two = blocks();
        for (int epoch = 0; epoch < 5; epoch++) {
            assertThat(two.epoch(2)).isEqualTo(one.epoch(1));
        }
    }
}
