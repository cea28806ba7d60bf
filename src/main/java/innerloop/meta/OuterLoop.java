package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.util.List;

/// The outer loop: moves θ (and learned rates) along the mean direction of a step's episodes. Each state is a value.
///
/// @param learned what has been learned so far
/// @param adam Adam's moments for θ
/// @param ratesAdam Adam's moments for the rates
/// @param steps outer steps taken
public record OuterLoop(Learned learned, Adam.State adam, Adam.State ratesAdam, int steps) {

    /// Adam moves a learned inner rate by up to this many times `outerRate · innerRate` a step: the outer rate is
    /// right for weights of about 0.1, and a rate should move as much in relation to itself.
    private static final double RATE_SPEED = 10;

    /// Before the first step.
    public static OuterLoop start(Learned learned) {
        return new OuterLoop(learned, Adam.State.start(), Adam.State.start(), 0);
    }

    /// After one more step.
    ///
    /// @param direction the mean over the step's episodes, with the optimiser's state after each as `carried`
    /// @param totalSteps length of the run, for annealing
    public OuterLoop step(
            MetaLearner learner,
            Parameters direction,
            Parameters rateDirection,
            List<Adam.State> carried,
            int totalSteps,
            Backend backend) {
        return switch (learner) {
            case Maml maml -> {
                // Rates move in proportion to their size, so that the outer rate means the same for
                // all of them.
                double rate = maml.update().rateAt(steps, totalSteps);
                Adam.Step rates =
                        Adam.withRate(rate * maml.adaptation().rate() * RATE_SPEED)
                                .step(backend, ratesAdam, learned.rates(), rateDirection);
                OuterLoop moved = adam(maml, direction, totalSteps, backend);
                yield new OuterLoop(
                        new Learned(moved.learned().theta(), rates.parameters(), learned.carried()),
                        moved.adam(),
                        rates.state(),
                        steps + 1);
            }
            case Prototypical p -> adam(p, direction, totalSteps, backend);
            case Pretrain p -> adam(p, direction, totalSteps, backend);
            case Reptile reptile -> {
                Parameters moved =
                        new ParameterSpace(backend, learned.theta().specs())
                                .plus(
                                        learned.theta(),
                                        reptile.epsilonAt(steps, totalSteps),
                                        direction);
                yield new OuterLoop(
                        new Learned(moved, learned.rates(), mean(carried, backend)),
                        adam,
                        ratesAdam,
                        steps + 1);
            }
            case FineTune _ -> throw new IllegalStateException("fine-tuning does not meta-train");
        };
    }

    private OuterLoop adam(
            MetaLearner.Updating learner, Parameters direction, int totalSteps, Backend backend) {
        Adam.Step moved =
                Adam.withRate(learner.update().rateAt(steps, totalSteps))
                        .step(backend, adam, learned.theta(), direction);
        return new OuterLoop(
                new Learned(moved.parameters(), learned.rates(), learned.carried()),
                moved.state(),
                ratesAdam,
                steps + 1);
    }

    /// The mean over a step's episodes, in their order.
    private static Adam.State mean(List<Adam.State> states, Backend backend) {
        return new Adam.State(
                states.getFirst().steps(),
                meanOf(states.stream().map(Adam.State::mean).toList(), backend),
                meanOf(states.stream().map(Adam.State::square).toList(), backend));
    }

    private static Parameters meanOf(List<Parameters> all, Backend backend) {
        ParameterSpace space = new ParameterSpace(backend, all.getFirst().specs());
        Parameters mean = space.zero();
        all.forEach(each -> space.add(mean, 1.0 / all.size(), each));
        return mean;
    }
}
