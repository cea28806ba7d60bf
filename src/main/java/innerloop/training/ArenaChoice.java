package innerloop.training;

import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The learner that a comparison speaks for: the fastest of those that are clearly better than the floor and not clearly worse
/// than the best of them. Clear is what the interval of paired differences says.
///
/// @param result the comparison
/// @param verdict what can be said
/// @param suggested the learner; empty if none is worth its training, or nothing can be said
/// @param best the one with the best score, whether it beats the floor or not
public record ArenaChoice(
        ArenaResult result,
        Verdict verdict,
        Optional<ArenaRow> suggested,
        Optional<ArenaRow> best) {

    /// What can be said.
    public enum Verdict {
        /// Not all runs have ended.
        UNFINISHED,
        /// Every learner diverged or broke off on some split.
        NONE,
        /// No learner is clearly better than the floor.
        FLOOR,
        /// The best one is also the fastest of those that are as good.
        BEST,
        /// Another one is faster, and not clearly worse than the best.
        AS_GOOD
    }

    static ArenaChoice of(ArenaResult result) {
        if (!result.isComplete()) {
            return new ArenaChoice(result, Verdict.UNFINISHED, Optional.empty(), Optional.empty());
        }
        List<ArenaRow> sound = result.ranked().stream().filter(ArenaRow::isSound).toList();
        if (sound.isEmpty()) {
            return new ArenaChoice(result, Verdict.NONE, Optional.empty(), Optional.empty());
        }
        List<ArenaRow> above = sound.stream().filter(row -> isClearlyAbove(row.gain())).toList();
        if (above.isEmpty()) {
            return new ArenaChoice(
                    result, Verdict.FLOOR, Optional.empty(), Optional.of(sound.getFirst()));
        }
        ArenaRow best = above.getFirst();
        ArenaRow fastest =
                above.stream()
                        .filter(row -> row.equals(best) || !isClearlyAbove(best.over(row)))
                        .min(Comparator.comparingDouble(ArenaRow::seconds))
                        .orElse(best);
        return new ArenaChoice(
                result,
                fastest.equals(best) ? Verdict.BEST : Verdict.AS_GOOD,
                Optional.of(fastest),
                Optional.of(best));
    }

    private static boolean isClearlyAbove(Optional<Gain> gain) {
        return gain.filter(known -> known.verdict() == Gain.Verdict.ABOVE_FLOOR).isPresent();
    }

    /// The baseline that makes the learner look needless, if there is one: it is better than the floor, and the learner, or the best
    /// where none is suggested, is not clearly better than it.
    public Optional<BaselineScore> rival() {
        return result.rival()
                .filter(rival ->
                        Score.WORST_FIRST.compare(
                                        result.baselines().getFirst().score(), rival.score())
                                < 0)
                .filter(rival -> !isClearlyAbove(over(rival)) && shown().isPresent());
    }

    /// Whether [#rival] is clearly better.
    public boolean losesToRival() {
        return rival().flatMap(this::over)
                .filter(gain -> gain.verdict() == Gain.Verdict.BELOW_FLOOR)
                .isPresent();
    }

    private Optional<Gain> over(BaselineScore rival) {
        return shown().flatMap(row -> row.over(rival.word()));
    }

    private Optional<ArenaRow> shown() {
        return suggested.or(() -> best);
    }

    /// The first learner of which a run broke off.
    public Optional<ArenaRow> failed() {
        return result.rows().stream().filter(row -> !row.failures().isEmpty()).findFirst();
    }

    /// What follows in one sentence of English.
    public String sentence() {
        return switch (verdict) {
            case UNFINISHED ->
                    "%d of %d runs are done; there is no choice before the end"
                            .formatted(result.ran(), result.planned());
            case NONE ->
                    failed().map(row ->
                                    "No learner came to an end in finite numbers; %s failed: %s"
                                            .formatted(
                                                    row.contender().name(),
                                                    row.failures().getFirst()))
                            .orElse("No learner ended in finite numbers; try smaller rates");
            case FLOOR ->
                    "No learner is clearly better than the floor (%s): the best, %s, differs by %s; take the floor, which needs no training%s"
                            .formatted(
                                    result.baselines().getFirst().score().text(),
                                    name(best),
                                    gain(best),
                                    needless());
            case BEST -> "Take %s%s".formatted(praise(suggested.orElseThrow()), needless());
            case AS_GOOD ->
                    "Take %s; the best, %s, is not clearly better (%s) and takes %s%s"
                            .formatted(
                                    praise(suggested.orElseThrow()),
                                    name(best),
                                    best.orElseThrow()
                                            .over(suggested.orElseThrow())
                                            .map(Gain::text)
                                            .orElse(""),
                                    seconds(best.orElseThrow()),
                                    needless());
        };
    }

    private String praise(ArenaRow row) {
        return "%s: %s%s, %s over the floor, in %s"
                .formatted(
                        row.contender().name(),
                        row.score().map(Score::text).orElse(""),
                        verdict == Verdict.BEST && result.rows().size() > 1
                                ? ", the best of " + result.rows().size()
                                : "",
                        gain(Optional.of(row)),
                        seconds(row));
    }

    private String needless() {
        return rival().map(rival ->
                        "; %s, which is not trained, reaches %s%s"
                                .formatted(
                                        rival.spoken(),
                                        rival.score().text(),
                                        losesToRival()
                                                ? " and is clearly better"
                                                : ", and %s is not clearly better"
                                                        .formatted(name(shown()))))
                .orElse("");
    }

    private static String name(Optional<ArenaRow> row) {
        return row.map(known -> known.contender().name()).orElse("");
    }

    private static String gain(Optional<ArenaRow> row) {
        return row.flatMap(ArenaRow::gain).map(Gain::text).orElse("");
    }

    private static String seconds(ArenaRow row) {
        return String.format(Locale.ROOT, "%.1f s", row.seconds());
    }
}
