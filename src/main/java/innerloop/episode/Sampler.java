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

    /// How many areas of the phase have enough in them for an episode.
    int usableAreas(Phase phase);

    /// How many classes can be in an episode of the phase; 0 if the task has none.
    int usableClasses(Phase phase);

    /// Whether an episode of the phase can be drawn.
    default boolean canSample(Phase phase) {
        return usableAreas(phase) > 0;
    }
}
