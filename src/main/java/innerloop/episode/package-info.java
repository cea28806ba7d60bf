/// Episodes and where they come from.
///
/// A [Split] says which classes, regions or member graphs may be used in which [Phase]; [EpisodeSampler] draws an
/// [Episode] from an [Area] of the phase as a pure function of (seed, phase, index). A [PaintedEpisode] is made by hand.
@NullMarked
package innerloop.episode;

import org.jspecify.annotations.NullMarked;
