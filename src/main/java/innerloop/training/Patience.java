package innerloop.training;

import innerloop.episode.Phase;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.List;

/// Early stopping: the best validation so far, whether it is the one that counts, and whether to wait any longer for a better
/// one.
final class Patience {

    private final int steps;
    private final boolean keepsBest;
    private int bestStep;
    private double best = Double.NaN;

    /// @param steps how many outer steps to wait; 0 = for ever
    /// @param keepsBest whether the best validation counts even so
    /// @param known the metrics of a run that goes on
    Patience(int steps, boolean keepsBest, Measure measure, List<RunRecord.Metric> known) {
        this.steps = steps;
        this.keepsBest = keepsBest || steps > 0;
        MetricKey key = Metrics.score(Phase.VALIDATION, measure);
        known.stream()
                .filter(metric -> metric.key().equals(key))
                .forEach(metric -> see(metric.step(), new Score(measure, metric.value(), 0, 1)));
    }

    /// Whether the best validation counts, not the last.
    boolean keepsBest() {
        return keepsBest;
    }

    /// A validation after so many steps; of equally good ones the first counts.
    void see(int step, Score score) {
        if (Double.isNaN(best) || score.measure().gain(score.mean(), best) > 0) {
            best = score.mean();
            bestStep = step;
        }
    }

    /// Whether it has waited long enough.
    boolean isOver(int step) {
        return steps > 0 && step - bestStep >= steps;
    }

    /// The step of the best validation.
    int bestStep() {
        return bestStep;
    }
}
