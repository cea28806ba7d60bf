package innerloop.meta;

import innerloop.nn.ModelEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.List;

/// The inner loop: plain gradient descent on the support loss.
public final class InnerLoop {

    private InnerLoop() {}

    /// `θ₀ = θ, θ_{k+1} = θ_k − α ∇L_support(θ_k)`; all K + 1 of them, which is all that second order needs to
    /// remember.
    ///
    /// @param checkpoint called before every inner step; may wait, may throw to end the run
    public static List<Parameters> path(
            EpisodeProblem problem,
            Parameters theta,
            MetaLearner learner,
            ParameterSpace space,
            ModelEvaluator evaluator,
            Runnable checkpoint) {
        List<Parameters> path = new ArrayList<>();
        path.add(theta);
        for (int k = 0; k < learner.innerSteps(); k++) {
            checkpoint.run();
            Parameters gradient = problem.supportGradient(path.getLast(), space, evaluator);
            path.add(space.plus(path.getLast(), -learner.innerRate(), gradient));
        }
        return path;
    }
}
