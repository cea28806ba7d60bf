package innerloop.meta;

import innerloop.nn.Parameters;
import java.util.List;

/// The parameters at each inner step of an episode: θ₀ (the start of the inner loop) … θ_K, in the episode's shapes. For a
/// learner without an inner loop, θ₀ alone.
public interface Trajectory {

    /// K, the number of inner steps.
    int steps();

    /// θ_k; stored in the workspace, valid until the next episode.
    Parameters at(int k);

    /// θ_K, which the episode is judged by.
    default Parameters last() {
        return at(steps());
    }

    /// The trajectory through these points.
    static Trajectory through(List<Parameters> points) {
        return new Trajectory() {
            @Override
            public int steps() {
                return points.size() - 1;
            }

            @Override
            public Parameters at(int k) {
                return points.get(k);
            }
        };
    }
}
