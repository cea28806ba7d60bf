package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Score;
import innerloop.training.ArenaChoice;
import innerloop.training.ArenaResult;
import innerloop.training.ArenaRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A comparison of learners as files hold it: its rows, the best first, what can be had without training, and the suggested
/// choice with its sentence.
public final class ArenaScores {

    private static final String OF = "of";

    private ArenaScores() {}

    /// The text.
    public static String json(ArenaResult result) {
        ObjectNode top = JsonText.JSON.createObjectNode();
        top.put("name", result.experiment().name());
        top.put("task", result.experiment().task().line());
        ScoreJson.measure(top, result.measure());
        top.put("pairs", result.isOfFolds() ? "folds" : "episodes");
        top.put("folds", result.isOfFolds() ? result.splits().size() : 0);
        ArrayNode rows = top.putArray("rows");
        result.ranked().forEach(row -> put(rows.addObject(), row, result));
        List<BaselineScore> baselines = result.baselines();
        if (!baselines.isEmpty()) {
            BaselineScore floor = baselines.getFirst();
            ScoreJson.put(top, floor.word(), floor.score());
            ScoreJson.putOthers(top.putObject("baselines"), baselines);
        }
        ArenaChoice choice = result.choice();
        top.put("verdict", JsonFields.word(choice.verdict()));
        top.putNull("suggestion");
        choice.suggested().ifPresent(row -> top.put("suggestion", row.contender().name()));
        top.put("sentence", choice.sentence());
        top.put("protocol", result.protocol().text());
        return JsonText.write(top);
    }

    /// As CSV: a line for every learner; a cell is empty where nothing is known.
    public static String csv(ArenaResult result) {
        List<ArenaRow> rows = result.ranked();
        return CsvTable.text(
                List.of(
                        "learner",
                        "test",
                        "testCi95",
                        "gain",
                        "gainCi95",
                        "overBestOther",
                        "overBestOtherCi95",
                        "seconds",
                        "runs",
                        "diverged",
                        "failure"),
                rows.size(),
                i -> cells(rows.get(i), result));
    }

    private static List<String> cells(ArenaRow row, ArenaResult result) {
        List<String> cells = new ArrayList<>(List.of(row.contender().name()));
        DoubleStream.of(
                        row.score().map(Score::mean).orElse(Double.NaN),
                        row.score().map(Score::ci95).orElse(Double.NaN),
                        row.gain().map(Gain::mean).orElse(Double.NaN),
                        row.gain().map(Gain::ci95).orElse(Double.NaN),
                        overBestOther(row, result).map(Gain::mean).orElse(Double.NaN),
                        overBestOther(row, result).map(Gain::ci95).orElse(Double.NaN),
                        row.seconds(),
                        row.runs().size(),
                        row.diverged())
                .mapToObj(CsvTable::number)
                .forEach(cells::add);
        cells.add(row.failures().stream().findFirst().map(Phrase::text).orElse(""));
        return cells;
    }

    private static Optional<Gain> overBestOther(ArenaRow row, ArenaResult result) {
        return result.bestBeside(row).flatMap(row::over);
    }

    private static void put(ObjectNode one, ArenaRow row, ArenaResult result) {
        one.put("learner", row.contender().name());
        row.score().ifPresent(score -> ScoreJson.put(one, "test", score));
        row.gain()
                .ifPresent(gain ->
                        ScoreJson.put(one, "gain", gain)
                                .put("verdict", JsonFields.word(gain.verdict())));
        result.bestBeside(row)
                .ifPresent(other ->
                        row.over(other)
                                .ifPresent(gain ->
                                        ScoreJson.put(one, "overBestOther", gain)
                                                .put(OF, other.contender().name())));
        result.rival()
                .ifPresent(rival ->
                        row.over(rival.word())
                                .ifPresent(gain ->
                                        ScoreJson.put(one, "overBaseline", gain)
                                                .put(OF, rival.word())
                                                .put("paired", row.isPairedWith(rival.word()))));
        one.put("seconds", row.seconds());
        one.put("runs", row.runs().size());
        one.put("diverged", row.diverged());
        ArrayNode failures = one.putArray("failures");
        row.failures().forEach(failure -> failures.add(failure.text()));
        ArrayNode protocols = one.putArray("protocols");
        row.runs().stream().map(run -> run.protocol().text()).forEach(protocols::add);
    }
}
