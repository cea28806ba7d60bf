package innerloop.io;

import innerloop.experiment.Experiment;
import innerloop.task.BaselineScore;
import innerloop.training.ClassFolds;
import innerloop.training.ClassFolds.Fold;
import innerloop.training.Metrics;
import innerloop.training.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The scores of a cross-validation over classes as JSON: the means over folds with the intervals of the fold means,
/// then every fold.
public final class FoldScores {

    private static final String TEST = "test";
    private static final String GAIN = "gain";

    private FoldScores() {}

    /// The text.
    public static String json(Experiment experiment, List<Fold> folds) {
        ObjectNode top = JsonText.JSON.createObjectNode();
        top.put("name", experiment.name());
        top.put("task", experiment.task().line());
        RunRecord any = folds.getFirst().record();
        ScoreJson.measure(top, any.test().measure());
        ScoreJson.put(top, TEST, ClassFolds.mean(folds, RunRecord::test));
        ScoreJson.put(top, BaselineScore.FLOOR, ClassFolds.mean(folds, RunRecord::floor));
        ScoreJson.put(top, Metrics.ZERO_STEPS, ClassFolds.mean(folds, RunRecord::zeroSteps));
        ScoreJson.put(top, GAIN, ClassFolds.gain(folds));
        measured(any)
                .forEach(b ->
                        ScoreJson.put(
                                top,
                                any.baselines().get(b).word(),
                                ClassFolds.mean(folds, r -> r.baselines().get(b).score())));
        top.put("protocol", ClassFolds.protocol(folds).text());
        ArrayNode each = top.putArray("folds");
        for (Fold fold : folds) {
            ObjectNode one = each.addObject();
            fold.novel().forEach(one.putArray("novel")::add);
            one.put(TEST, fold.record().test().mean());
            one.put(BaselineScore.FLOOR, fold.record().floor().mean());
            one.put(Metrics.ZERO_STEPS, fold.record().zeroSteps().mean());
            one.put("protocol", fold.record().protocol().text());
            RunFolder.leakage(one, fold.record());
            one.put("status", JsonFields.word(fold.record().status()));
        }
        return JsonText.write(top);
    }

    /// One line per fold: its novel classes and its scores as shares.
    public static String csv(List<Fold> folds) {
        List<String> header =
                new ArrayList<>(
                        List.of(
                                "novel",
                                "split",
                                TEST,
                                "testCi95",
                                BaselineScore.FLOOR,
                                Metrics.ZERO_STEPS,
                                GAIN));
        RunRecord any = folds.getFirst().record();
        measured(any).mapToObj(b -> any.baselines().get(b).word()).forEach(header::add);
        header.add("status");
        return CsvTable.text(header, folds.size(), i -> row(folds.get(i)));
    }

    private static List<String> row(Fold fold) {
        RunRecord record = fold.record();
        List<String> row =
                new ArrayList<>(
                        List.of(String.join(", ", fold.novel()), record.provenance().splitHash()));
        DoubleStream.concat(
                        DoubleStream.of(
                                record.test().mean(),
                                record.test().ci95(),
                                record.floor().mean(),
                                record.zeroSteps().mean(),
                                record.gain().mean()),
                        measured(record).mapToDouble(b -> record.baselines().get(b).score().mean()))
                .mapToObj(CsvTable::number)
                .forEach(row::add);
        row.add(JsonFields.word(record.status()));
        return row;
    }

    /// The numbers of the baselines that differ from fold to fold, without the floor.
    private static IntStream measured(RunRecord record) {
        return IntStream.range(1, record.baselines().size())
                .filter(b -> !record.baselines().get(b).score().isExact());
    }
}
