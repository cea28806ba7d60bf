/// New graphs drawn from what a variational graph auto-encoder has learned, beside the real one.
@NullMarked
package innerloop.app.generated;

import org.jspecify.annotations.NullMarked;
