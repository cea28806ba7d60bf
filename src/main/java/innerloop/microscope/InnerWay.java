package innerloop.microscope;

import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.List;

/// The way of an episode through its inner loop, in the space of all parameters.
///
/// @param steps the k of its points
/// @param points `θ_k − θ`
record InnerWay(List<Integer> steps, List<Parameters> points) {

    InnerWay {
        steps = List.copyOf(steps);
        points = List.copyOf(points);
    }

    /// The way up to the first θ_k that is not finite.
    ///
    /// @param most the most points; of longer ways some between the ends are left out
    /// @param space of all parameters; holds the points
    /// @param pausePoint called between inner steps; may throw to give up
    static InnerWay of(
            EpisodeWorker worker,
            EpisodeProblem problem,
            LearnerState learned,
            int most,
            ParameterSpace space,
            Runnable pausePoint) {
        ParameterSpace inside = new ParameterSpace(space.backend(), problem.specs());
        Parameters start = problem.restrict(learned.theta(), inside);
        int mark = inside.mark();
        List<Integer> steps = new ArrayList<>();
        List<Parameters> points = new ArrayList<>();
        boolean[] broken = {false};
        worker.follow(
                problem,
                learned,
                pausePoint,
                (k, last, theta) -> {
                    if (broken[0] || !isKept(k, last, most)) {
                        return;
                    }
                    Parameters moved = space.zero();
                    problem.extend(inside.minus(theta, start), 1, moved, space.backend());
                    inside.release(mark);
                    broken[0] = !Double.isFinite(space.norm(moved));
                    if (!broken[0]) {
                        steps.add(k);
                        points.add(moved);
                    }
                });
        return new InnerWay(steps, points);
    }

    /// Both ends, and as many between them, evenly spaced, as there is room for.
    private static boolean isKept(int k, int last, int most) {
        if (last < most || k == last) {
            return true;
        }
        long gaps = most - 1L;
        return k == 0 || k * gaps / last != (k - 1) * gaps / last;
    }
}
