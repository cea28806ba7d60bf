/// The neighbourhood of the inspected node, drawn by GraphStream's FX viewer.
///
/// [EgoNetwork] picks the nodes and edges (pure); [EgoView] feeds them to the viewer and disposes
/// of it. [WholeGraphViewer] puts a whole graph into that viewer, to measure it. The only place in `app` that sees
/// GraphStream.
@NullMarked
package innerloop.app.ego;

import org.jspecify.annotations.NullMarked;
