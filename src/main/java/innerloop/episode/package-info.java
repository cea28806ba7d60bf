/// Episodes and where they come from.
///
/// A [Lanes] says which classes may be used in which [Phase]; [EpisodeSampler] draws an [Episode] as a pure
/// function of (seed, phase, index).
@NullMarked
package innerloop.episode;

import org.jspecify.annotations.NullMarked;
