package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.util.List;
import java.util.stream.Stream;

/// The direction of an outer step: the mean of its episodes' contributions, added in the order of their numbers.
///
/// @param theta the mean direction of θ, in its full shapes
/// @param rates the same for learned inner rates; empty if they are fixed
/// @param carried the inner optimiser's state after each episode
public record Direction(Parameters theta, Parameters rates, List<Adam.State> carried) {

    /// Storage for the mean, reused by every step.
    public static final class Mean {

        private final Backend backend;
        private final ParameterSpace space;
        private final ParameterSpace rateSpace;

        /// Storage with empty buffers.
        public Mean(Backend backend) {
            this.backend = backend;
            this.space = new ParameterSpace(backend, List.of());
            this.rateSpace = new ParameterSpace(backend, List.of());
        }

        /// The mean of these contributions; valid until the next call.
        ///
        /// @param at the learner's state, which has the shapes of the mean
        public Direction of(LearnerState at, Contribution... contributions) {
            space.reset(at.theta().specs());
            rateSpace.reset(at.rates().specs());
            Parameters theta = space.zero();
            Parameters rates = rateSpace.zero();
            double share = 1.0 / contributions.length;
            for (Contribution c : contributions) {
                c.problem().extend(c.direction(), share, theta, backend);
                c.problem().extendSupport(c.rates(), share, rates, backend);
            }
            return new Direction(
                    theta, rates, Stream.of(contributions).map(Contribution::carried).toList());
        }

        /// Euclidean norm over all entries of both.
        public double norm(Direction direction) {
            return Math.hypot(space.norm(direction.theta()), rateSpace.norm(direction.rates()));
        }

        /// Bytes of its storage.
        public long bytes() {
            return space.bytes() + rateSpace.bytes();
        }
    }
}
