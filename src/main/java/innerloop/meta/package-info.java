/// Meta-learning.
///
/// [MetaLearner] is the closed set of algorithms, as values. [EpisodeProblem] is one episode ready for
/// computing: gradients and Hessian-vector products on its support, loss on its query. [InnerLoop] adapts to
/// it, [MetaDirection] is what an episode contributes to the outer step, [OuterState] moves θ, [EpisodeWorker] does all that
/// for one thread, and [NearestClassMean] is the floor: no training at all.
@NullMarked
package innerloop.meta;

import org.jspecify.annotations.NullMarked;
