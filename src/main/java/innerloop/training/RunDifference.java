package innerloop.training;

import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.List;
import java.util.stream.IntStream;

/// The advantage of one run over another, or over a baseline.
///
/// @param gain of the test score of the first over that of the other; its tasks are the episodes compared
/// @param paired whether both were scored on the same episodes, so that their difference is taken episode by episode;
///   otherwise the two intervals are added like independent ones, √(a² + b²)
public record RunDifference(Gain gain, boolean paired) {

    /// Whether both are scored by the same measure; others have no difference.
    public static boolean isOf(RunSummary first, RunSummary second) {
        return first.test().measure() == second.test().measure();
    }

    /// The difference of two runs of the same measure. Runs of different lengths share their first episodes.
    public static RunDifference of(RunSummary first, RunSummary second) {
        Measure measure = first.test().measure();
        int common = Math.min(first.episodes().size(), second.episodes().size());
        if (common > 0 && first.hasEpisodesOf(second)) {
            double[] differences =
                    IntStream.range(0, common)
                            .mapToDouble(i ->
                                    measure.gain(
                                            first.episodes().get(i).score(),
                                            second.episodes().get(i).score()))
                            .toArray();
            return new RunDifference(Gain.of(measure, differences), true);
        }
        return new RunDifference(Gain.between(first.test(), second.test()), false);
    }

    /// The advantage of a run over a baseline on its own episodes.
    public static RunDifference over(RunSummary run, BaselineScore baseline) {
        return over(run.test(), run.episodes(), baseline);
    }

    /// The advantage of a score over a baseline. One that is the same on every episode is subtracted from the score; one whose
    /// single episodes were not kept has an interval of its own, and both are added.
    ///
    /// @param episodes those of the score
    static RunDifference over(Score test, List<TestEpisode> episodes, BaselineScore baseline) {
        Measure measure = test.measure();
        double[] differences =
                episodes.stream()
                        .flatMapToDouble(episode ->
                                episode.baseline(baseline.word()).stream()
                                        .map(value -> measure.gain(episode.score(), value)))
                        .toArray();
        return differences.length == test.tasks() && differences.length > 0
                ? new RunDifference(Gain.of(measure, differences), true)
                : new RunDifference(
                        Gain.between(test, baseline.score()), baseline.score().isExact());
    }
}
