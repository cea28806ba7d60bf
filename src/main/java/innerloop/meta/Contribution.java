package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// The contribution of one episode to an outer step.
///
/// @param problem the episode
/// @param lossBefore query loss at θ
/// @param lossAfter query loss after the inner loop
/// @param direction its share of the direction of θ, in the episode's shapes
/// @param rates the same for learned inner rates, in the inner loop's shapes; empty if they are fixed
/// @param carried the inner optimiser's state after the episode; empty unless it is carried on
/// @param cosine between the direction and what first order would give; empty unless it is of second order
/// @param penalty the second term of the loss, which is in both losses; empty if it has one term
public record Contribution(
        EpisodeProblem problem,
        double lossBefore,
        double lossAfter,
        Parameters direction,
        Parameters rates,
        Adam.State carried,
        OptionalDouble cosine,
        OptionalDouble penalty) {

    /// The contribution of a learner without learned rates and without two orders.
    Contribution(
            EpisodeProblem problem,
            double lossBefore,
            double lossAfter,
            Parameters direction,
            Adam.State carried) {
        this(
                problem,
                lossBefore,
                lossAfter,
                direction,
                Parameters.none(),
                carried,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /// The same with a second term of the loss.
    Contribution withPenalty(OptionalDouble newPenalty) {
        return new Contribution(
                problem, lossBefore, lossAfter, direction, rates, carried, cosine, newPenalty);
    }

    /// The mean over the contributions that have such a number.
    public static OptionalDouble mean(
            Contribution[] contributions, Function<Contribution, OptionalDouble> number) {
        return Arrays.stream(contributions)
                .map(number)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    /// Storage for the contribution of one episode of an outer step, separate from the threads' own storage.
    public static final class Buffer {

        private final ParameterSpace space;
        private final ParameterSpace rateSpace;

        /// An empty buffer.
        public Buffer(Backend backend) {
            this.space = new ParameterSpace(backend, List.of());
            this.rateSpace = new ParameterSpace(backend, List.of());
        }

        /// A copy that lives until the next call.
        Contribution keep(Contribution c) {
            return new Contribution(
                    c.problem,
                    c.lossBefore,
                    c.lossAfter,
                    keep(space, c.direction),
                    keep(rateSpace, c.rates),
                    c.carried,
                    c.cosine,
                    c.penalty);
        }

        private static Parameters keep(ParameterSpace space, Parameters direction) {
            space.reset(direction.specs());
            return space.copy(direction);
        }

        /// Bytes of its storage.
        public long bytes() {
            return space.bytes() + rateSpace.bytes();
        }
    }
}
