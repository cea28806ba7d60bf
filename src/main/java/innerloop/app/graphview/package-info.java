/// The live view of the graph.
///
/// [GraphView] collects what is known (graph, lanes, watched episode, predictions) in an immutable
/// `Appearance`, which turns it into an [innerloop.scene.SceneModel]; [LayoutSession] delivers
/// positions while the layout runs; [Legend] explains shapes, colours and sizes.
@NullMarked
package innerloop.app.graphview;

import org.jspecify.annotations.NullMarked;
