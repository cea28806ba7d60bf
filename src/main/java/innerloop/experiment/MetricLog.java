package innerloop.experiment;

import innerloop.experiment.RunRecord.Metric;
import java.util.ArrayList;
import java.util.List;

/// The numbers of a run on its way. Of a run of very many steps every second one is kept, then every fourth, and so on, so
/// that its memory has a bound and its curves their shape.
public final class MetricLog {

    /// So many steps are kept whole.
    public static final int MOST_STEPS = 100_000;

    private static final String TRAIN = "train";

    private final List<Metric> rows = new ArrayList<>();
    private int every = 1;
    private int steps;

    MetricLog() {}

    /// One number of validation or test; all of them are kept.
    void add(int step, String phase, String name, double value) {
        rows.add(new Metric(step, phase, name, value));
    }

    /// The numbers of an outer step; `names` and `values` go together.
    void step(int step, List<String> names, List<Double> values) {
        if (step % every != 0) {
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            add(step, TRAIN, names.get(i), values.get(i));
        }
        steps++;
        if (steps > MOST_STEPS) {
            every *= 2;
            int apart = every;
            rows.removeIf(row -> row.phase().equals(TRAIN) && row.step() % apart != 0);
            steps /= 2;
        }
    }

    /// All that are kept, in the order they came.
    List<Metric> rows() {
        return List.copyOf(rows);
    }
}
