package innerloop.training;

import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.phrase.Phrase;
import innerloop.task.BaselineScore;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What has come out of an [Arena] so far.
///
/// @param experiment of which learners are compared
/// @param splits on which they are: that of the experiment, or folds
/// @param rows one for every contender
public record ArenaResult(Experiment experiment, List<Split> splits, List<ArenaRow> rows) {

    public ArenaResult {
        splits = List.copyOf(splits);
        rows = List.copyOf(rows);
    }

    /// A comparison before its first run.
    public static ArenaResult empty(
            Experiment experiment, List<Split> splits, List<Contender> contenders) {
        boolean alone = splits.size() == 1;
        return new ArenaResult(
                experiment,
                splits,
                contenders.stream()
                        .map(contender -> new ArenaRow(contender, alone, List.of()))
                        .toList());
    }

    /// The same with one more run of a contender.
    ArenaResult with(Contender contender, ArenaRun outcome) {
        return new ArenaResult(
                experiment,
                splits,
                rows.stream()
                        .map(row -> row.contender().equals(contender) ? row.with(outcome) : row)
                        .toList());
    }

    /// Its runs in their order: all contenders on the first split, then on the next.
    List<Arena.Heat> heats() {
        return IntStream.range(0, splits.size())
                .boxed()
                .flatMap(s -> rows.stream().map(row -> heat(row.contender(), s)))
                .toList();
    }

    private Arena.Heat heat(Contender contender, int split) {
        return new Arena.Heat(
                contender,
                isOfFolds() ? split + 1 : 0,
                contender.experiment().withSplit(splits.get(split)));
    }

    /// Whether there are several splits, so that learners are compared split by split.
    public boolean isOfFolds() {
        return splits.size() > 1;
    }

    /// The measure of all scores.
    public Measure measure() {
        return experiment.measure();
    }

    /// How many runs there will be.
    public int planned() {
        return rows.size() * splits.size();
    }

    /// How many runs have ended.
    public int ran() {
        return rows.stream().mapToInt(row -> row.outcomes().size()).sum();
    }

    /// Whether every run has ended.
    public boolean isComplete() {
        return ran() == planned();
    }

    /// The rows, the best first; those without a score last.
    public List<ArenaRow> ranked() {
        return rows.stream()
                .sorted(
                        Comparator.comparing((ArenaRow row) -> row.score().isEmpty())
                                .thenComparing(ArenaResult::best))
                .toList();
    }

    private static int best(ArenaRow one, ArenaRow other) {
        return one.score()
                .flatMap(score -> other.score().map(of -> Score.WORST_FIRST.compare(of, score)))
                .orElse(0);
    }

    /// The best of the other rows; empty if no other has a score.
    public Optional<ArenaRow> bestBeside(ArenaRow row) {
        return ranked().stream()
                .filter(other -> !other.equals(row) && other.score().isPresent())
                .findFirst();
    }

    /// What can be had without any of the learners on the same episodes, the floor first; with folds the means over them. Empty
    /// before the first run.
    public List<BaselineScore> baselines() {
        List<RunSummary> runs =
                rows.stream()
                        .map(ArenaRow::runs)
                        .max(Comparator.comparingInt(List::size))
                        .orElse(List.of());
        if (runs.isEmpty()) {
            return List.of();
        }
        return runs.getFirst().baselines().stream()
                .map(baseline ->
                        isOfFolds() && !baseline.score().isExact()
                                ? new BaselineScore(baseline.word(), mean(runs, baseline.word()))
                                : baseline)
                .toList();
    }

    private Score mean(List<RunSummary> runs, String word) {
        return Score.of(
                measure(),
                runs.stream()
                        .flatMap(run -> run.baselines().stream())
                        .filter(baseline -> baseline.word().equals(word))
                        .mapToDouble(baseline -> baseline.score().mean())
                        .toArray());
    }

    /// The best of the baselines beside the floor that have to be tried to be known, such as label propagation.
    public Optional<BaselineScore> rival() {
        return baselines().stream()
                .skip(1)
                .filter(baseline -> !baseline.score().isExact())
                .max(Comparator.comparing(BaselineScore::score, Score.WORST_FIRST));
    }

    /// What follows from it.
    public ArenaChoice choice() {
        return ArenaChoice.of(this);
    }

    /// The protocol line of the scores: that of the first run. Empty before it.
    public Phrase protocol() {
        Phrase first =
                rows.stream()
                        .flatMap(row -> row.runs().stream())
                        .map(RunSummary::protocol)
                        .findFirst()
                        .orElse(Phrase.NOTHING);
        return isOfFolds() && !first.isEmpty()
                ? Phrase.of("protocol.arena", Phrase.amount(splits.size(), "fold"), first)
                : first;
    }
}
