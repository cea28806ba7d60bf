package innerloop.app.arena;

import innerloop.app.Messages;
import innerloop.app.PretrainingName;
import innerloop.app.ScoreTexts;
import innerloop.experiment.kinds.Kinds;
import innerloop.task.BaselineScore;
import innerloop.task.Score;
import innerloop.training.ArenaChoice;
import innerloop.training.ArenaResult;
import innerloop.training.ArenaRow;
import innerloop.training.Contender;
import java.util.List;
import java.util.Optional;

/// The sentences and cells in which the window tells the result of an arena.
final class ArenaTexts {

    private ArenaTexts() {}

    /// The name of a learner, with what its encoder is pre-trained by.
    static String name(Contender contender) {
        String learner =
                Messages.get(
                        "option.learner.kind." + Kinds.of(contender.experiment().learner()).word());
        return Kinds.PRETRAINING.isLeftOut(contender.experiment())
                ? learner
                : Messages.get(
                        "arena.pretrained", learner, PretrainingName.of(contender.experiment()));
    }

    /// The name of the learner of a row, and why it failed, if it did.
    static String learner(ArenaRow row) {
        return name(row.contender())
                + row.failures().stream()
                        .findFirst()
                        .map(reason -> Messages.get("arena.failed", Messages.of(reason)))
                        .orElse("");
    }

    /// The same as [ArenaChoice#sentence].
    static String sentence(ArenaResult result) {
        ArenaChoice choice = result.choice();
        Optional<ArenaRow> suggested = choice.suggested();
        Optional<ArenaRow> best = choice.best();
        String said =
                switch (choice.verdict()) {
                    case UNFINISHED ->
                            Messages.get("arena.choice.UNFINISHED", result.ran(), result.planned());
                    case NONE ->
                            choice.failed()
                                    .map(row ->
                                            Messages.get(
                                                    "arena.choice.FAILED",
                                                    name(row.contender()),
                                                    Messages.of(row.failures().getFirst())))
                                    .orElseGet(() -> Messages.get("arena.choice.NONE"));
                    case FLOOR ->
                            Messages.get(
                                    "arena.choice.FLOOR",
                                    result.baselines().getFirst().score().text(),
                                    name(best),
                                    gain(best));
                    case BEST ->
                            Messages.get(
                                    "arena.choice.BEST",
                                    name(suggested),
                                    score(suggested),
                                    gain(suggested),
                                    seconds(suggested));
                    case AS_GOOD ->
                            Messages.get(
                                    "arena.choice.AS_GOOD",
                                    name(suggested),
                                    score(suggested),
                                    gain(suggested),
                                    seconds(suggested),
                                    name(best),
                                    best.flatMap(row -> row.over(suggested.orElseThrow()))
                                            .map(ScoreTexts::gain)
                                            .orElse(""),
                                    seconds(best));
                };
        return choice.rival()
                .map(rival ->
                        said
                                + " "
                                + Messages.get(
                                        choice.losesToRival() ? "arena.beaten" : "arena.needless",
                                        baseline(rival),
                                        name(suggested.or(() -> best))))
                .orElse(said);
    }

    private static String baseline(BaselineScore baseline) {
        return ScoreTexts.enumerated(List.of(baseline), Score::text);
    }

    private static String name(Optional<ArenaRow> row) {
        return row.map(known -> name(known.contender())).orElse("");
    }

    private static String score(Optional<ArenaRow> row) {
        return row.flatMap(ArenaRow::score).map(Score::text).orElse("");
    }

    private static String gain(Optional<ArenaRow> row) {
        return row.flatMap(ArenaRow::gain).map(ScoreTexts::gain).orElse("");
    }

    private static String seconds(Optional<ArenaRow> row) {
        return row.map(known -> Messages.get("arena.took", known.seconds())).orElse("");
    }
}
