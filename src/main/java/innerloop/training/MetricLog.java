package innerloop.training;

import innerloop.episode.Phase;
import innerloop.task.BaselineScore;
import innerloop.task.Score;
import innerloop.training.RunRecord.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The metrics of a run. In very long runs every second step is kept, then every fourth, and so on, so that memory is
/// bounded and curves keep their shape.
public final class MetricLog {

    /// Up to this many steps, all are kept.
    private static final int MOST_STEPS = 100_000;

    private final List<Row> rows = new ArrayList<>();
    private List<MetricKey> keys = List.of();
    private int every = 1;
    private int steps;

    /// The rows that [#part] has given; −1 if some of them are no longer kept.
    private int given;

    /// Metrics of a log.
    ///
    /// @param isWhole whether these are all metrics that are kept, not only those since the last part
    /// @param every the distance of the steps that are kept
    /// @param metrics in the order of their steps
    public record Part(boolean isWhole, int every, List<Metric> metrics) {

        public Part {
            metrics = List.copyOf(metrics);
        }
    }

    /// An empty log.
    MetricLog() {}

    /// A log that goes on from a whole part.
    MetricLog(Part whole) {
        every = whole.every();
        int at = 0;
        while (at < whole.metrics().size()) {
            Metric first = whole.metrics().get(at);
            Map<MetricKey, Double> numbers = new LinkedHashMap<>();
            numbers.put(first.key(), first.value());
            at++;
            while (first.key().phase() == Phase.TRAIN
                    && at < whole.metrics().size()
                    && whole.metrics().get(at).step() == first.step()
                    && whole.metrics().get(at).key().phase() == Phase.TRAIN) {
                Metric next = whole.metrics().get(at++);
                numbers.put(next.key(), next.value());
            }
            if (first.key().phase() == Phase.TRAIN) {
                step(first.step(), numbers);
            } else {
                add(first.step(), first.key(), first.value());
            }
        }
        given = rows.size();
    }

    /// The metrics since the last part; all of them if some of the last part are no longer kept.
    Part part() {
        boolean whole = given <= 0;
        Part part =
                new Part(
                        whole,
                        every,
                        rows.subList(Math.max(0, given), rows.size()).stream()
                                .flatMap(Row::metrics)
                                .toList());
        given = rows.size();
        return part;
    }

    /// The metrics of one step, stored compactly: rows with the same keys share the array `keys`.
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

    /// A score of validation or test with its interval, if it has one.
    void add(int step, Phase phase, Score score) {
        add(step, Metrics.score(phase, score.measure()), score.mean());
        if (score.hasInterval()) {
            add(step, Metrics.interval(phase), score.ci95());
        }
    }

    /// The score of a baseline of validation or test.
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
            given = -1;
        }
    }

    /// All metrics that are kept, in the order of their steps.
    List<Metric> metrics() {
        return rows.stream().flatMap(Row::metrics).toList();
    }
}
