/// Tasks, the measures, scores and gains they are evaluated by, and their baselines.
@NullMarked
package innerloop.task;

import org.jspecify.annotations.NullMarked;
