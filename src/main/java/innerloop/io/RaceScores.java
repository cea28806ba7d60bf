package innerloop.io;

import innerloop.experiment.Experiment;
import innerloop.task.BaselineScore;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.Race;
import innerloop.training.RaceCurve;
import innerloop.training.RaceResult;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What came out of a race, as files hold it. Scores stand under the word of their measure; one that is no number is null, and
/// an empty cell.
public final class RaceScores {

    private static final String INNER_STEP = "innerStep";
    private static final String MILLISECONDS = "milliseconds";
    private static final String BYTES = "bytes";
    private static final String LEAD = "lead";
    private static final String INTERVAL = "ci95";

    private RaceScores() {}

    /// As JSON: the curves, the goal with the steps to it, and what follows from them in a sentence.
    public static String json(RaceResult raced) {
        Experiment experiment = raced.experiment();
        Measure measure = raced.measure();
        ObjectNode top = JsonText.JSON.createObjectNode();
        top.put("name", experiment.name());
        top.put("task", experiment.task().line());
        ScoreJson.measure(top, measure);
        top.put("innerSteps", raced.ownSteps());
        top.put("steps", raced.steps());
        ObjectNode goal = top.putObject("goal").put("share", RaceResult.SHARE);
        raced.best().ifPresent(best -> goal.put("of", best.start().word()));
        ScoreJson.put(goal, "from", raced.nothing());
        ScoreJson.put(goal, measure.word(), raced.goal());
        ScoreJson.put(top, BaselineScore.FLOOR, raced.floor());
        ArrayNode curves = top.putArray("curves");
        raced.curves().forEach(curve -> put(curves.addObject(), curve, raced));
        top.put("verdict", JsonFields.word(raced.verdict()));
        top.put("sentence", raced.sentence());
        top.put("protocol", raced.protocol().text());
        return JsonText.write(top);
    }

    private static void put(ObjectNode one, RaceCurve curve, RaceResult raced) {
        one.put("start", curve.start().word());
        one.putNull("stepsToGoal");
        raced.stepsToGoal(curve.start()).ifPresent(steps -> one.put("stepsToGoal", steps));
        ArrayNode points = one.putArray("points");
        for (RaceCurve.Point point : curve.points()) {
            Score score = point.score();
            ObjectNode written =
                    points.addObject()
                            .put(INNER_STEP, point.innerStep())
                            .put(MILLISECONDS, point.milliseconds());
            ScoreJson.put(written, score.measure().word(), score.mean());
            ScoreJson.put(written, INTERVAL, score.ci95());
            written.put(BYTES, point.bytes());
            ScoreJson.put(written, LEAD, point.lead().mean());
            ScoreJson.put(written, LEAD + "Ci95", point.lead().ci95());
        }
    }

    /// As CSV: a line for every start and inner step.
    public static String csv(RaceResult raced) {
        List<List<String>> rows =
                raced.curves().stream()
                        .flatMap(curve ->
                                curve.points().stream().map(point -> row(curve.start(), point)))
                        .toList();
        return CsvTable.text(
                List.of("start", INNER_STEP, MILLISECONDS, BYTES, raced.measure().word(), INTERVAL),
                rows.size(),
                rows::get);
    }

    private static List<String> row(Race.Start start, RaceCurve.Point point) {
        return Stream.concat(
                        Stream.of(start.word()),
                        Stream.of(
                                        (double) point.innerStep(),
                                        point.milliseconds(),
                                        (double) point.bytes(),
                                        point.score().mean(),
                                        point.score().ci95())
                                .map(CsvTable::number))
                .toList();
    }
}
