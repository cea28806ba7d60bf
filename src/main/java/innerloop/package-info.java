/// Innerloop: a desktop workbench for meta-learning on graphs.
@NullMarked
package innerloop;

import org.jspecify.annotations.NullMarked;
