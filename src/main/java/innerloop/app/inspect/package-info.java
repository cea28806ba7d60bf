/// The right side: what is known about the selected node ([NodeInspector]), and its neighbourhood, drawn by GraphStream's
/// viewer.
///
/// [EgoNetwork] picks the nodes and edges (pure); [EgoView] feeds them to the viewer and disposes
/// of it. [WholeGraphViewer] puts a whole graph into that viewer, to measure it. The only place in `app` that sees
/// GraphStream.
@NullMarked
package innerloop.app.inspect;

import org.jspecify.annotations.NullMarked;
