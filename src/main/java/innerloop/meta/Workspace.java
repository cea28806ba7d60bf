package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Objective;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.util.List;

/// What one thread works on an episode with: evaluators and storage that are used again for the next one.
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
    private Parameters step = Parameters.none();
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

    /// Forgets the episode before and takes the shapes of this one.
    ///
    /// @param newPausePoint called between inner steps; may wait, may throw to end the run
    Workspace begin(EpisodeProblem problem, Runnable newPausePoint) {
        pausePoint = newPausePoint;
        space.reset(problem.specs());
        supportSpace.reset(problem.supportSpecs());
        moveSpace.reset(plan.network().adaptedAmong(problem.supportSpecs()));
        product = supportSpace.blank();
        step = supportSpace.blank();
        return this;
    }

    Backend backend() {
        return evaluator.backend();
    }

    /// What the network that meets an episode is trained by.
    Objective objective() {
        return plan.network().objective();
    }

    /// Runs the network that meets an episode.
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

    /// For points and slopes in the inner loop's shapes.
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

    /// Takes products of rates and slopes, in the inner loop's shapes.
    Parameters product() {
        return product;
    }

    /// Takes steps along slopes, in the inner loop's shapes.
    Parameters step() {
        return step;
    }

    /// For numbers that are needed for a moment.
    Scratch scratch() {
        return scratch;
    }

    /// Waits here while the run is paused; throws if it has been stopped.
    void pausePoint() {
        pausePoint.run();
    }

    void setWatchful(boolean watchful) {
        evaluator.setWatchful(watchful);
        trained.setWatchful(watchful);
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
