package innerloop.app;

import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.RunRecord;
import java.util.List;
import java.util.function.Function;

/// Scores in the words of the window.
public final class ScoreTexts {

    private static final String NAME = "baseline.";

    private ScoreTexts() {}

    /// The name of the measure in a sentence.
    public static String name(Measure measure) {
        return Messages.get("measure." + measure);
    }

    /// A gain with its sign, interval and unit, for example `+2.1 ± 1.7 points`.
    public static String gain(Gain gain) {
        return points(gain, gain.number());
    }

    /// The verdict on a gain over the floor.
    public static String verdict(Gain gain) {
        return switch (gain.verdict()) {
            case ABOVE_FLOOR ->
                    Messages.get(
                            gain.measure().higherIsBetter() ? "run.above" : "run.better",
                            points(gain, gain.size()));
            case AT_FLOOR -> Messages.get("run.at", gain(gain));
            case BELOW_FLOOR ->
                    Messages.get(
                            gain.measure().higherIsBetter() ? "run.below" : "run.worse",
                            points(gain, gain.size()));
            case UNKNOWN -> Messages.get("run.one", gain(gain));
        };
    }

    /// The verdict on a run: that on its gain, and which other baseline does as well.
    public static String verdict(RunRecord record) {
        String overFloor = verdict(record.gain());
        return record.unbeaten()
                .map(best ->
                        Messages.get(
                                record.isClearlyBelow(best) ? "run.beaten" : "run.unbeaten",
                                overFloor,
                                named(best.word(), best.score().meanText())))
                .orElse(overFloor);
    }

    private static String points(Gain gain, String number) {
        return gain.measure().isShare() ? Messages.get("measure.points", number) : number;
    }

    /// The text in a column whose title says percent: values of other measures name their measure.
    ///
    /// @param number the value as it is written without a unit
    public static String cell(Measure measure, String number) {
        return measure.isShare() ? number : number + " " + name(measure);
    }

    /// Baselines in one enumeration, for example `floor 65.5, guessing 50.0`.
    ///
    /// @param value what is said of each
    public static String enumerated(List<BaselineScore> baselines, Function<Score, String> value) {
        return baselines.stream()
                .map(b -> named(b.word(), value.apply(b.score())))
                .reduce((before, next) -> Messages.get("baseline.and", before, next))
                .orElse("");
    }

    private static String named(String word, String value) {
        String key = NAME + word;
        return Messages.has(key) ? Messages.get(key, value) : word + " " + value;
    }
}
