package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.ModelEvaluator;
import innerloop.nn.ParameterSpace;

/// What one thread works on an episode with: evaluators and storage that are used again for the next one.
///
/// @param learning the learner and its programs
/// @param evaluator of the network that meets an episode
/// @param space for parameters and directions in the episode's shapes
/// @param supportSpace for θ₀ … θ_K and what is computed along them, in the inner loop's shapes
/// @param rateSpace for learned rates, in the inner loop's shapes
/// @param checkpoint called between inner steps; may wait, may throw to end the run
record Workspace(
        Learning learning,
        ModelEvaluator evaluator,
        ParameterSpace space,
        ParameterSpace supportSpace,
        ParameterSpace rateSpace,
        Runnable checkpoint) {

    Backend backend() {
        return evaluator.backend();
    }
}
