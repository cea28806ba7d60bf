package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.training.RunRecord.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A long run's numbers have a bound.
class MetricLogTest {

    private static List<Metric> after(int steps) {
        MetricLog log = new MetricLog();
        log.add(0, "validation", "accuracy", 0.5);
        for (int step = 1; step <= steps; step++) {
            log.step(step, List.of("a", "b"), List.of(1.0 * step, 2.0 * step));
        }
        log.add(steps, "validation", "accuracy", 0.7);
        return log.metrics();
    }

    @Test
    void everyStepOfAnOrdinaryRunIsKept() {
        List<Metric> rows = after(1000);
        assertThat(rows).hasSize(2002);
        assertThat(rows.get(1)).isEqualTo(new Metric(1, "train", "a", 1));
        assertThat(rows.get(2000)).isEqualTo(new Metric(1000, "train", "b", 2000));
    }

    @Test
    void ofAVeryLongRunStepsAtEvenDistancesAreKept() {
        List<Metric> rows = after(450_000);
        assertThat(rows).hasSizeBetween(100_000, 200_010);
        assertThat(rows.getFirst().phase()).isEqualTo("validation");
        assertThat(rows.getLast().phase()).isEqualTo("validation");
        List<Integer> steps =
                rows.stream().filter(m -> m.name().equals("a")).map(Metric::step).toList();
        int apart = steps.getFirst();
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i) - steps.get(i - 1)).isEqualTo(apart);
        }
    }
}
