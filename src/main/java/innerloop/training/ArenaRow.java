package innerloop.training;

import innerloop.phrase.Phrase;
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
/// than episodes do. A run that diverged or broke off has no score, and its pairs are left out.
///
/// @param contender whose runs they are
/// @param alone whether there is one split only
/// @param outcomes one for each split so far, in their order
public record ArenaRow(Contender contender, boolean alone, List<ArenaRun> outcomes) {

    public ArenaRow {
        outcomes = List.copyOf(outcomes);
    }

    /// Those runs that came to their end.
    public List<RunSummary> runs() {
        return outcomes.stream().flatMap(outcome -> outcome.ended().stream()).toList();
    }

    /// Why the others broke off.
    public List<Phrase> failures() {
        return outcomes.stream().flatMap(outcome -> outcome.failure().stream()).toList();
    }

    /// Whether every run so far came to its end with finite numbers.
    public boolean isSound() {
        return diverged() == 0 && failures().isEmpty();
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

    /// The gain over a baseline of this word beside the floor.
    public Optional<Gain> over(String baseline) {
        return alone
                ? differences(baseline).map(RunDifference::gain).findFirst()
                : paired(
                        scores(),
                        values(TestEpisode::floor, run -> baseline(run, baseline).score()));
    }

    /// Whether that is taken pair by pair. Single episodes of baselines were not always kept; where they are missing the two
    /// intervals are added like independent ones, and the result is rather too wide.
    public boolean isPairedWith(String baseline) {
        return !alone || differences(baseline).allMatch(RunDifference::paired);
    }

    private Stream<RunDifference> differences(String word) {
        return runs().stream()
                .filter(run -> !hasDiverged(run))
                .map(run -> RunDifference.over(run, baseline(run, word)));
    }

    private static BaselineScore baseline(RunSummary run, String word) {
        return run.baselines().stream()
                .filter(baseline -> baseline.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no baseline is called " + word));
    }

    /// How many runs diverged.
    public int diverged() {
        return (int) runs().stream().filter(ArenaRow::hasDiverged).count();
    }

    /// How long its runs took.
    public double seconds() {
        return runs().stream().mapToDouble(run -> run.provenance().seconds()).sum();
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
            return runs().stream()
                    .filter(run -> !hasDiverged(run))
                    .flatMap(run -> run.episodes().stream())
                    .mapToDouble(ofEpisode)
                    .toArray();
        }
        return outcomes.stream()
                .map(outcome -> outcome.ended().filter(run -> !hasDiverged(run)))
                .mapToDouble(run -> run.map(ofRun).map(Score::mean).orElse(Double.NaN))
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

    ArenaRow with(ArenaRun outcome) {
        return new ArenaRow(
                contender, alone, Stream.concat(outcomes.stream(), Stream.of(outcome)).toList());
    }
}
