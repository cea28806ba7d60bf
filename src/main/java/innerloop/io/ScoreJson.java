package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Scores in JSON: an object with the mean, under the name of its measure, and the half width of its interval.
///
///     "test": {"accuracy": 0.61, "ci95": 0.02}
///
/// A file whose scores are no accuracies says so beside them: `"measure": "rmse"`.
final class ScoreJson {

    private static final String MEASURE = "measure";
    private static final String INTERVAL = "ci95";

    private ScoreJson() {}

    /// Says what the scores in `top` are values of.
    static void measure(ObjectNode top, Measure measure) {
        if (measure != Measure.ACCURACY) {
            top.put(MEASURE, measure.word());
        }
    }

    /// Reads what [#measure(ObjectNode, Measure)] wrote.
    static Measure measure(JsonNode top, Path file) throws InputException {
        String word = top.path(MEASURE).asString(Measure.ACCURACY.word());
        return Measure.of(word).orElseThrow(() -> wrong(file, MEASURE));
    }

    /// Writes a score under a key; an exact one has no interval.
    static ObjectNode put(ObjectNode top, String key, Score score) {
        ObjectNode one = top.putObject(key).put(score.measure().word(), score.mean());
        return score.isExact() ? one : one.put(INTERVAL, score.ci95());
    }

    /// Writes a gain under a key.
    static ObjectNode put(ObjectNode top, String key, Gain gain) {
        return top.putObject(key)
                .put(gain.measure().word(), gain.mean())
                .put(INTERVAL, gain.ci95());
    }

    /// Writes all baselines but the floor, those that are exact first.
    static void putOthers(ObjectNode into, List<BaselineScore> baselines) {
        baselines.stream()
                .skip(1)
                .sorted(Comparator.comparing(baseline -> !baseline.score().isExact()))
                .forEach(baseline -> put(into, baseline.word(), baseline.score()));
    }

    /// Reads the floor and the other baselines, the exact ones last.
    static List<BaselineScore> baselines(JsonNode top, Measure measure, int tasks, Path file)
            throws InputException {
        List<BaselineScore> others = new ArrayList<>();
        JsonNode written = top.path("baselines");
        for (String word : written.propertyNames()) {
            others.add(new BaselineScore(word, read(written, word, measure, tasks, file)));
        }
        others.sort(Comparator.comparing(baseline -> baseline.score().isExact()));
        others.addFirst(
                new BaselineScore(
                        BaselineScore.FLOOR, read(top, BaselineScore.FLOOR, measure, tasks, file)));
        return others;
    }

    /// Reads a score. That of a diverged run may be no number.
    static Score read(JsonNode top, String key, Measure measure, int tasks, Path file)
            throws InputException {
        JsonNode score = top.path(key);
        if (!score.isObject()) {
            throw wrong(file, key);
        }
        double mean = score.path(measure.word()).asDouble(Double.NaN);
        return score.has(INTERVAL)
                ? new Score(measure, mean, score.path(INTERVAL).asDouble(Double.NaN), tasks)
                : Score.exact(measure, mean);
    }

    static InputException wrong(Path file, String key) {
        return new InputException(
                key + ": is missing or not what a run writes", file.toString(), "");
    }
}
