/// Cross-validation over classes in the window: every set of novel classes, or some of them, is a fold with a run of its
/// own ([innerloop.training.ClassFolds]). A [FoldsViewModel] works on a thread of its own, a [FoldsPanel] shows it.
@NullMarked
package innerloop.app.folds;

import org.jspecify.annotations.NullMarked;
