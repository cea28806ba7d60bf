package innerloop.cli;

import innerloop.experiment.Experiment;
import innerloop.graph.Amount;
import innerloop.leakage.Leakage;
import innerloop.phrase.OneLine;
import innerloop.task.BaselineScore;
import innerloop.training.OtherScores;
import innerloop.training.RunRecord;
import innerloop.training.RunStatus;
import innerloop.training.TrainingEvent;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A run in words, for a terminal.
final class RunReport {

    private static final int EPOCHS_REPORTED = 25;

    private RunReport() {}

    /// Prints what the trainer says, as far as a person waits for it.
    static void report(TrainingEvent event, Experiment experiment, PrintWriter progress) {
        switch (event) {
            case TrainingEvent.Started started -> {
                started.leaks().stream()
                        // The notes have named these.
                        .filter(leak -> leak.kind() != Leakage.Kind.SHARED_CLASS)
                        .forEach(leak -> progress.printf("leakage: %s%n", leak.sentence()));
                progress.printf(
                        Locale.ROOT,
                        "%s: validation %s, zero steps %s%n",
                        experiment.name(),
                        started.baselines().stream()
                                .filter(b -> !b.score().isExact())
                                .map(b -> b.spoken() + " " + b.score().text())
                                .collect(Collectors.joining(", ")),
                        started.zeroSteps().text());
            }
            case TrainingEvent.Evaluated evaluated -> {
                if (evaluated.step() > 0) {
                    progress.printf(
                            Locale.ROOT,
                            "step %d / %d: validation %s%n",
                            evaluated.step(),
                            experiment.budget().steps(),
                            evaluated.validation().text());
                }
            }
            case TrainingEvent.Diverged diverged ->
                    progress.printf(
                            Locale.ROOT,
                            "diverged at step %d: %s%n",
                            diverged.step(),
                            diverged.reason());
            case TrainingEvent.Resumed resumed ->
                    progress.printf(Locale.ROOT, "goes on after step %d%n", resumed.step());
            case TrainingEvent.Testing testing ->
                    progress.printf("testing on %s%n", Amount.of(testing.tasks(), "episode"));
            case TrainingEvent.Pretrained done -> {
                if (done.epoch() == done.epochs() || done.epoch() % EPOCHS_REPORTED == 0) {
                    progress.printf(
                            Locale.ROOT,
                            "pre-training %d / %d: loss %.2f%n",
                            done.epoch(),
                            done.epochs(),
                            done.loss());
                }
            }
            case TrainingEvent.StepFinished _,
                    TrainingEvent.Moved _,
                    TrainingEvent.Paced _,
                    TrainingEvent.Saved _,
                    TrainingEvent.Tested _,
                    TrainingEvent.Finished _,
                    TrainingEvent.Abandoned _,
                    TrainingEvent.Failed _ -> {}
        }
        progress.flush();
    }

    /// The score in words.
    static String sentence(RunRecord record) {
        String status =
                record.status() == RunStatus.FINISHED
                        ? ""
                        : " (" + record.status().name().toLowerCase(Locale.ROOT) + ")";
        // A learner that does not train has the same score without training.
        String zeroSteps =
                record.experiment().learner().trains()
                        ? ", zero steps " + record.zeroSteps().text()
                        : "";
        return String.format(
                Locale.ROOT,
                "%s: %s %s, floor %s%s%s%n%s%n%s%n%s%n%.1f steps/s, parameters %s",
                OneLine.escaped(record.experiment().name()),
                record.test().measure().named("test"),
                record.test().text(),
                record.floor().text(),
                zeroSteps,
                status,
                record.gain().sentence() + unbeaten(record) + learned(record) + settings(record),
                baselines(record.baselines()) + others(record),
                OneLine.escaped(record.protocol().text()),
                record.stepsPerSecond(),
                record.provenance().parametersSha256().substring(0, 12));
    }

    /// What training added to the same learner without training.
    private static String learned(RunRecord record) {
        return record.learned()
                .map(gain ->
                        "%n%s added %s on the same episodes"
                                .formatted(
                                        record.startsLabelFree()
                                                ? "the labels of the base classes"
                                                : "training",
                                        gain.text()))
                .orElse("");
    }

    /// What was learned that means the same for every graph.
    private static String settings(RunRecord record) {
        Map<String, Double> learned =
                record.experiment().learner().learnedSettings(record.parameters());
        return learned.isEmpty() || record.status() == RunStatus.DIVERGED
                ? ""
                : learned.entrySet().stream()
                        .map(e ->
                                String.format(
                                        Locale.ROOT, "learner.%s=%.4g", e.getKey(), e.getValue()))
                        .collect(Collectors.joining(" ", "%nlearned: ".formatted(), ""));
    }

    /// What does as well without training, if anything but the floor does.
    private static String unbeaten(RunRecord record) {
        return record.unbeaten()
                .map(best ->
                        "; %s than %s (%s)"
                                .formatted(
                                        record.isClearlyBelow(best)
                                                ? "clearly worse"
                                                : "not clearly better",
                                        best.spoken(),
                                        best.score().text()))
                .orElse("");
    }

    private static String baselines(List<BaselineScore> baselines) {
        return "on the same episodes: "
                + baselines.stream()
                        .skip(1)
                        .map(b -> title(b) + " " + b.score().text())
                        .collect(Collectors.joining(", "));
    }

    /// The other measures of the task, one in a line.
    private static String others(RunRecord record) {
        return OtherScores.of(record).stream()
                .map(other ->
                        "%n%s %s, floor %s"
                                .formatted(
                                        other.score().measure().symbol(),
                                        other.score().text(),
                                        other.floor().text()))
                .collect(Collectors.joining());
    }

    private static String title(BaselineScore baseline) {
        return switch (baseline.word()) {
            case BaselineScore.LABEL_PROPAGATION ->
                    baseline.spoken() + " (edges, no features, no training)";
            case BaselineScore.SMOOTHED_RIDGE -> "ridge on features smoothed over 7 hops";
            case BaselineScore.MAJORITY -> "always naming the same class";
            default -> baseline.spoken();
        };
    }
}
