package innerloop.lesson;

import innerloop.checks.Nearest;
import innerloop.experiment.InputException;
import innerloop.phrase.Trouble;
import innerloop.task.BaselineScore;
import innerloop.training.RunRecord;
import java.util.List;
import java.util.OptionalInt;

/// Values of a run that is over.
final class RunValues {

    private RunValues() {}

    static double of(RunRecord record, Quantity.Named named) throws InputException {
        return switch (named.word()) {
            case "score" -> record.test().mean();
            case "interval" -> record.test().ci95();
            case "floor" -> record.floor().mean();
            case "zero-steps" -> record.zeroSteps().mean();
            case "gain" -> record.gain().mean();
            case "gain-interval" -> record.gain().ci95();
            case "learned" ->
                    record.learned()
                            .orElseThrow(() ->
                                    new InputException(
                                            Trouble.of("lesson.doesNotTrain"), "run learned"))
                            .mean();
            case "baseline" -> baseline(record, Keys.required(named, "name"));
            case "metric" -> metric(record, named);
            case "steps" -> record.steps();
            case "leaks" -> record.leaks().size();
            default -> throw new IllegalArgumentException(named.word());
        };
    }

    private static double baseline(RunRecord record, String word) throws InputException {
        List<String> known = record.baselines().stream().map(BaselineScore::word).toList();
        return record.baselines().stream()
                .filter(baseline -> baseline.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new InputException(
                                Trouble.of("lesson.noBaseline", word)
                                        .withFix(Nearest.didYouMean(word, known)),
                                "name"))
                .score()
                .mean();
    }

    /// The last value of a metric up to a step.
    private static double metric(RunRecord record, Quantity.Named named) throws InputException {
        String name = Keys.required(named, "name");
        String phase = Keys.word(named, "phase", List.of("train", "validation", "test"));
        OptionalInt step = Keys.whole(named, "step");
        List<RunRecord.Metric> found =
                record.metrics().stream()
                        .filter(m ->
                                m.key().name().equals(name) && m.key().phaseWord().equals(phase))
                        .toList();
        if (found.isEmpty()) {
            List<String> known =
                    record.metrics().stream().map(m -> m.key().name()).distinct().toList();
            throw new InputException(
                    Trouble.of("lesson.noMetric", phase, name)
                            .withFix(Nearest.didYouMean(name, known)),
                    "name");
        }
        return found.reversed().stream()
                .filter(m -> m.step() <= step.orElse(Integer.MAX_VALUE))
                .findFirst()
                .orElseThrow(() ->
                        new InputException(
                                Trouble.of(
                                        "lesson.laterStep",
                                        name,
                                        Integer.toString(found.getFirst().step())),
                                "step"))
                .value();
    }
}
