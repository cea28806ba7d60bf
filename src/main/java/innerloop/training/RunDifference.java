package innerloop.training;

import java.util.stream.IntStream;

/// How much better one run is than another.
///
/// @param score test accuracy of the first minus that of the second, with the 95 % interval of this difference; its
///   tasks are the episodes compared
/// @param paired whether both were scored on the same episodes, so that their difference is taken episode by episode;
///   otherwise the two intervals are added like independent ones, √(a² + b²)
public record RunDifference(Score score, boolean paired) {

    /// The difference of two runs. Runs of different lengths share their first episodes.
    public static RunDifference of(RunSummary first, RunSummary second) {
        int common = Math.min(first.episodes().size(), second.episodes().size());
        if (common > 0 && first.hasEpisodesOf(second)) {
            double[] differences =
                    IntStream.range(0, common)
                            .mapToDouble(i ->
                                    first.episodes().get(i).accuracy()
                                            - second.episodes().get(i).accuracy())
                            .toArray();
            return new RunDifference(Score.of(differences), true);
        }
        Score a = first.test();
        Score b = second.test();
        return new RunDifference(
                new Score(
                        a.accuracy() - b.accuracy(),
                        Math.hypot(a.ci95(), b.ci95()),
                        Math.min(a.tasks(), b.tasks())),
                false);
    }

    /// Whether the whole interval lies on one side of 0.
    public boolean isClear() {
        return Math.abs(score.accuracy()) > score.ci95();
    }
}
