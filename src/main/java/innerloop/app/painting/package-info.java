/// Painting an episode on the nodes themselves: support and query, class by class.
@NullMarked
package innerloop.app.painting;

import org.jspecify.annotations.NullMarked;
