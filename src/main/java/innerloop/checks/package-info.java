/// Checks of an experiment against its graph: [ExperimentChecks] and [SplitChecks] return [Finding]s, each with a cause and a
/// fix.
@NullMarked
package innerloop.checks;

import org.jspecify.annotations.NullMarked;
