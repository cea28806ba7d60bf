/// The command line.
@NullMarked
package innerloop.cli;

import org.jspecify.annotations.NullMarked;
