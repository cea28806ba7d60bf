package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.ModelEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;

/// What one thread works on an episode with: evaluators and storage that are used again for the next one.
///
/// @param learning the learner and its programs
/// @param evaluator of the network that meets an episode
/// @param space for parameters and directions in the episode's shapes
/// @param supportSpace for points and slopes in the inner loop's shapes
/// @param moveSpace the same for the adapted parameters alone
/// @param rateSpace for learned rates, in the inner loop's shapes
/// @param product takes products of rates and slopes, in the inner loop's shapes
/// @param step takes steps along slopes, in the inner loop's shapes
/// @param scratch for a moment's numbers
/// @param checkpoint called between inner steps; may wait, may throw to end the run
record Workspace(
        Learning learning,
        ModelEvaluator evaluator,
        ParameterSpace space,
        ParameterSpace supportSpace,
        ParameterSpace moveSpace,
        ParameterSpace rateSpace,
        Parameters product,
        Parameters step,
        Scratch scratch,
        Runnable checkpoint) {

    Backend backend() {
        return evaluator.backend();
    }
}
