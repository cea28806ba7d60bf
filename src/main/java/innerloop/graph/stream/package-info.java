/// GraphStream, kept behind our own types: the layout of small graphs.
///
/// An [innerloop.graph.AttributedGraph] goes in as events, positions come out as an
/// [innerloop.graph.layout.IncrementalLayout].
@NullMarked
package innerloop.graph.stream;

import org.jspecify.annotations.NullMarked;
