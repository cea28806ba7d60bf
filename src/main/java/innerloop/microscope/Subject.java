package innerloop.microscope;

import innerloop.episode.Episode;
import innerloop.episode.Phase;

/// An episode under the microscope.
///
/// @param phase says what it sees of the graph
/// @param episode support and query set
public record Subject(Phase phase, Episode episode) {}
