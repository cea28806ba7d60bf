/// Runs experiments: [ExperimentRunner] turns an experiment and its graph into a stream of [TrainingEvent]s and a [RunRecord];
/// [Trainer] does so on a thread of its own while an [Observer] looks at one episode.
@NullMarked
package innerloop.training;

import org.jspecify.annotations.NullMarked;
