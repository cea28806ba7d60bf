package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.Adam;
import innerloop.nn.Parameters;

/// The state of the outer loop. A value: each step makes a new one ([MetaLearner#step]).
///
/// @param learned the learner's state so far
/// @param adam Adam's moments for θ
/// @param ratesAdam Adam's moments for the rates
/// @param steps outer steps taken
public record OuterState(LearnerState learned, Adam.State adam, Adam.State ratesAdam, int steps) {

    /// Before the first step.
    public static OuterState start(LearnerState learned) {
        return new OuterState(learned, Adam.State.start(), Adam.State.start(), 0);
    }

    /// After a step in which Adam moved θ against this direction.
    OuterState movedByAdam(Parameters direction, double rate, Backend backend) {
        return movedByAdam(direction, rate, 0, backend);
    }

    /// The same with an L2 penalty.
    OuterState movedByAdam(Parameters direction, double rate, double weightDecay, Backend backend) {
        Adam.Step moved =
                Adam.withRate(rate)
                        .withWeightDecay(weightDecay)
                        .step(backend, adam, learned.theta(), direction);
        return new OuterState(
                new LearnerState(moved.parameters(), learned.rates(), learned.carried()),
                moved.state(),
                ratesAdam,
                steps + 1);
    }

    /// The same with the learned rates that Adam's step gives.
    OuterState withRates(Adam.Step rates) {
        return new OuterState(
                new LearnerState(learned.theta(), rates.parameters(), learned.carried()),
                adam,
                rates.state(),
                steps);
    }

    /// After a step to these parameters without an outer optimiser.
    ///
    /// @param carried the inner optimiser's state to go on with
    OuterState movedTo(Parameters theta, Adam.State carried) {
        return new OuterState(
                new LearnerState(theta, learned.rates(), carried), adam, ratesAdam, steps + 1);
    }
}
