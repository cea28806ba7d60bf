/// What a task is scored by: measures, scores and gains.
@NullMarked
package innerloop.task;

import org.jspecify.annotations.NullMarked;
