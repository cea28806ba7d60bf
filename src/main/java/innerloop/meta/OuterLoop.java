package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;

/// The outer loop: moves θ along the mean direction of a step's episodes. Each state is a value.
///
/// @param theta the initialisation being learned
/// @param adam Adam's moments (MAML)
/// @param steps outer steps taken
public record OuterLoop(Parameters theta, Adam.State adam, int steps) {

    /// Before the first step.
    public static OuterLoop start(Parameters theta) {
        return new OuterLoop(theta, Adam.State.start(theta), 0);
    }

    /// After one more step along `direction`, the mean over the step's episodes.
    ///
    /// @param totalSteps length of the run, for annealing
    public OuterLoop step(
            MetaLearner learner, Parameters direction, int totalSteps, Backend backend) {
        return switch (learner) {
            case Maml maml -> {
                Adam.Step moved =
                        Adam.withRate(maml.outerRate()).step(backend, adam, theta, direction);
                yield new OuterLoop(moved.parameters(), moved.state(), steps + 1);
            }
            case Reptile reptile -> {
                double fraction = reptile.anneal() ? 1 - (double) steps / totalSteps : 1;
                Parameters moved =
                        new ParameterSpace(backend, theta.specs())
                                .plus(theta, reptile.epsilon() * fraction, direction);
                yield new OuterLoop(moved, adam, steps + 1);
            }
        };
    }
}
