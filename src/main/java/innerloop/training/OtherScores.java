package innerloop.training;

import innerloop.episode.Episode;
import innerloop.episode.Phase;
import innerloop.math.Matrix;
import innerloop.nn.Answers;
import innerloop.task.BaselineScore;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The values of a task's other measures on the test episodes ([Task#otherMeasures]), those of the floor beside them. Several
/// threads may fill it, each episode once. They are recorded as metrics of the run.
public final class OtherScores {

    private final List<Task> tasks;
    private final List<BaselineValues> floors = new ArrayList<>();
    private final double[][] values;

    OtherScores(ExperimentSetup setup, int episodes) {
        this.tasks = setup.experiment().task().otherMeasures();
        this.values = new double[tasks.size()][episodes];
        for (Task task : tasks) {
            floors.add(new BaselineValues(List.of(setup.seen(Phase.TEST).floorOf(task)), episodes));
        }
    }

    /// Computes all of them for the episode of this number.
    void ask(int number, Episode episode, Answers right, Matrix scores) {
        for (int t = 0; t < values.length; t++) {
            values[t][number] = tasks.get(t).value(right, scores);
            floors.get(t).ask(number, episode);
        }
    }

    /// The means over the first episodes, by the names of metrics; without a measure that is undefined in any of them, as R² is
    /// where all numbers are equal.
    SequencedMap<MetricKey, Double> means(int episodes) {
        SequencedMap<MetricKey, Double> means = new LinkedHashMap<>();
        for (int t = 0; t < values.length; t++) {
            Measure measure = tasks.get(t).measure();
            double mean = Score.of(measure, Arrays.copyOf(values[t], episodes)).mean();
            if (Double.isFinite(mean)) {
                means.put(Metrics.score(Phase.TEST, measure), mean);
                means.put(
                        floor(measure),
                        floors.get(t).scores(measure, episodes).getFirst().score().mean());
            }
        }
        return means;
    }

    private static MetricKey floor(Measure measure) {
        return Metrics.reference(Phase.TEST, BaselineScore.FLOOR + "." + measure.word());
    }

    /// A measure beside that of the score.
    ///
    /// @param score what was learned
    /// @param floor what can be had without
    public record Other(Score score, Score floor) {}

    /// Those that a run has recorded.
    public static List<Other> of(RunRecord record) {
        List<Other> others = new ArrayList<>();
        for (Task task : record.experiment().task().otherMeasures()) {
            Measure measure = task.measure();
            Optional<Score> score = recorded(record, Metrics.score(Phase.TEST, measure), measure);
            Optional<Score> floor = recorded(record, floor(measure), measure);
            if (score.isPresent() && floor.isPresent()) {
                others.add(new Other(score.get(), floor.get()));
            }
        }
        return List.copyOf(others);
    }

    private static Optional<Score> recorded(RunRecord record, MetricKey key, Measure measure) {
        return record.metrics().stream()
                .filter(metric -> metric.key().equals(key))
                .map(metric -> Score.exact(measure, metric.value()))
                .reduce((_, last) -> last);
    }
}
