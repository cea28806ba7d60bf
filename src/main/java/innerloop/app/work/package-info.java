/// Pages of work that takes long: what starts and stops it, and what it came to in a chart and a sentence.
@NullMarked
package innerloop.app.work;

import org.jspecify.annotations.NullMarked;
