package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.Race.Start;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What came out of a [Race].
///
/// The *goal* is one for all starts: 90 % of the best of their scores after the last step; for errors, the best divided by 0.9.
///
/// @param experiment whose learner takes as many inner steps as the race has
/// @param ownSteps the inner steps the learner was trained for
/// @param curves one for every start, in the order of [Start]
/// @param floor what no training gives on the same episodes
/// @param protocol the protocol line of all scores
public record RaceResult(
        Experiment experiment, int ownSteps, List<RaceCurve> curves, Score floor, String protocol) {

    /// The share of the best final score that counts as having learned.
    public static final double SHARE = 0.9;

    public RaceResult {
        curves = List.copyOf(curves);
    }

    /// How the meta-trained start compares with the others on the way to the goal.
    public enum Verdict {
        /// It needs fewer steps than any other.
        FIRST,
        /// Another start needs as few.
        LEVEL,
        /// Another start needs fewer.
        LOSES
    }

    /// Inner steps of the race.
    public int steps() {
        return curves.getFirst().points().size() - 1;
    }

    /// What all scores are values of.
    public Measure measure() {
        return curves.getFirst().last().measure();
    }

    /// The curve of a start.
    public RaceCurve curve(Start start) {
        return curves.stream().filter(curve -> curve.start() == start).findFirst().orElseThrow();
    }

    /// The start with the best score after the last step; none if the numbers of all of them are not finite there.
    public Optional<RaceCurve> best() {
        return bestOf(curves, steps());
    }

    /// The best start after this many steps beside the meta-trained one.
    public Optional<RaceCurve> rival(int step) {
        return bestOf(others(), step);
    }

    private static Optional<RaceCurve> bestOf(List<RaceCurve> curves, int step) {
        return curves.stream()
                .filter(curve -> curve.points().get(step).isFinite())
                // The first of equals.
                .min(
                        Comparator.comparing(
                                curve -> curve.points().get(step).score(),
                                Score.WORST_FIRST.reversed()));
    }

    private List<RaceCurve> others() {
        return curves.stream().filter(curve -> curve.start() != Start.META).toList();
    }

    /// The score that counts as having learned; NaN if there is no best one.
    public double goal() {
        return best().map(RaceCurve::last)
                .map(last ->
                        last.measure().higherIsBetter() ? SHARE * last.mean() : last.mean() / SHARE)
                .orElse(Double.NaN);
    }

    /// The inner steps from a start to the goal; none if it was not reached.
    public OptionalInt stepsToGoal(Start start) {
        return curve(start).stepsTo(goal());
    }

    /// The other start that is at the goal first; the better one in the end if two are.
    public RaceCurve fastestOther() {
        return others().stream()
                .min(
                        Comparator.comparingInt((RaceCurve curve) -> toGoal(curve.start()))
                                .thenComparing(RaceCurve::last, Score.WORST_FIRST.reversed()))
                .orElseThrow();
    }

    private int toGoal(Start start) {
        return stepsToGoal(start).orElse(Integer.MAX_VALUE);
    }

    /// Who is at the goal first.
    public Verdict verdict() {
        int meta = toGoal(Start.META);
        int other = toGoal(fastestOther().start());
        return meta < other ? Verdict.FIRST : meta == other ? Verdict.LEVEL : Verdict.LOSES;
    }

    /// What came out in one sentence of English.
    public String sentence() {
        if (best().isEmpty()) {
            return "From every start the inner loop ends in numbers that are not finite; try a smaller learner.innerRate";
        }
        return "Meta takes %s, pre-trained %s and random %s inner steps to %s: %s%s%s"
                .formatted(
                        steps(Start.META),
                        steps(Start.PRE_TRAINED),
                        steps(Start.RANDOM),
                        goalText(),
                        switch (verdict()) {
                            case FIRST -> "meta-learning is the fastest";
                            case LEVEL -> "meta-learning saves no step over " + fastest();
                            case LOSES -> "meta-learning loses to " + fastest();
                        },
                        after(ownSteps, "; after its own %d it "),
                        steps() == ownSteps ? "" : after(steps(), ", after %d it "));
    }

    private String fastest() {
        return fastestOther().start().word();
    }

    private String goalText() {
        Measure measure = measure();
        String best = best().orElseThrow().last().meanText();
        return measure.higherIsBetter()
                ? String.format(
                        Locale.ROOT,
                        "%.0f %% of the best final %s (%s of %s)",
                        100 * SHARE,
                        measure == Measure.ACCURACY ? measure.word() : measure.symbol(),
                        measure.number(goal()),
                        best)
                : String.format(
                        Locale.ROOT,
                        "%.2f times the best final %s (%s; best %s)",
                        1 / SHARE,
                        measure.symbol(),
                        measure.number(goal()),
                        best);
    }

    private String steps(Start start) {
        OptionalInt taken = stepsToGoal(start);
        return taken.isPresent() ? Integer.toString(taken.getAsInt()) : "more than " + steps();
    }

    private String after(int step, String after) {
        Optional<RaceCurve> rival = rival(step);
        if (rival.isEmpty()) {
            return "";
        }
        Gain lead = rival.get().points().get(step).lead();
        String over = rival.get().start().word();
        return after.formatted(step)
                + (Double.isNaN(lead.mean())
                        ? "ends in numbers that are not finite"
                        : switch (lead.verdict()) {
                            case ABOVE_FLOOR -> "is ahead of %s by %s".formatted(over, lead.text());
                            case AT_FLOOR ->
                                    "makes no clear difference to %s (%s)"
                                            .formatted(over, lead.text());
                            case BELOW_FLOOR -> "loses to %s by %s".formatted(over, lead.text());
                            case UNKNOWN ->
                                    "differs from %s by %s, which one test cannot tell from chance"
                                            .formatted(over, lead.text());
                        });
    }
}
