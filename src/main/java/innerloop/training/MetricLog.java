package innerloop.training;

import innerloop.training.RunRecord.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The numbers of a run on its way. Of a run of very many steps every second one is kept, then every fourth, and so on, so
/// that its memory has a bound and its curves their shape.
final class MetricLog {

    /// So many steps are kept whole.
    private static final int MOST_STEPS = 100_000;

    private static final String TRAIN = "train";

    private final List<Row> rows = new ArrayList<>();
    private List<String> names = List.of();
    private int every = 1;
    private int steps;

    /// What was measured at a step, as small as it gets: `names` is shared by all rows that have the same.
    private record Row(int step, String phase, List<String> names, double[] values) {

        boolean isTraining() {
            return phase.equals(TRAIN);
        }

        Stream<Metric> metrics() {
            return IntStream.range(0, values.length)
                    .mapToObj(i -> new Metric(step, phase, names.get(i), values[i]));
        }
    }

    /// One number of validation or test; all of them are kept.
    void add(int step, String phase, String name, double value) {
        rows.add(new Row(step, phase, List.of(name), new double[] {value}));
    }

    /// The numbers of an outer step; `names` and `values` go together.
    void step(int step, List<String> called, List<Double> values) {
        if (step % every != 0) {
            return;
        }
        names = names.equals(called) ? names : List.copyOf(called);
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
        rows.add(new Row(step, TRAIN, names, numbers));
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
