/// The live view of the node embeddings, projected to the plane.
///
/// [EmbeddingView] gets positions and colours with every frame of the run and moves the nodes there
/// smoothly ([innerloop.scene.Transition]).
@NullMarked
package innerloop.app.embedding;

import org.jspecify.annotations.NullMarked;
