package innerloop.meta;

import innerloop.nn.Parameters;
import java.util.List;

/// The parameters an episode goes through while it is learned: θ₀ (where the inner loop starts) … θ_K, in the episode's
/// shapes. A learner without an inner loop stays where it starts.
public interface Trajectory {

    /// K, the number of inner steps.
    int steps();

    /// θ_k. Lives in the workspace until the next episode.
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
