package innerloop.training;

import innerloop.task.Gain;
import innerloop.task.Measure;
import java.util.stream.IntStream;

/// The advantage of one run over another.
///
/// @param gain of the test score of the first over that of the second; its tasks are the episodes compared
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
}
