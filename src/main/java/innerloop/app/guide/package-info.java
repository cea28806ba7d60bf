/// The first five minutes: cards that point at the real controls of the window, one after the other.
@NullMarked
package innerloop.app.guide;

import org.jspecify.annotations.NullMarked;
