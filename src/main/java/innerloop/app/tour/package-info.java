/// `tour OUT`: drives the real window through every screen and writes a picture of each. Needs no display: JavaFX's
/// headless platform runs the window in memory.
@NullMarked
package innerloop.app.tour;

import org.jspecify.annotations.NullMarked;
