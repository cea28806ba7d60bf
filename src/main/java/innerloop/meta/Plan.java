package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.nn.Network;
import innerloop.nn.Network.Adapts;

/// A learner with the networks it computes with, compiled once per run and shared by all threads.
///
/// @param learner the learner
/// @param network the network that is adapted to an episode
/// @param trained the network θ belongs to: the same, unless θ is trained with other outputs
/// @param rows which rows of the first weights an episode must work on
/// @param draws the data the outer loop learns from
public record Plan(
        MetaLearner learner,
        Network network,
        Network trained,
        EpisodeProblem.Rows rows,
        Draws draws) {

    /// The data the outer loop learns from.
    public enum Draws {
        /// Episodes of the task.
        EPISODES,
        /// Batches of examples of all base classes.
        BATCHES
    }

    /// The plan of a learner that trains, on episodes, the same network that is adapted to an episode.
    static Plan of(MetaLearner learner, Network network, EpisodeProblem.Rows rows) {
        return new Plan(learner, network, network, rows, Draws.EPISODES);
    }

    /// The same with all parameters adapting.
    static Plan of(MetaLearner learner, Blueprint blueprint, EpisodeProblem.Rows rows) {
        return of(learner, blueprint.forEpisodes(Adapts.EVERYTHING), rows);
    }

    /// The plan of another learner that trains the same network and moves the same parameters; this one if it is the same
    /// learner.
    public Plan by(MetaLearner other) {
        return other.equals(learner) ? this : of(other, network, rows);
    }

    /// The state the outer loop starts from: θ₀ of this seed.
    public LearnerState initial(Backend backend, Seed seed) {
        return learner.initial(this, backend, seed);
    }
}
