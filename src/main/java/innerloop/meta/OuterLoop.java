package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.Adam;
import innerloop.nn.Parameters;

/// The state of the outer loop. A value: each step makes a new one ([MetaLearner#step]).
///
/// @param learned what has been learned so far
/// @param adam Adam's moments for θ
/// @param ratesAdam Adam's moments for the rates
/// @param steps outer steps taken
public record OuterLoop(Learned learned, Adam.State adam, Adam.State ratesAdam, int steps) {

    /// Before the first step.
    public static OuterLoop start(Learned learned) {
        return new OuterLoop(learned, Adam.State.start(), Adam.State.start(), 0);
    }

    /// After a step in which Adam moved θ against this direction.
    OuterLoop movedByAdam(Parameters direction, double rate, Backend backend) {
        Adam.Step moved = Adam.withRate(rate).step(backend, adam, learned.theta(), direction);
        return new OuterLoop(
                new Learned(moved.parameters(), learned.rates(), learned.carried()),
                moved.state(),
                ratesAdam,
                steps + 1);
    }

    /// The same with the learned rates where Adam moved them to.
    OuterLoop withRates(Adam.Step rates) {
        return new OuterLoop(
                new Learned(learned.theta(), rates.parameters(), learned.carried()),
                adam,
                rates.state(),
                steps);
    }

    /// After a step to these parameters without an outer optimiser.
    ///
    /// @param carried the inner optimiser's state to go on with
    OuterLoop movedTo(Parameters theta, Adam.State carried) {
        return new OuterLoop(
                new Learned(theta, learned.rates(), carried), adam, ratesAdam, steps + 1);
    }
}
