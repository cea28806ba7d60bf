/// One table of every encoder, learner and task with its settings. The experiment's file, the recipe in the window, the
/// command line's help and the texts' keys all follow from it.
@NullMarked
package innerloop.experiment.kinds;

import org.jspecify.annotations.NullMarked;
