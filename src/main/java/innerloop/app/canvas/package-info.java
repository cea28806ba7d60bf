/// Canvases on which a scene is looked at with mouse and keys; shared by the graph and the embedding view.
///
/// [RasterView] hands an [innerloop.scene.SceneModel] and a viewport to one background thread that draws them
/// ([innerloop.scene.Rasterizer]); the finished frame comes back to the FX thread, which shows it and puts the labels on
/// top. [NodeCanvas] turns mouse and keys into viewports and selections.
@NullMarked
package innerloop.app.canvas;

import org.jspecify.annotations.NullMarked;
