/// Projections of embeddings to the plane or to space.
///
/// [innerloop.projection.Pca] is linear and quick enough to follow a run ([innerloop.projection.PlaneAndSpace]);
/// [innerloop.projection.Tsne] takes seconds and shows who is near whom. [innerloop.projection.ConvexHull] goes around a
/// group of points.
@NullMarked
package innerloop.projection;

import org.jspecify.annotations.NullMarked;
