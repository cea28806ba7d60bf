package innerloop.io;

import innerloop.task.Score;
import innerloop.training.Growth;
import innerloop.training.Growth.Point;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The scores of a learner while the graph grows, as JSON and as a table.
public final class GrowthScores {

    private static final String ADAPTED = "adapted";
    private static final String SCRATCH = "scratch";
    private static final String PATIENT = "scratchPatient";
    private static final String FLOOR = "floor";

    private GrowthScores() {}

    /// The text.
    public static String json(Growth growth) {
        ObjectNode top = JsonText.JSON.createObjectNode();
        top.put("name", growth.experiment().name());
        top.put("task", growth.experiment().task().line());
        ScoreJson.measure(top, growth.experiment().measure());
        top.put("until", growth.experiment().history().until());
        top.put("steps", growth.steps());
        List<Integer> inner = growth.innerSteps();
        if (!inner.isEmpty()) {
            top.put("innerSteps", inner.getFirst());
            top.put("innerStepsPatient", inner.getLast());
        }
        top.put("verdict", growth.verdict());
        ArrayNode points = top.putArray("points");
        for (Point point : growth.points()) {
            ObjectNode one = points.addObject();
            one.put("step", point.step()).put("time", point.time());
            one.put("nodes", point.nodes()).put("edges", point.edges());
            ScoreJson.put(one, ADAPTED, point.adapted());
            ScoreJson.put(one, SCRATCH, point.scratch());
            point.patient().ifPresent(score -> ScoreJson.put(one, PATIENT, score));
            ScoreJson.put(one, FLOOR, point.floor());
        }
        growth.left().forEach(top.putArray("withoutEpisodes")::add);
        return JsonText.write(top);
    }

    /// One line per step, scores in their own unit.
    public static String csv(Growth growth) {
        List<String> header = new ArrayList<>(List.of("step", "time", "nodes", "edges"));
        for (String score : List.of(ADAPTED, SCRATCH, PATIENT, FLOOR)) {
            header.add(score);
            header.add(score + "Ci95");
        }
        return CsvTable.text(header, growth.points().size(), i -> row(growth.points().get(i)));
    }

    private static List<String> row(Point point) {
        List<String> row =
                new ArrayList<>(
                        List.of(
                                Integer.toString(point.step()),
                                CsvTable.number(point.time()),
                                Integer.toString(point.nodes()),
                                Integer.toString(point.edges())));
        add(row, point.adapted());
        add(row, point.scratch());
        point.patient()
                .ifPresentOrElse(score -> add(row, score), () -> row.addAll(List.of("", "")));
        add(row, point.floor());
        return row;
    }

    private static void add(List<String> row, Score score) {
        row.add(CsvTable.number(score.mean()));
        row.add(CsvTable.number(score.ci95()));
    }
}
