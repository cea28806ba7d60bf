package innerloop.io;

import innerloop.experiment.Experiment;
import innerloop.training.ClassFolds;
import innerloop.training.ClassFolds.Fold;
import innerloop.training.RunRecord;
import innerloop.training.Score;
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
        top.put("protocol", ClassFolds.protocol(folds));
        ArrayNode each = top.putArray("folds");
        for (Fold fold : folds) {
            ObjectNode one = each.addObject();
            fold.novel().forEach(one.putArray("novel")::add);
            one.put("test", fold.record().test().accuracy());
            one.put("floor", fold.record().floor().accuracy());
            one.put("zeroSteps", fold.record().zeroSteps().accuracy());
            one.put("protocol", fold.record().protocol());
            RunFolder.leakage(one, fold.record());
            one.put("status", JsonFields.word(fold.record().status()));
        }
        return JsonText.write(top);
    }

    /// One line per fold: its novel classes and its scores as shares.
    public static String csv(List<Fold> folds) {
        return CsvTable.text(
                List.of(
                        "novel",
                        "split",
                        "test",
                        "testCi95",
                        "floor",
                        "zeroSteps",
                        "gain",
                        "labelPropagation",
                        "status"),
                folds.size(),
                i -> row(folds.get(i)));
    }

    private static List<String> row(Fold fold) {
        RunRecord record = fold.record();
        return List.of(
                String.join(", ", fold.novel()),
                record.provenance().splitHash(),
                CsvTable.number(record.test().accuracy()),
                CsvTable.number(record.test().ci95()),
                CsvTable.number(record.floor().accuracy()),
                CsvTable.number(record.zeroSteps().accuracy()),
                CsvTable.number(record.gain().accuracy()),
                CsvTable.number(record.baselines().labelPropagation().accuracy()),
                JsonFields.word(record.status()));
    }

    private static void mean(
            ObjectNode top, String name, List<Fold> folds, ToDoubleFunction<RunRecord> score) {
        Score mean = ClassFolds.mean(folds, score);
        top.putObject(name).put("accuracy", mean.accuracy()).put("ci95", mean.ci95());
    }
}
