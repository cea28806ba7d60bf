package innerloop.training;

import innerloop.episode.Phase;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.List;

/// Early stopping: the best validation so far, and whether to wait any longer for a better one.
final class Patience {

    private final int steps;
    private int bestStep;
    private double best = Double.NaN;

    /// @param steps how many outer steps to wait; 0 = for ever
    /// @param known the metrics of a run that goes on
    Patience(int steps, Measure measure, List<RunRecord.Metric> known) {
        this.steps = steps;
        MetricKey key = Metrics.score(Phase.VALIDATION, measure);
        known.stream()
                .filter(metric -> metric.key().equals(key))
                .forEach(metric -> see(metric.step(), new Score(measure, metric.value(), 0, 1)));
    }

    /// Whether training may end before its last step.
    boolean isLimited() {
        return steps > 0;
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
        return isLimited() && step - bestStep >= steps;
    }

    /// The step of the best validation.
    int bestStep() {
        return bestStep;
    }
}
