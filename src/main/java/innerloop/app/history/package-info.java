/// A graph that grows, in the window: its history played on the canvas, and what was learned early tested over time.
@NullMarked
package innerloop.app.history;

import org.jspecify.annotations.NullMarked;
