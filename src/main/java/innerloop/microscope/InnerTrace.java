package innerloop.microscope;

import innerloop.task.Measure;
import innerloop.training.Subject;
import java.util.List;
import java.util.OptionalInt;

/// The inner loop of one episode: what a learner does with it step by step.
///
/// @param subject the episode
/// @param measure of its scores
/// @param steps at θ₀ … θ_K; one only where there is no inner loop, or up to the one that broke
public record InnerTrace(Subject subject, Measure measure, List<InnerStep> steps) {

    /// Losses of which one is larger by less than this are the same.
    private static final double NOTHING = 1e-3;

    /// A query loss that is so many times larger is no matter of learning too well.
    private static final double ABSURD = 100;

    public InnerTrace {
        steps = List.copyOf(steps);
    }

    /// K, the number of inner steps.
    public int last() {
        return steps.size() - 1;
    }

    /// The first inner step at which the support set, which it learns, costs more than before it began, the query set very much
    /// more, or one of them no number at all: its rate is too high.
    public OptionalInt broken() {
        double most = steps.getFirst().support().loss() + NOTHING;
        double absurd = ABSURD * (1 + steps.getFirst().query().loss());
        return steps.stream()
                .filter(step ->
                        !step.isFinite()
                                || step.support().loss() > most
                                || step.query().loss() > absurd)
                .mapToInt(InnerStep::step)
                .findFirst();
    }

    /// The query examples of which something else is said than one inner step before; none at θ₀.
    public int[] changedExamplesAt(int step) {
        return step == 0
                ? new int[0]
                : steps.get(step).query().changedSince(steps.get(step - 1).query());
    }

    /// The number of [#changedExamplesAt].
    public int changedAt(int step) {
        return changedExamplesAt(step).length;
    }

    /// Whether there is an inner loop to be seen.
    public boolean hasSteps() {
        return steps.size() > 1;
    }
}
