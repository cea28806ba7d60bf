/// Pictures of many nodes and edges as data and pixels, without JavaFX.
///
/// A [SceneModel] says what to draw, a [Viewport] from where; [Rasterizer] draws both into an `int[]` and [LabelPlacer]
/// chooses the labels that go on top. [NodeIndex] answers which node is at a place. [EmbeddingScene] makes the scene of an
/// embedding. All colours come from [innerloop.colour.Theme].
@NullMarked
package innerloop.scene;

import org.jspecify.annotations.NullMarked;
