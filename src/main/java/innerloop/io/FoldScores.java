package innerloop.io;

import innerloop.experiment.ClassFolds;
import innerloop.experiment.ClassFolds.Fold;
import innerloop.experiment.Experiment;
import innerloop.experiment.RunRecord;
import innerloop.experiment.Score;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The scores of a cross-validation over classes as JSON: the means over folds with the intervals of the fold means,
/// then every fold.
public final class FoldScores {

    private FoldScores() {}

    /// The text.
    public static String json(Experiment experiment, List<Fold> folds) {
        ObjectNode top = JsonText.JSON.createObjectNode();
        top.put("name", experiment.name());
        top.put("task", experiment.task().line());
        mean(top, "test", folds, r -> r.test().accuracy());
        mean(top, "floor", folds, r -> r.floor().accuracy());
        mean(top, "zeroSteps", folds, r -> r.zeroSteps().accuracy());
        mean(top, "gain", folds, r -> r.gain().accuracy());
        mean(top, "labelPropagation", folds, r -> r.baselines().labelPropagation().accuracy());
        ArrayNode each = top.putArray("folds");
        for (Fold fold : folds) {
            ObjectNode one = each.addObject();
            fold.novel().forEach(one.putArray("novel")::add);
            one.put("test", fold.record().test().accuracy());
            one.put("floor", fold.record().floor().accuracy());
            one.put("zeroSteps", fold.record().zeroSteps().accuracy());
            RunFolder.leakage(one, fold.record());
            one.put("status", JsonFields.word(fold.record().status()));
        }
        return JsonText.write(top);
    }

    private static void mean(
            ObjectNode top, String name, List<Fold> folds, ToDoubleFunction<RunRecord> score) {
        Score mean = ClassFolds.mean(folds, score);
        top.putObject(name).put("accuracy", mean.accuracy()).put("ci95", mean.ci95());
    }
}
