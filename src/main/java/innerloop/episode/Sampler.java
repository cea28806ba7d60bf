package innerloop.episode;

/// Draws the episodes of a task. Pure: the same seed, phase and index give the same episode, in any order and on any
/// thread.
public interface Sampler {

    /// The episode of this phase and index.
    ///
    /// @throws IllegalStateException if the phase has none, see [#canSample]
    Episode sample(Phase phase, long index);

    /// A batch of about `size` training examples without a support set.
    Episode batch(long index, int size);

    /// The right number of every node in the episode of this phase and index, NaN where there is none; empty if the answers are no
    /// numbers of nodes. Read only.
    default double[] truth(Phase phase, long index) {
        return new double[0];
    }

    /// All nodes of the area from which the episode of this phase and index is drawn, whether their number is known or not; none if
    /// the answers are no numbers of nodes. Read only.
    default int[] area(Phase phase, long index) {
        return new int[0];
    }

    /// How many areas of the phase have enough in them for an episode.
    int usableAreas(Phase phase);

    /// How many classes can be in an episode of the phase; 0 if the task has none.
    int usableClasses(Phase phase);

    /// Whether an episode of the phase can be drawn.
    default boolean canSample(Phase phase) {
        return usableAreas(phase) > 0;
    }
}
