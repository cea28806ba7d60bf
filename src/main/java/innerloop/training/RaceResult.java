package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.phrase.Phrase;
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
/// The *goal* is one for all starts: 90 % of the way from the score of who has learned nothing to the best of their scores after
/// the last step. Who has learned nothing guesses; where guessing has no score of its own, as for errors, it is the untrained
/// start before its first step.
///
/// @param experiment whose learner takes as many inner steps as the race has
/// @param ownSteps the inner steps the learner was trained for
/// @param curves one for every start, in the order of [Start]
/// @param floor what no training gives on the same episodes
/// @param protocol the protocol line of all scores
public record RaceResult(
        Experiment experiment, int ownSteps, List<RaceCurve> curves, Score floor, Phrase protocol) {

    /// The share of the way to the best final score that counts as having learned.
    public static final double SHARE = 0.9;

    public RaceResult {
        curves = List.copyOf(curves);
    }

    /// How the meta-trained start compares with the others on the way to the goal.
    public enum Verdict {
        /// It needs fewer steps than any other, and there it is clearly better.
        FIRST,
        /// Another start needs as few.
        LEVEL,
        /// The numbers of steps differ, but where the first is at the goal, the scores do not differ clearly.
        UNCLEAR,
        /// Another start needs fewer steps, and there it is clearly better.
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

    /// Whether the way to the goal begins at what guessing reaches; otherwise it begins at the untrained score.
    public boolean isFromGuessing() {
        return measure().higherIsBetter();
    }

    /// The score of who has learned nothing, where the way to the goal begins.
    public double nothing() {
        return switch (measure()) {
            case ACCURACY -> 1.0 / experiment.task().drawing().ways();
            // Of the pairs asked for, half have an edge.
            case AUC, AP -> 0.5;
            case R2 -> 0;
            case RMSE, MSE -> curve(Start.RANDOM).points().getFirst().score().mean();
        };
    }

    /// The score that counts as having learned; NaN if no start ends better than who has learned nothing.
    public double goal() {
        double from = nothing();
        return best().map(best -> best.last().mean())
                .filter(best -> measure().gain(best, from) > 0)
                .map(best -> from + SHARE * (best - from))
                .orElse(Double.NaN);
    }

    /// Whether there is a way to go.
    public boolean hasGoal() {
        return !Double.isNaN(goal());
    }

    /// The inner steps from a start to the goal; none if it was not reached.
    public OptionalInt stepsToGoal(Start start) {
        return curve(start).stepsTo(goal());
    }

    /// The fewest steps in which a start is at the goal; those of the whole race if there is none.
    public int fewestSteps() {
        return curves.stream()
                .flatMapToInt(curve -> curve.stepsTo(goal()).stream())
                .min()
                .orElse(steps());
    }

    /// The start that the meta-trained one is compared with where the first is at the goal: the best other one there. It is at
    /// the goal itself if any other is.
    public Optional<RaceCurve> pacemaker() {
        return rival(fewestSteps());
    }

    /// How much better the meta-trained start is than the pacemaker there, episode by episode.
    public Optional<Gain> leadAtGoal() {
        return pacemaker().map(other -> other.points().get(fewestSteps()).lead());
    }

    /// Who is at the goal first. A difference in steps counts if the scores, compared episode by episode, differ clearly where the
    /// first is at the goal; one episode alone cannot tell, so there the steps have the word.
    public Verdict verdict() {
        int first = fewestSteps();
        boolean meta = isAtGoal(curve(Start.META), first);
        if (meta == others().stream().anyMatch(other -> isAtGoal(other, first))) {
            return Verdict.LEVEL;
        }
        Verdict bySteps = meta ? Verdict.FIRST : Verdict.LOSES;
        return leadAtGoal()
                .filter(lead -> !Double.isNaN(lead.mean()))
                .map(lead ->
                        switch (lead.verdict()) {
                            case ABOVE_FLOOR, BELOW_FLOOR, UNKNOWN -> bySteps;
                            case AT_FLOOR -> Verdict.UNCLEAR;
                        })
                .orElse(bySteps);
    }

    private boolean isAtGoal(RaceCurve curve, int step) {
        return curve.stepsTo(goal()).orElse(Integer.MAX_VALUE) <= step;
    }

    /// What came out in one sentence of English.
    public String sentence() {
        if (best().isEmpty()) {
            return "From every start the inner loop ends in numbers that are not finite; try a smaller learner.innerRate";
        }
        if (!hasGoal()) {
            return "No start ends better than %s, so there is no goal".formatted(nothingText());
        }
        return "Meta takes %s, pre-trained %s and random %s inner steps to %s: %s%s%s"
                .formatted(
                        steps(Start.META),
                        steps(Start.PRE_TRAINED),
                        steps(Start.RANDOM),
                        goalText(),
                        switch (verdict()) {
                            case FIRST -> "meta-learning is the fastest";
                            case LEVEL -> "meta-learning saves no step over " + pacemakerText();
                            case UNCLEAR ->
                                    "whether meta-learning is faster or slower than %s is not clear (%s after %d)"
                                            .formatted(
                                                    pacemakerText(),
                                                    leadAtGoal().map(Gain::text).orElseThrow(),
                                                    fewestSteps());
                            case LOSES -> "meta-learning loses to " + pacemakerText();
                        },
                        after(ownSteps, "; after its own %d it "),
                        steps() == ownSteps ? "" : after(steps(), ", after %d it "));
    }

    private String pacemakerText() {
        return pacemaker().orElseThrow().start().word();
    }

    private String nothingText() {
        return (isFromGuessing() ? "guessing" : "the untrained score")
                + " (%s)".formatted(measure().text(nothing()));
    }

    private String goalText() {
        Measure measure = measure();
        return String.format(
                Locale.ROOT,
                "%.0f %% of the way from %s to the best final %s (%s), which is %s",
                100 * SHARE,
                nothingText(),
                measure == Measure.ACCURACY ? measure.word() : measure.symbol(),
                best().orElseThrow().last().meanText(),
                measure.text(goal()));
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
