/// The programs behind `innerloop bench` that need no window: each measures something and prints a number with the machine it
/// was measured on ([Measured]).
@NullMarked
package innerloop.bench;

import org.jspecify.annotations.NullMarked;
