package innerloop.training;

import innerloop.episode.Phase;
import innerloop.task.BaselineScore;
import innerloop.task.Score;
import innerloop.training.RunRecord.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The numbers of a run on its way. Of a run of very many steps every second one is kept, then every fourth, and so on, so
/// that its memory has a bound and its curves their shape.
final class MetricLog {

    /// So many steps are kept whole.
    private static final int MOST_STEPS = 100_000;

    private final List<Row> rows = new ArrayList<>();
    private List<MetricKey> keys = List.of();
    private int every = 1;
    private int steps;

    /// What was measured at a step, as small as it gets: `keys` is shared by all rows that have the same.
    private record Row(int step, List<MetricKey> keys, double[] values) {

        boolean isTraining() {
            return keys.getFirst().phase() == Phase.TRAIN;
        }

        Stream<Metric> metrics() {
            return IntStream.range(0, values.length)
                    .mapToObj(i -> new Metric(step, keys.get(i), values[i]));
        }
    }

    /// One number of validation or test; all of them are kept.
    void add(int step, MetricKey key, double value) {
        rows.add(new Row(step, List.of(key), new double[] {value}));
    }

    /// A score of validation or test with its interval.
    void add(int step, Phase phase, Score score) {
        add(step, Metrics.score(phase, score.measure()), score.mean());
        add(step, Metrics.interval(phase), score.ci95());
    }

    /// What a score of validation or test is compared with.
    void add(int step, Phase phase, Score zeroSteps, List<BaselineScore> baselines) {
        BaselineScore floor = baselines.getFirst();
        add(step, Metrics.reference(phase, floor.word()), floor.score().mean());
        add(step, Metrics.reference(phase, Metrics.ZERO_STEPS), zeroSteps.mean());
        for (BaselineScore other : baselines.subList(1, baselines.size())) {
            add(step, Metrics.reference(phase, other.word()), other.score().mean());
        }
    }

    /// The numbers of an outer step.
    void step(int step, Map<MetricKey, Double> numbers) {
        if (step % every != 0) {
            return;
        }
        List<MetricKey> measured = List.copyOf(numbers.keySet());
        keys = keys.equals(measured) ? keys : measured;
        double[] values = numbers.values().stream().mapToDouble(Double::doubleValue).toArray();
        rows.add(new Row(step, keys, values));
        steps++;
        if (steps > MOST_STEPS) {
            every *= 2;
            rows.removeIf(row -> row.isTraining() && row.step() % every != 0);
            steps /= 2;
        }
    }

    /// All that are kept, in the order they came.
    List<Metric> metrics() {
        return rows.stream().flatMap(Row::metrics).toList();
    }
}
