package innerloop.io;

import innerloop.task.BaselineScore;
import innerloop.training.Metrics;
import innerloop.training.RunDifference;
import innerloop.training.RunSummary;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A comparison of runs as JSON: the settings in which they differ, then every run with its scores and its difference from
/// the first.
public final class RunComparison {

    private RunComparison() {}

    /// The letter of a run in a comparison: `A` for the first.
    public static String letter(int run) {
        return run < 26 ? String.valueOf((char) ('A' + run)) : "#" + (run + 1);
    }

    /// The text.
    public static String json(List<Path> folders, List<RunSummary> runs) {
        ObjectNode top = JsonText.JSON.createObjectNode();
        ObjectNode settings = top.putObject("settings");
        Settings.differences(runs.stream().map(RunSummary::experiment).toList())
                .forEach((key, values) -> values.forEach(settings.putArray(key)::add));
        ArrayNode all = top.putArray("runs");
        for (int i = 0; i < runs.size(); i++) {
            RunSummary run = runs.get(i);
            ObjectNode one = all.addObject();
            one.put("folder", folders.get(i).toString());
            one.put("name", run.experiment().name());
            one.put("status", JsonFields.word(run.status()));
            ScoreJson.measure(one, run.test().measure());
            ScoreJson.put(one, "test", run.test());
            ScoreJson.put(one, BaselineScore.FLOOR, run.floor());
            ScoreJson.put(one, Metrics.ZERO_STEPS, run.zeroSteps());
            if (i > 0 && RunDifference.isOf(run, runs.getFirst())) {
                RunDifference difference = RunDifference.of(run, runs.getFirst());
                ScoreJson.put(one, "difference", difference.gain())
                        .put("episodes", difference.gain().tasks())
                        .put("paired", difference.paired());
            }
            ObjectNode gains = one.putObject("overBaselines");
            run.baselines().stream()
                    .filter(baseline -> !baseline.score().isExact())
                    .forEach(baseline -> {
                        RunDifference difference = RunDifference.over(run, baseline);
                        ScoreJson.put(gains, baseline.word(), difference.gain())
                                .put("paired", difference.paired());
                    });
            one.put("protocol", run.protocol().text());
            ArrayNode leaks = one.putArray("leakage");
            run.leaks().forEach(leak -> leaks.add(leak.text()));
        }
        return JsonText.write(top);
    }
}
