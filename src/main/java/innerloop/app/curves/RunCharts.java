package innerloop.app.curves;

import innerloop.app.Messages;
import innerloop.app.PretrainingName;
import innerloop.app.ScoreTexts;
import innerloop.colour.Colour;
import innerloop.experiment.kinds.Kinds;
import innerloop.meta.MetaLearner;
import innerloop.plot.Chart;
import innerloop.plot.Curve;
import innerloop.plot.Guide;
import innerloop.plot.Series;
import innerloop.plot.YRange;
import innerloop.task.BaselineScore;
import innerloop.task.Measure;
import innerloop.training.Metrics;
import innerloop.training.RunCurves;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// The charts of a run; the loss, the score and the norm of the outer direction are made here.
final class RunCharts {

    private RunCharts() {}

    /// The inks of pinned runs; those of the present run are not among them.
    private static final List<Colour> PINNED =
            List.of(Colour.CLASS_2, Colour.CLASS_4, Colour.CLASS_5, Colour.CLASS_7, Colour.CLASS_8);

    /// The chosen charts, empty ones with a sentence while the run has no numbers; pinned runs lie behind it. All share one
    /// axis of steps.
    static List<Chart> of(RunCurves run, List<PinnedRun> pinned, CurveSettings settings) {
        List<PinnedRun> others = pinned.stream().filter(other -> !other.isOf(run)).toList();
        return settings.charts().stream()
                .map(kind -> of(kind, run, others, settings).withLogX(settings.logX()))
                .toList();
    }

    private static Chart of(
            ChartKind kind, RunCurves run, List<PinnedRun> pinned, CurveSettings settings) {
        return switch (kind) {
            case LOSS ->
                    run.isPretraining()
                            ? pretraining(run)
                            : behind(loss(run, settings), pinned, RunCurves::lossAfter, settings);
            case ACCURACY ->
                    behind(score(run), pinned, RunCurves::score, settings.withSmoothing(0));
            case PRETRAINING -> pretraining(run);
            case NORM -> behind(norm(run, settings), pinned, RunCurves::norm, settings);
            case RATIO ->
                    // Of a pinned run the first layer stands for all: more would be a thicket.
                    behind(
                            UpdateCharts.ratio(run, settings),
                            pinned,
                            other -> other.updateRatios().getFirst(),
                            settings);
            case COSINE ->
                    behind(UpdateCharts.cosine(run, settings), pinned, RunCurves::cosine, settings);
            case DIVERGENCE ->
                    behind(divergence(run, settings), pinned, RunCurves::divergence, settings);
            case SPEED ->
                    behind(UpdateCharts.speed(run, settings), pinned, RunCurves::speed, settings);
        };
    }

    private static Chart behind(
            Chart chart,
            List<PinnedRun> pinned,
            Function<RunCurves, Series> series,
            CurveSettings settings) {
        List<Curve> curves = new ArrayList<>();
        int end = 0;
        for (int k = 0; k < pinned.size(); k++) {
            PinnedRun run = pinned.get(k);
            end = Math.max(end, run.curves().steps());
            curves.add(
                    Curve.of(series.apply(run.curves()), PINNED.get(k % PINNED.size()), run.label())
                            .smoothed(settings.smoothing())
                            .withoutRaw());
        }
        curves.addAll(chart.curves());
        return end == 0
                ? chart
                : chart.withCurves(curves).until(Math.max(end, chart.x().end().orElse(0)));
    }

    static Chart empty(String key) {
        return empty(key, key + ".empty");
    }

    /// @param said arguments of the title
    static Chart empty(String title, String sentence, Object... said) {
        return Chart.of(Messages.get(title, said))
                .over(Messages.get("curves.step"))
                .whenEmpty(Messages.get(sentence));
    }

    static Chart of(RunCurves run, Chart chart) {
        return run.divergedAt().isPresent()
                ? chart.until(run.steps())
                        .with(divergence(run.divergedAt().getAsInt()))
                        .whenEmpty("")
                : chart.until(run.steps());
    }

    private static Guide divergence(int step) {
        return Guide.divergence(step, Messages.get("curves.divergedAt", Integer.toString(step)));
    }

    private static Chart loss(RunCurves run, CurveSettings settings) {
        Chart chart =
                switch (run.learner().traits().loss()) {
                    case BEFORE_AND_AFTER ->
                            empty("curves.loss")
                                    .with(
                                            Curve.of(
                                                            run.lossBefore(),
                                                            Colour.MUTED,
                                                            Messages.get("curves.before"))
                                                    .dashed()
                                                    .smoothed(settings.smoothing())
                                                    .withoutRaw())
                                    .with(after(run, "curves.after", settings));
                    case QUERY ->
                            empty("curves.loss")
                                    .with(
                                            after(
                                                    run,
                                                    of(run.learner(), "curves.byMeans"),
                                                    settings));
                    case BATCH ->
                            empty("curves.batchLoss").with(after(run, "curves.batches", settings));
                    case EVERYTHING -> whole(run, settings);
                    case NONE -> empty("curves.loss", "curves.noTraining");
                };
        return of(run, chart).withLogY(settings.logY());
    }

    /// The loss of all training examples, with its terms if it has two.
    private static Chart whole(RunCurves run, CurveSettings settings) {
        Chart chart = empty("curves.wholeLoss").with(after(run, "curves.whole", settings));
        return run.divergence().isEmpty()
                ? chart
                : chart.with(term(run.reconstruction(), Colour.CLASS_3, "reconstruction", settings))
                        .with(term(run.divergence(), Colour.CLASS_6, "divergence", settings));
    }

    /// The loss before the first step, over epochs of its own.
    private static Chart pretraining(RunCurves run) {
        return Chart.of(Messages.get("curves.pretraining"))
                .over(Messages.get("curves.epoch"))
                .whenEmpty(Messages.get("curves.pretraining.empty"))
                .until(Math.max(1, run.experiment().pretraining().epochs()))
                .with(
                        Curve.of(
                                run.pretraining(),
                                Colour.CLASS_4,
                                PretrainingName.of(run.experiment())));
    }

    /// The second term of the loss alone: beside the first it often looks like nothing.
    private static Chart divergence(RunCurves run, CurveSettings settings) {
        Chart chart = empty("curves.divergenceChart").withLogY(settings.logY());
        return of(run, chart).with(term(run.divergence(), Colour.CLASS_6, "divergence", settings));
    }

    private static Curve term(Series series, Colour colour, String name, CurveSettings settings) {
        return Curve.of(series, colour, Messages.get("curves." + name))
                .smoothed(settings.smoothing())
                .withoutRaw();
    }

    private static Curve after(RunCurves run, String label, CurveSettings settings) {
        return Curve.of(run.lossAfter(), Colour.CLASS_1, Messages.get(label))
                .smoothed(settings.smoothing());
    }

    private static Chart score(RunCurves run) {
        boolean whole = run.experiment().task().isWhole();
        String label =
                switch (run.learner().traits().space()) {
                    case HIDDEN -> whole ? "curves.validation.whole" : "curves.validation";
                    case OUTPUT -> of(run.learner(), "curves.validation.byMeans");
                };
        String lane = run.novelToTraining() ? "curves.score." : "curves.scoreBase.";
        Chart chart =
                of(run, scoreTitled(lane + (whole ? "whole" : run.splitKind()), run.measure()))
                        .with(
                                Curve.of(run.score(), Colour.CLASS_3, Messages.get(label))
                                        .within(run.lower(), run.upper()));
        SequencedMap<String, Double> levels = new LinkedHashMap<>(run.references());
        Double zeroSteps = levels.remove(Metrics.ZERO_STEPS);
        // A learner that does not train stays at its start.
        if (zeroSteps != null && run.learner().trains()) {
            levels.putLast(Metrics.ZERO_STEPS, zeroSteps);
        }
        for (Map.Entry<String, Double> level : levels.entrySet()) {
            String key = "curves.reference." + level.getKey();
            // Guessing has no text: it is far below the curve and would only stretch the axis.
            if (Messages.has(key)) {
                String text = Messages.get(key, level.getValue());
                chart =
                        chart.with(
                                level.getKey().equals(BaselineScore.FLOOR)
                                        ? Guide.floor(level.getValue(), text)
                                        : Guide.level(level.getValue(), text));
            }
        }
        return chart.noting(Collapse.sentence(run));
    }

    /// The key of the learner's own text, if it has one.
    private static String of(MetaLearner learner, String key) {
        String own = key + "." + Kinds.of(learner).word();
        return Messages.has(own) ? own : key;
    }

    private static Chart scoreTitled(String key, Measure measure) {
        Chart chart = empty(key, "curves.score.empty", ScoreTexts.name(measure));
        return measure.isShare() ? chart.withRange(YRange.clamped(0, measure.highest())) : chart;
    }

    private static Chart norm(RunCurves run, CurveSettings settings) {
        Chart chart =
                switch (run.learner().traits().direction()) {
                    case META_GRADIENT -> empty("curves.norm");
                    case DISPLACEMENT -> empty("curves.norm.move", "curves.norm.empty");
                    case GRADIENT -> empty("curves.norm.gradient", "curves.norm.empty");
                    case NONE -> empty("curves.norm.gradient", "curves.noTraining");
                };
        Curve curve =
                Curve.of(run.norm(), Colour.CLASS_6, Messages.get("curves.norm.label"))
                        .smoothed(settings.smoothing());
        return of(run, chart).withLogY(settings.logY()).with(curve);
    }

    /// All series by metric name, for CSV.
    static SequencedMap<String, Series> series(RunCurves run) {
        SequencedMap<String, Series> all = new LinkedHashMap<>();
        for (ChartKind kind : ChartKind.values()) {
            all.putAll(series(kind, run));
        }
        return all;
    }

    /// The series of one chart by metric name.
    static SequencedMap<String, Series> series(ChartKind kind, RunCurves run) {
        SequencedMap<String, Series> shown = new LinkedHashMap<>();
        switch (kind) {
            case LOSS -> {
                switch (run.learner().traits().loss()) {
                    case BATCH -> shown.put("batchLoss", run.lossAfter());
                    case QUERY -> shown.put("queryLoss", run.lossAfter());
                    case EVERYTHING -> {
                        shown.put("loss", run.lossAfter());
                        shown.put(Metrics.RECONSTRUCTION.name(), run.reconstruction());
                    }
                    case BEFORE_AND_AFTER, NONE -> {
                        shown.put(Metrics.QUERY_LOSS_BEFORE.name(), run.lossBefore());
                        shown.put(Metrics.QUERY_LOSS_AFTER.name(), run.lossAfter());
                    }
                }
            }
            case ACCURACY -> {
                String word = run.measure().word();
                String name =
                        "validation"
                                + word.substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.substring(1);
                shown.put(name, run.score());
                shown.put(name + "Lower", run.lower());
                shown.put(name + "Upper", run.upper());
            }
            case NORM -> shown.put(Metrics.META_GRADIENT_NORM.name(), run.norm());
            case RATIO -> {
                for (int k = 0; k < run.updateRatios().size(); k++) {
                    shown.put(Metrics.updateRatio(k).name(), powers(run.updateRatios().get(k)));
                }
            }
            case PRETRAINING -> shown.put(Metrics.PRETRAINING_LOSS.name(), run.pretraining());
            case COSINE -> shown.put(Metrics.COSINE.name(), run.cosine());
            case DIVERGENCE -> shown.put(Metrics.DIVERGENCE.name(), run.divergence());
            case SPEED -> shown.put(Metrics.STEPS_PER_SECOND.name(), run.speed());
        }
        return shown;
    }

    /// The numbers that these are the decimal logarithms of.
    private static Series powers(Series logarithms) {
        Series powers = new Series();
        for (int i = 0; i < logarithms.size(); i++) {
            powers.append(logarithms.step(i), Math.pow(10, logarithms.value(i)));
        }
        return powers;
    }
}
