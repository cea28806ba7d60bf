/// Projections of embeddings to the plane.
@NullMarked
package innerloop.projection;

import org.jspecify.annotations.NullMarked;
