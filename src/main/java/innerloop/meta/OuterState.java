package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.util.List;

/// The state of the outer loop. A value: each step makes a new one ([MetaLearner#step]).
///
/// @param learned the learner's state so far
/// @param start the θ₀ that the outer loop began with, after any pre-training
/// @param adam Adam's moments for θ
/// @param ratesAdam Adam's moments for the rates
/// @param steps outer steps taken
public record OuterState(
        LearnerState learned, Parameters start, Adam.State adam, Adam.State ratesAdam, int steps) {

    /// What the outer step remembers beside what is learned.
    ///
    /// @param adam Adam's moments for θ
    /// @param ratesAdam Adam's moments for the rates
    /// @param carried the inner optimiser's state if it is carried from step to step
    public record Moments(Adam.State adam, Adam.State ratesAdam, Adam.State carried) {

        /// Nothing.
        public static Moments none() {
            return new Moments(Adam.State.start(), Adam.State.start(), Adam.State.start());
        }

        /// Bytes in float32.
        public long bytes() {
            return adam.bytes() + ratesAdam.bytes() + carried.bytes();
        }
    }

    /// Before the first step.
    public static OuterState start(LearnerState learned) {
        return new OuterState(learned, learned.theta(), Adam.State.start(), Adam.State.start(), 0);
    }

    /// A state that was kept without moments, after some steps. Before the first there are none to be lost.
    public static OuterState kept(LearnerState learned, Parameters start, int steps) {
        return kept(learned, start, steps, Moments.none());
    }

    /// A state that was kept in two parts.
    public static OuterState kept(
            LearnerState learned, Parameters start, int steps, Moments moments) {
        return new OuterState(
                new LearnerState(learned.theta(), learned.rates(), moments.carried()),
                start,
                moments.adam(),
                moments.ratesAdam(),
                steps);
    }

    /// What it remembers beside what is learned.
    public Moments moments() {
        return new Moments(adam, ratesAdam, learned.carried());
    }

    /// Whether it has the moments that Adam makes its next step with.
    public boolean hasMoments() {
        return adam.steps() == steps;
    }

    /// Whether the steps after it can be made as they were made in training.
    public boolean goesOn() {
        return steps == 0 || hasMoments() || learned.carried().steps() > 0;
    }

    /// After a step in which Adam moved θ against this direction, and the loop's shrinkage pulled it back.
    ///
    /// @param pulled the parameters that are pulled back
    /// @param rate of this step
    OuterState movedByAdam(
            Parameters direction,
            List<ParameterSpec> pulled,
            OuterLoopSettings loop,
            double rate,
            Backend backend) {
        Parameters theta = learned.theta();
        Parameters held = theta.only(pulled);
        Shrinkage shrinkage = loop.shrinkage();
        Adam byRate = Adam.withRate(rate);
        return switch (loop.decay()) {
            case PENALTY ->
                    movedTo(
                            byRate.step(
                                    backend,
                                    adam,
                                    theta,
                                    shrinkage.added(direction, 1, held, start, backend)));
            case DECOUPLED -> {
                Adam.Step moved = byRate.step(backend, adam, theta, direction);
                yield movedTo(
                        new Adam.Step(
                                shrinkage.added(moved.parameters(), -rate, held, start, backend),
                                moved.state()));
            }
        };
    }

    private OuterState movedTo(Adam.Step moved) {
        return new OuterState(
                new LearnerState(moved.parameters(), learned.rates(), learned.carried()),
                start,
                moved.state(),
                ratesAdam,
                steps + 1);
    }

    /// The same with the learned rates that Adam's step gives.
    OuterState withRates(Adam.Step rates) {
        return new OuterState(
                new LearnerState(learned.theta(), rates.parameters(), learned.carried()),
                start,
                adam,
                rates.state(),
                steps);
    }

    /// After a step to these parameters without an outer optimiser.
    ///
    /// @param carried the inner optimiser's state to go on with
    OuterState movedTo(Parameters theta, Adam.State carried) {
        return new OuterState(
                new LearnerState(theta, learned.rates(), carried),
                start,
                adam,
                ratesAdam,
                steps + 1);
    }
}
