package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.episode.Phase;
import innerloop.task.Measure;
import innerloop.training.RunRecord.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/// A long run's numbers have a bound.
class MetricLogTest {

    private static final MetricKey ACCURACY = Metrics.score(Phase.VALIDATION, Measure.ACCURACY);

    private static List<Metric> after(int steps) {
        MetricLog log = new MetricLog();
        log.add(0, ACCURACY, 0.5);
        for (int step = 1; step <= steps; step++) {
            SequencedMap<MetricKey, Double> numbers = new LinkedHashMap<>();
            numbers.put(Metrics.QUERY_LOSS_BEFORE, 1.0 * step);
            numbers.put(Metrics.QUERY_LOSS_AFTER, 2.0 * step);
            log.step(step, numbers);
        }
        log.add(steps, ACCURACY, 0.7);
        return log.metrics();
    }

    @Test
    void everyStepOfAnOrdinaryRunIsKept() {
        List<Metric> rows = after(1000);
        assertThat(rows).hasSize(2002);
        assertThat(rows.get(1)).isEqualTo(new Metric(1, Metrics.QUERY_LOSS_BEFORE, 1));
        assertThat(rows.get(2000)).isEqualTo(new Metric(1000, Metrics.QUERY_LOSS_AFTER, 2000));
    }

    @Test
    void ofAVeryLongRunStepsAtEvenDistancesAreKept() {
        List<Metric> rows = after(450_000);
        assertThat(rows).hasSizeBetween(100_000, 200_010);
        assertThat(rows.getFirst().key()).isEqualTo(ACCURACY);
        assertThat(rows.getLast().key()).isEqualTo(ACCURACY);
        List<Integer> steps =
                rows.stream()
                        .filter(m -> m.key().equals(Metrics.QUERY_LOSS_BEFORE))
                        .map(Metric::step)
                        .toList();
        int apart = steps.getFirst();
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i) - steps.get(i - 1)).isEqualTo(apart);
        }
    }
}
