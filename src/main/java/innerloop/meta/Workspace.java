package innerloop.meta;

import innerloop.autodiff.Branches;
import innerloop.math.Backend;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Objective;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The evaluators and storage one thread needs for an episode, reused for the next one.
public final class Workspace {

    private final Plan plan;
    private final NetworkEvaluator evaluator;
    private final NetworkEvaluator trained;
    private final ParameterSpace space;
    private final ParameterSpace supportSpace;
    private final ParameterSpace moveSpace;
    private final ParameterSpace rateSpace;
    private final Scratch scratch;
    private Parameters product = Parameters.none();
    private Parameters displacement = Parameters.none();
    private Runnable pausePoint = () -> {};

    /// A workspace with empty buffers.
    Workspace(Backend backend, Plan plan) {
        this.plan = plan;
        this.evaluator = new NetworkEvaluator(backend, plan.network());
        this.trained =
                plan.trained() == plan.network()
                        ? evaluator
                        : new NetworkEvaluator(backend, plan.trained());
        this.space = new ParameterSpace(backend, List.of());
        this.supportSpace = new ParameterSpace(backend, List.of());
        this.moveSpace = new ParameterSpace(backend, List.of());
        this.rateSpace = new ParameterSpace(backend, List.of());
        this.scratch = new Scratch(backend);
    }

    /// Discards the previous episode's numbers and takes the shapes of this one.
    ///
    /// @param newPausePoint called between inner steps; may wait, may throw to end the run
    Workspace begin(EpisodeProblem problem, Runnable newPausePoint) {
        pausePoint = newPausePoint;
        space.reset(problem.specs());
        supportSpace.reset(problem.supportSpecs());
        moveSpace.reset(plan.network().adaptedAmong(problem.supportSpecs()));
        product = supportSpace.blank();
        displacement = supportSpace.blank();
        return this;
    }

    Backend backend() {
        return evaluator.backend();
    }

    /// The objective of the network that is adapted to an episode.
    Objective objective() {
        return plan.network().objective();
    }

    /// Runs the network that is adapted to an episode.
    NetworkEvaluator evaluator() {
        return evaluator;
    }

    /// Runs the network θ belongs to.
    NetworkEvaluator trained() {
        return trained;
    }

    /// For parameters and directions in the episode's shapes.
    ParameterSpace space() {
        return space;
    }

    /// For parameters and cotangents in the inner loop's shapes.
    ParameterSpace supportSpace() {
        return supportSpace;
    }

    /// The same for the adapted parameters alone.
    ParameterSpace moveSpace() {
        return moveSpace;
    }

    /// For learned rates, in the inner loop's shapes.
    ParameterSpace rateSpace() {
        return rateSpace;
    }

    /// Storage for products of rates and gradients, in the inner loop's shapes.
    Parameters product() {
        return product;
    }

    /// Storage for displacements, in the inner loop's shapes.
    Parameters displacement() {
        return displacement;
    }

    /// For temporary matrices.
    Scratch scratch() {
        return scratch;
    }

    /// Waits here while the run is paused; throws if it has been stopped.
    void pausePoint() {
        pausePoint.run();
    }

    void setChecksNumbers(boolean checksNumbers) {
        evaluator.setChecksNumbers(checksNumbers);
        trained.setChecksNumbers(checksNumbers);
    }

    void setBranches(@Nullable Branches branches) {
        evaluator.setBranches(branches);
        trained.setBranches(branches);
    }

    /// Bytes of all buffers.
    long bytes() {
        return evaluator.bytes()
                + (trained == evaluator ? 0 : trained.bytes())
                + space.bytes()
                + supportSpace.bytes()
                + moveSpace.bytes()
                + scratch.bytes()
                + rateSpace.bytes();
    }
}
