/// The arithmetic of one example, step by step, forward and backward, with a finite difference beside every derivative.
///
/// An [Explainer] holds an experiment, adapts θ to an episode with the [innerloop.meta.EpisodeWorker] that also trains, and
/// computes what the network says of one [Example] once more, by the formulas that stand beside the numbers, in the matrices of a
/// [Pass] on the reference backend. [NetworkSteps] puts it together: [EncoderSteps] with [LayerSteps] for each kind of
/// encoder, [ReadoutSteps] from rows of nodes to rows of examples, [HeadSteps] from these to scores and loss. The result is
/// an [Explanation], a list of [Term]s.
///
///     experiment, graph ─> Explainer ──explain(node)──> Explanation ─> io (JSON, worksheet), cli (explain)
///
/// A derivative is evaluated by its formula. [Differences] then moves the same entry a little and runs the same pass again:
/// a [Check] holds both. Formulas that are often printed and wrong go through the very same check.
@NullMarked
package innerloop.calculus;

import org.jspecify.annotations.NullMarked;
