/// The document and what becomes of it: [Experiment] is what a person edits and saves, `ExperimentRunner`
/// turns it into a stream of [TrainingEvent]s and a [RunRecord].
@NullMarked
package innerloop.experiment;

import org.jspecify.annotations.NullMarked;
