/// Drawing many nodes and edges quickly; shared by the graph and the embedding view.
///
/// A view builds an immutable [SceneModel] (what to draw) and a [Viewport] (from where).
/// [RasterView] hands both to one background thread where [Rasterizer] draws them into an `int[]`;
/// the finished frame comes back to the FX thread, which shows it and puts the labels chosen by
/// [LabelPlacer] on top. [NodeIndex] answers which node is under the pointer; [NodeCanvas] turns mouse
/// and keys into viewports. All colours come from [innerloop.colour.Theme].
@NullMarked
package innerloop.app.canvas;

import org.jspecify.annotations.NullMarked;
