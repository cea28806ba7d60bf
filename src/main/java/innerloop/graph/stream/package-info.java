/// GraphStream, kept behind our own types: the layout of small graphs, and the communities of any.
///
/// An [innerloop.graph.AttributedGraph] goes in, positions come out as an [innerloop.graph.layout.IncrementalLayout],
/// communities as arrays of nodes.
@NullMarked
package innerloop.graph.stream;

import org.jspecify.annotations.NullMarked;
