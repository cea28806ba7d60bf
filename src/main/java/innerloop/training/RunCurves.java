package innerloop.training;

import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.meta.MetaLearner;
import innerloop.plot.Series;
import innerloop.training.RunRecord.Metric;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The series of one run, filled while it goes. Of very many steps every other one is forgotten, again and again: the run
/// itself keeps more of them.
public final class RunCurves {

    /// Far more than a chart has pixels.
    private static final int MOST_POINTS = 20_000;

    private static final String UPDATE_RATIO = "updateRatio.layer";

    private final Experiment experiment;
    private Series lossBefore = new Series();
    private Series lossAfter = new Series();
    private Series norm = new Series();
    private final Series accuracy = new Series();
    private final Series lower = new Series();
    private final Series upper = new Series();
    private List<Series> updateRatios;
    private Series cosine = new Series();
    private final Series speed = new Series();
    private int every = 1;
    private int heard;
    private OptionalDouble floor = OptionalDouble.empty();
    private OptionalDouble zeroSteps = OptionalDouble.empty();
    private OptionalDouble labelPropagation = OptionalDouble.empty();
    private OptionalInt divergedAt = OptionalInt.empty();

    /// Empty curves of a run of this experiment.
    public RunCurves(Experiment experiment) {
        this.experiment = experiment;
        this.updateRatios =
                Stream.generate(Series::new).limit(experiment.encoder().layers().count()).toList();
    }

    /// The curves of a run that has ended.
    public static RunCurves of(RunRecord record) {
        RunCurves curves = of(record.experiment(), record.metrics(), record.speed());
        if (record.status() == RunStatus.DIVERGED) {
            curves.diverged(record.steps() + 1);
        }
        return curves;
    }

    /// The curves of a run that has ended, from its numbers. What no run writes is left out.
    ///
    /// @param speed steps per second on the way
    public static RunCurves of(Experiment experiment, List<Metric> metrics, List<Metric> speed) {
        RunCurves curves = new RunCurves(experiment);
        speed.forEach(metric -> curves.speed.append(metric.step(), metric.value()));
        for (Metric metric : metrics) {
            int step = metric.step();
            double value = metric.value();
            switch (metric.phase()) {
                case "train" -> curves.training(metric.name(), step, value);
                case "validation" -> curves.validation(metric.name(), step, value);
                default -> {}
            }
        }
        curves.thin();
        return curves;
    }

    private void training(String name, int step, double value) {
        switch (name) {
            case "queryLossBefore" -> lossBefore.append(step, value);
            case "queryLossAfter" -> lossAfter.append(step, value);
            case "metaGradientNorm" -> norm.append(step, value);
            case "cosine" -> cosine.append(step, value);
            default -> {
                for (int layer = 0; layer < updateRatios.size(); layer++) {
                    if (name.equals(UPDATE_RATIO + (layer + 1))) {
                        ratio(layer, step, value);
                    }
                }
            }
        }
    }

    private void validation(String name, int step, double value) {
        switch (name) {
            case "accuracy" -> accuracy.append(step, value);
            case "ci95" -> {
                if (!accuracy.isEmpty()) {
                    double mean = accuracy.value(accuracy.size() - 1);
                    lower.append(step, mean - value);
                    upper.append(step, mean + value);
                }
            }
            case "floor" -> floor = OptionalDouble.of(value);
            case "zeroSteps" -> zeroSteps = OptionalDouble.of(value);
            case "labelPropagation" -> labelPropagation = OptionalDouble.of(value);
            default -> {}
        }
    }

    private void ratio(int layer, int step, double ratio) {
        if (ratio > 0 && layer < updateRatios.size()) {
            updateRatios.get(layer).append(step, Math.log10(ratio));
        }
    }

    public void step(TrainingEvent.StepFinished done) {
        heard++;
        if (heard % every != 0) {
            return;
        }
        int step = done.step();
        lossBefore.append(step, done.queryLossBefore());
        lossAfter.append(step, done.queryLossAfter());
        norm.append(step, done.metaGradientNorm());
        for (int layer = 0; layer < done.updateRatios().size(); layer++) {
            ratio(layer, step, done.updateRatios().get(layer));
        }
        done.cosine().ifPresent(value -> cosine.append(step, value));
        thin();
    }

    private void thin() {
        while (lossAfter.size() > MOST_POINTS) {
            lossBefore = lossBefore.everyOther();
            lossAfter = lossAfter.everyOther();
            norm = norm.everyOther();
            updateRatios = updateRatios.stream().map(Series::everyOther).toList();
            cosine = cosine.everyOther();
            every *= 2;
        }
    }

    public void paced(TrainingEvent.Paced paced) {
        speed.append(paced.step(), paced.stepsPerSecond());
    }

    public void score(double step, Score score) {
        accuracy.append(step, score.accuracy());
        lower.append(step, score.accuracy() - score.ci95());
        upper.append(step, score.accuracy() + score.ci95());
    }

    public void baselines(TrainingEvent.Started started) {
        floor = OptionalDouble.of(started.floor().accuracy());
        zeroSteps = OptionalDouble.of(started.zeroSteps().accuracy());
        labelPropagation = OptionalDouble.of(started.baselines().labelPropagation().accuracy());
    }

    public void diverged(int step) {
        divergedAt = OptionalInt.of(step);
    }

    /// What learns; it decides what the numbers mean.
    public MetaLearner learner() {
        return experiment.learner();
    }

    /// Length of the run; 0 if its learner does not train.
    public int steps() {
        return learner().trains() ? experiment.budget().steps() : 0;
    }

    /// Whether validation uses classes that training does not see; otherwise it shows base classes.
    public boolean novelToTraining() {
        return !experiment.split().lanes().validation().isEmpty();
    }

    /// What the lanes of its split hold.
    public Split.Kind splitKind() {
        return experiment.split().kind();
    }

    /// The settings it was made with.
    public Experiment experiment() {
        return experiment;
    }

    /// Query loss at θ, before adaptation; the same as [#lossAfter] for learners that do not adapt.
    public Series lossBefore() {
        return lossBefore;
    }

    /// Loss after the inner loop: of the query sets, or of batches when pre-training.
    public Series lossAfter() {
        return lossAfter;
    }

    /// Norm of the outer direction.
    public Series norm() {
        return norm;
    }

    /// How far an outer step moves each layer of the encoder, as log₁₀ of ‖Δθ‖ / ‖θ‖, first layer first. A step at which a
    /// layer is all zero has no such number.
    public List<Series> updateRatios() {
        return updateRatios;
    }

    /// Cosine between the second- and the first-order meta-gradient; empty for learners without both.
    public Series cosine() {
        return cosine;
    }

    /// Outer steps per second of training, validation and pauses left out.
    public Series speed() {
        return speed;
    }

    /// Validation accuracy.
    public Series accuracy() {
        return accuracy;
    }

    /// Lower end of its 95 % interval.
    public Series lower() {
        return lower;
    }

    /// Upper end of its 95 % interval.
    public Series upper() {
        return upper;
    }

    /// Floor on the validation episodes.
    public OptionalDouble floor() {
        return floor;
    }

    /// Accuracy from the untrained θ.
    public OptionalDouble zeroSteps() {
        return zeroSteps;
    }

    /// Accuracy of label propagation on the validation episodes.
    public OptionalDouble labelPropagation() {
        return labelPropagation;
    }

    /// The step at which numbers stopped being finite.
    public OptionalInt divergedAt() {
        return divergedAt;
    }
}
