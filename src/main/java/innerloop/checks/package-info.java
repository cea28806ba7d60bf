/// Whether an experiment fits a graph: [ExperimentChecks] and [SplitChecks] say so as [Finding]s, each with a cause and a fix.
@NullMarked
package innerloop.checks;

import org.jspecify.annotations.NullMarked;
