/// The right side: what is known about the selected node ([NodeInspector]).
@NullMarked
package innerloop.app.inspect;

import org.jspecify.annotations.NullMarked;
