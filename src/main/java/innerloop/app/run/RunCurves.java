package innerloop.app.run;

import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.RunRecord.Metric;
import innerloop.experiment.Score;
import innerloop.experiment.TrainingEvent;
import innerloop.meta.MetaLearner;
import innerloop.plot.Series;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The series of one run, filled while it goes.
public final class RunCurves {

    private final Experiment experiment;
    private final Series lossBefore = new Series();
    private final Series lossAfter = new Series();
    private final Series norm = new Series();
    private final Series accuracy = new Series();
    private final Series lower = new Series();
    private final Series upper = new Series();
    private final List<Series> updateRatios;
    private final Series cosine = new Series();
    private final Series speed = new Series();
    private OptionalDouble floor = OptionalDouble.empty();
    private OptionalDouble zeroSteps = OptionalDouble.empty();
    private OptionalDouble labelPropagation = OptionalDouble.empty();
    private OptionalInt divergedAt = OptionalInt.empty();

    /// Empty curves of a run of this experiment.
    RunCurves(Experiment experiment) {
        this.experiment = experiment;
        this.updateRatios =
                Stream.generate(Series::new).limit(experiment.encoder().layers().count()).toList();
    }

    /// The curves of a run that has ended, from its numbers.
    public static RunCurves of(Experiment experiment, List<Metric> metrics) {
        RunCurves curves = new RunCurves(experiment);
        for (Metric metric : metrics) {
            int step = metric.step();
            double value = metric.value();
            switch (metric.phase() + " " + metric.name()) {
                case "train queryLossBefore" -> curves.lossBefore.append(step, value);
                case "train queryLossAfter" -> curves.lossAfter.append(step, value);
                case "train metaGradientNorm" -> curves.norm.append(step, value);
                case "validation accuracy" -> curves.accuracy.append(step, value);
                case "validation ci95" -> {
                    double mean = curves.accuracy.value(curves.accuracy.size() - 1);
                    curves.lower.append(step, mean - value);
                    curves.upper.append(step, mean + value);
                }
                case "validation floor" -> curves.floor = OptionalDouble.of(value);
                case "validation zeroSteps" -> curves.zeroSteps = OptionalDouble.of(value);
                case "validation labelPropagation" ->
                        curves.labelPropagation = OptionalDouble.of(value);
                default -> {}
            }
        }
        return curves;
    }

    void step(double step, double before, double after, double metaGradientNorm) {
        lossBefore.append(step, before);
        lossAfter.append(step, after);
        norm.append(step, metaGradientNorm);
    }

    void score(double step, Score score) {
        accuracy.append(step, score.accuracy());
        lower.append(step, score.accuracy() - score.ci95());
        upper.append(step, score.accuracy() + score.ci95());
    }

    void baselines(TrainingEvent.Started started) {
        floor = OptionalDouble.of(started.floor().accuracy());
        zeroSteps = OptionalDouble.of(started.zeroSteps().accuracy());
        labelPropagation = OptionalDouble.of(started.baselines().labelPropagation().accuracy());
    }

    void diverged(int step) {
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
