/// Meta-learning.
///
/// [MetaLearner] is the closed set of algorithms, as values; each is whole in its own file. [EpisodeProblem] is one episode,
/// prepared for computing losses, gradients and Hessian-vector products. [InnerLoop] adapts to it, a [Contribution] is an
/// episode's share of the outer step, and [OuterState] holds θ and everything else that outer steps change. An
/// [EpisodeWorker] runs all of this on one thread.
@NullMarked
package innerloop.meta;

import org.jspecify.annotations.NullMarked;
