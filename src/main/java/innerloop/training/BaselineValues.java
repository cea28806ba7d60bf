package innerloop.training;

import innerloop.episode.Episode;
import innerloop.task.Baseline;
import innerloop.task.BaselineScore;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of a task's baselines on some episodes. Several threads may fill it, each episode once.
final class BaselineValues {

    private final List<Baseline> baselines;
    private final double[][] values;

    BaselineValues(List<Baseline> baselines, int episodes) {
        this.baselines = baselines;
        this.values = new double[baselines.size()][episodes];
    }

    /// Computes all of them for the episode of this number.
    void ask(int number, Episode episode) {
        for (int b = 0; b < values.length; b++) {
            values[b][number] = baselines.get(b).of(episode);
        }
    }

    /// The floor's value on the episode of this number.
    double floor(int number) {
        return values[0][number];
    }

    /// The values of the others on this episode, by their words, without those that are the same on every episode.
    Map<String, Double> others(int number) {
        Map<String, Double> others = new HashMap<>();
        for (int b = 1; b < values.length; b++) {
            if (!baselines.get(b).isConstant()) {
                others.put(baselines.get(b).word(), values[b][number]);
            }
        }
        return others;
    }

    /// The score of each, the floor first.
    List<BaselineScore> scores(Measure measure) {
        return scores(measure, values[0].length);
    }

    /// The same over the first episodes only.
    List<BaselineScore> scores(Measure measure, int episodes) {
        List<BaselineScore> scores = new ArrayList<>();
        for (int b = 0; b < values.length; b++) {
            Baseline baseline = baselines.get(b);
            Score score =
                    baseline.isConstant()
                            ? Score.exact(measure, values[b][0])
                            : Score.of(measure, Arrays.copyOf(values[b], episodes));
            scores.add(new BaselineScore(baseline.word(), score));
        }
        return List.copyOf(scores);
    }
}
