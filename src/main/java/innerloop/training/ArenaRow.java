package innerloop.training;

import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One learner of a comparison with its runs.
///
/// It is compared with others pair by pair: on one split episode by episode, on several split by split, since splits differ more
/// than episodes do. A run that diverged has no score, and its pairs are left out.
///
/// @param contender whose runs they are
/// @param alone whether there is one split only
/// @param runs one for each split so far, in their order
public record ArenaRow(Contender contender, boolean alone, List<RunSummary> runs) {

    public ArenaRow {
        runs = List.copyOf(runs);
    }

    /// Its score, with the interval of the episodes or of the splits' means; empty if there is none yet.
    public Optional<Score> score() {
        double[] finite = Arrays.stream(scores()).filter(Double::isFinite).toArray();
        return finite.length == 0 ? Optional.empty() : Optional.of(Score.of(measure(), finite));
    }

    /// The gain over the floor.
    public Optional<Gain> gain() {
        return paired(scores(), values(TestEpisode::floor, RunSummary::floor));
    }

    /// The gain over another learner.
    public Optional<Gain> over(ArenaRow that) {
        return paired(scores(), that.scores());
    }

    /// The gain over a baseline of this word beside the floor. On one split its values of single episodes are not known, so there
    /// the two intervals are added like independent ones, and the result is rather too wide.
    public Optional<Gain> over(String baseline) {
        if (alone) {
            return score().map(score -> Gain.between(score, baseline(runs.getFirst(), baseline)));
        }
        return paired(scores(), values(TestEpisode::floor, run -> baseline(run, baseline)));
    }

    private static Score baseline(RunSummary run, String word) {
        return run.baselines().stream()
                .filter(baseline -> baseline.word().equals(word))
                .map(BaselineScore::score)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no baseline is called " + word));
    }

    /// How many runs diverged.
    public int diverged() {
        return (int) runs.stream().filter(ArenaRow::hasDiverged).count();
    }

    /// How long its runs took.
    public double seconds() {
        return runs.stream().mapToDouble(run -> run.provenance().seconds()).sum();
    }

    private Measure measure() {
        return contender.experiment().measure();
    }

    private double[] scores() {
        return values(TestEpisode::score, RunSummary::test);
    }

    /// One value for every pair; not a number where there is none.
    private double[] values(
            ToDoubleFunction<TestEpisode> ofEpisode, Function<RunSummary, Score> ofRun) {
        if (alone) {
            return runs.stream()
                    .filter(run -> !hasDiverged(run))
                    .flatMap(run -> run.episodes().stream())
                    .mapToDouble(ofEpisode)
                    .toArray();
        }
        return runs.stream()
                .mapToDouble(run -> hasDiverged(run) ? Double.NaN : ofRun.apply(run).mean())
                .toArray();
    }

    private static boolean hasDiverged(RunSummary run) {
        return run.status() == RunStatus.DIVERGED;
    }

    private Optional<Gain> paired(double[] values, double[] references) {
        double[] gains =
                IntStream.range(0, Math.min(values.length, references.length))
                        .mapToDouble(i -> measure().gain(values[i], references[i]))
                        .filter(Double::isFinite)
                        .toArray();
        return gains.length == 0 ? Optional.empty() : Optional.of(Gain.of(measure(), gains));
    }

    ArenaRow with(RunSummary run) {
        return new ArenaRow(
                contender, alone, Stream.concat(runs.stream(), Stream.of(run)).toList());
    }
}
