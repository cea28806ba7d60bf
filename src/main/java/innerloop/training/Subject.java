package innerloop.training;

import innerloop.episode.Episode;
import innerloop.episode.Phase;

/// An episode that is looked at.
///
/// @param phase says what it sees of the graph
/// @param episode support and query set
public record Subject(Phase phase, Episode episode) {}
