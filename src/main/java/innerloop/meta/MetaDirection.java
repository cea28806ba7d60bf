package innerloop.meta;

import innerloop.nn.ModelEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.util.List;

/// What one episode contributes to the outer step, given its inner loop's path θ₀ … θ_K.
public final class MetaDirection {

    private MetaDirection() {}

    /// The meta-gradient (MAML) or the difference of adapted and initial parameters (Reptile).
    public static Parameters of(
            MetaLearner learner,
            EpisodeProblem problem,
            List<Parameters> path,
            ParameterSpace space,
            ModelEvaluator evaluator,
            Runnable checkpoint) {
        return switch (learner) {
            case Maml maml -> metaGradient(maml, problem, path, space, evaluator, checkpoint);
            case Reptile _ -> space.minus(path.getLast(), path.getFirst());
        };
    }

    /// `v = ∇L_query(θ_K)`; second order goes on with `v ← v − α H_support(θ_k) v` for k = K−1 … 0, which is
    /// the chain rule through every inner step, exactly.
    private static Parameters metaGradient(
            Maml maml,
            EpisodeProblem problem,
            List<Parameters> path,
            ParameterSpace space,
            ModelEvaluator evaluator,
            Runnable checkpoint) {
        Parameters v = space.blank();
        evaluator.gradient(path.getLast(), problem.query(), v);
        if (maml.order() == Maml.Order.SECOND) {
            for (Parameters theta : path.subList(0, path.size() - 1).reversed()) {
                checkpoint.run();
                Parameters product = problem.supportHessianVector(theta, v, space, evaluator);
                v = space.plus(v, -maml.innerRate(), product);
            }
        }
        return v;
    }
}
