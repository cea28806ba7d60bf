package innerloop.training;

import innerloop.training.RunRecord.Metric;
import java.util.ArrayList;
import java.util.List;

/// The speeds of a run, which do not follow from its settings.
final class SpeedLog {

    private final List<Metric> all;

    /// How many of them [#part] has given.
    private int given;

    /// Goes on from these.
    SpeedLog(List<Metric> before) {
        all = new ArrayList<>(before);
        given = all.size();
    }

    /// Adds the speed up to a step.
    void add(int step, double stepsPerSecond) {
        all.add(new Metric(step, Metrics.STEPS_PER_SECOND, stepsPerSecond));
    }

    /// Those since the last part.
    List<Metric> part() {
        List<Metric> part = List.copyOf(all.subList(given, all.size()));
        given = all.size();
        return part;
    }

    /// All of them.
    List<Metric> all() {
        return List.copyOf(all);
    }
}
