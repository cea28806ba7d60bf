package innerloop.training;

import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.meta.MetaLearner;
import innerloop.plot.Series;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.RunRecord.Metric;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The series of one run, filled while it goes. In very long runs every second step is dropped, repeatedly if necessary; the
/// run itself keeps more of them.
public final class RunCurves {

    /// Far more than a chart has pixels.
    private static final int MOST_POINTS = 20_000;

    /// The metrics of every step; ratios are stored as logarithms.
    private final Map<MetricKey, Series> steps = new HashMap<>();

    private final Experiment experiment;
    private final Series score = new Series();
    private final Series lower = new Series();
    private final Series upper = new Series();
    private final List<MetricKey> updateRatios;
    private final Series speed = new Series();
    private final SequencedMap<String, Double> references = new LinkedHashMap<>();
    private int every = 1;
    private int heard;
    private OptionalInt divergedAt = OptionalInt.empty();

    /// Empty curves of a run of this experiment.
    public RunCurves(Experiment experiment) {
        this.experiment = experiment;
        this.updateRatios =
                IntStream.range(0, experiment.encoder().layers().count())
                        .mapToObj(Metrics::updateRatio)
                        .toList();
        Stream.of(
                        Metrics.QUERY_LOSS_BEFORE,
                        Metrics.QUERY_LOSS_AFTER,
                        Metrics.META_GRADIENT_NORM,
                        Metrics.COSINE,
                        Metrics.RECONSTRUCTION,
                        Metrics.DIVERGENCE,
                        Metrics.PRETRAINING_LOSS)
                .forEach(key -> steps.put(key, new Series()));
        updateRatios.forEach(key -> steps.put(key, new Series()));
    }

    /// The curves of a run that has ended.
    public static RunCurves of(RunRecord record) {
        RunCurves curves = of(record.experiment(), record.metrics(), record.speed());
        if (record.status() == RunStatus.DIVERGED) {
            curves.diverged(record.steps() + 1);
        }
        return curves;
    }

    /// The curves of a run that has ended, from its metrics. Unknown metrics are left out.
    ///
    /// @param speed steps per second on the way
    public static RunCurves of(Experiment experiment, List<Metric> metrics, List<Metric> speed) {
        RunCurves curves = new RunCurves(experiment);
        speed.forEach(metric -> curves.speed.append(metric.step(), metric.value()));
        for (Metric metric : metrics) {
            switch (metric.key().phase()) {
                case TRAIN -> curves.training(metric.key(), metric.step(), metric.value());
                case VALIDATION -> curves.validation(metric);
                case TEST -> {}
            }
        }
        curves.thin();
        return curves;
    }

    private void training(MetricKey key, int step, double value) {
        Series series = steps.get(key);
        if (series == null) {
            return;
        }
        if (key.equals(Metrics.PRETRAINING_LOSS)) {
            series.append(step + experiment.pretraining().epochs(), value);
        } else if (!updateRatios.contains(key)) {
            series.append(step, value);
        } else if (value > 0) {
            series.append(step, Math.log10(value));
        }
    }

    private void validation(Metric metric) {
        int step = metric.step();
        double value = metric.value();
        if (metric.key().equals(Metrics.score(Phase.VALIDATION, measure()))) {
            score.append(step, value);
        } else if (!metric.key().equals(Metrics.interval(Phase.VALIDATION))) {
            references.put(metric.key().name(), value);
        } else if (!score.isEmpty()) {
            double mean = score.value(score.size() - 1);
            lower.append(step, mean - value);
            upper.append(step, mean + value);
        }
    }

    public void step(TrainingEvent.StepFinished done) {
        heard++;
        if (heard % every != 0) {
            return;
        }
        done.numbers().forEach((key, value) -> training(key, done.step(), value));
        thin();
    }

    private void thin() {
        while (lossAfter().size() > MOST_POINTS) {
            steps.replaceAll((_, series) -> series.everyOther());
            every *= 2;
        }
    }

    public void pretrained(TrainingEvent.Pretrained done) {
        training(Metrics.PRETRAINING_LOSS, done.step(), done.loss());
    }

    /// The loss of pre-training, by epochs; empty if there is none.
    public Series pretraining() {
        return series(Metrics.PRETRAINING_LOSS);
    }

    /// Whether it is still being pre-trained.
    public boolean isPretraining() {
        return !pretraining().isEmpty() && lossAfter().isEmpty() && score.isEmpty();
    }

    public void paced(TrainingEvent.Paced paced) {
        speed.append(paced.step(), paced.stepsPerSecond());
    }

    public void score(double step, Score validation) {
        score.append(step, validation.mean());
        if (validation.hasInterval()) {
            lower.append(step, validation.mean() - validation.ci95());
            upper.append(step, validation.mean() + validation.ci95());
        }
    }

    public void references(TrainingEvent.Started started) {
        started.baselines().forEach(b -> references.put(b.word(), b.score().mean()));
        references.put(Metrics.ZERO_STEPS, started.zeroSteps().mean());
    }

    public void diverged(int step) {
        divergedAt = OptionalInt.of(step);
    }

    /// The learner, on which the meaning of the numbers depends.
    public MetaLearner learner() {
        return experiment.learner();
    }

    /// Length of the run; 0 if its learner does not train.
    public int steps() {
        return learner().trains() ? experiment.budget().steps() : 0;
    }

    /// Whether validation uses classes that training does not see; otherwise it shows base classes.
    public boolean novelToTraining() {
        return experiment.task().validates(experiment.split());
    }

    /// The kind of its split.
    public Split.Kind splitKind() {
        return experiment.split().kind();
    }

    /// The settings it was made with.
    public Experiment experiment() {
        return experiment;
    }

    private Series series(MetricKey key) {
        return Objects.requireNonNull(steps.get(key));
    }

    /// Query loss at θ, before adaptation; the same as [#lossAfter] for learners that do not adapt.
    public Series lossBefore() {
        return series(Metrics.QUERY_LOSS_BEFORE);
    }

    /// Loss after the inner loop: of the query sets, or of batches when pre-training.
    public Series lossAfter() {
        return series(Metrics.QUERY_LOSS_AFTER);
    }

    /// Norm of the outer direction.
    public Series norm() {
        return series(Metrics.META_GRADIENT_NORM);
    }

    /// How far an outer step moves each layer of the encoder, as log₁₀ of ‖Δθ‖ / ‖θ‖, first layer first. A step at which a
    /// layer is all zero has no such number.
    public List<Series> updateRatios() {
        return updateRatios.stream().map(this::series).toList();
    }

    /// Cosine between the second- and the first-order meta-gradient; empty for learners without both.
    public Series cosine() {
        return series(Metrics.COSINE);
    }

    /// The first term of the loss; empty if the loss has one term.
    public Series reconstruction() {
        return series(Metrics.RECONSTRUCTION);
    }

    /// The second term of the loss; empty if the loss has one term.
    public Series divergence() {
        return series(Metrics.DIVERGENCE);
    }

    /// Outer steps per second of training, validation and pauses left out.
    public Series speed() {
        return speed;
    }

    /// The measure of its scores.
    public Measure measure() {
        return experiment.measure();
    }

    /// Validation score.
    public Series score() {
        return score;
    }

    /// Lower end of its 95 % interval.
    public Series lower() {
        return lower;
    }

    /// Upper end of its 95 % interval.
    public Series upper() {
        return upper;
    }

    /// The values validation is compared with, by name: the baselines and [Metrics#ZERO_STEPS]; empty before the run has begun.
    public SequencedMap<String, Double> references() {
        return Collections.unmodifiableSequencedMap(references);
    }

    /// The step at which numbers stopped being finite.
    public OptionalInt divergedAt() {
        return divergedAt;
    }
}
