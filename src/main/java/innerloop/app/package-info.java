/// The window.
@NullMarked
package innerloop.app;

import org.jspecify.annotations.NullMarked;
