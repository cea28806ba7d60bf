/// Where nodes are drawn.
///
/// An [IncrementalLayout] improves positions step by step; a [LayoutJob] runs one on its own thread
/// and publishes [Layout] snapshots. [ForceLayout] is ours (Barnes-Hut on primitive arrays, see
/// [QuadTree]); a [CollectionLayout] lays out each member graph by itself; the one for small graphs, made of GraphStream's SpringBox, is in `graph.stream`.
@NullMarked
package innerloop.graph.layout;

import org.jspecify.annotations.NullMarked;
