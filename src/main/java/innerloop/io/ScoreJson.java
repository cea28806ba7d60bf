package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.phrase.Trouble;
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
/// A score without an interval, of one episode or known without trying, has the mean alone; a number that is not finite is null.
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

    /// Writes a score under a key.
    static ObjectNode put(ObjectNode top, String key, Score score) {
        ObjectNode one = top.putObject(key);
        put(one, score.measure().word(), score.mean());
        if (score.hasInterval()) {
            put(one, INTERVAL, score.ci95());
        }
        return one;
    }

    /// Writes a gain under a key.
    static ObjectNode put(ObjectNode top, String key, Gain gain) {
        return put(top, key, new Score(gain.measure(), gain.mean(), gain.ci95(), gain.tasks()));
    }

    /// Writes a number under a key; null if it is not finite.
    static void put(ObjectNode into, String key, double value) {
        if (Double.isFinite(value)) {
            into.put(key, value);
        } else {
            into.putNull(key);
        }
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
        if (tasks == 1) {
            return new Score(measure, mean, Double.NaN, tasks);
        }
        return score.has(INTERVAL)
                ? new Score(measure, mean, score.path(INTERVAL).asDouble(Double.NaN), tasks)
                : Score.exact(measure, mean);
    }

    static InputException wrong(Path file, String key) {
        return new InputException(Trouble.of("run.noScore", key), file.toString());
    }
}
