package innerloop.task;

import innerloop.episode.Episode;

/// A method without meta-learning that every score is compared with, on the same episodes.
public interface Baseline {

    /// Its name in files, see [BaselineScore].
    String word();

    /// The measure's value on the query set of an episode, after looking at its support set.
    double of(Episode episode);

    /// Whether the value follows from the task and is the same on every episode.
    default boolean isConstant() {
        return false;
    }
}
