/// One episode, or one outer step, looked at closely: what the inner loop does step by step, and what the outer loop makes of it.
///
/// A [Microscope] holds an experiment on its graph. Given an episode ([Subject]) and a state of the learner, it returns an
/// [InnerTrace]: an [InnerStep] for each of θ₀ … θ_K, with losses, scores, what is said of every example, and how far each layer
/// has moved ([LayerMove]). All numbers come from the [innerloop.meta.EpisodeWorker] that also trains. [Rival]s are other
/// learners that start from the same encoder.
///
///     experiment, graph ─> Microscope ──look(θ, Subject)──> InnerTrace ─> io (adapt --json), app.microscope (the tab Episode)
///
/// An [OuterMicroscope] takes the outer step apart that comes after a state: it draws the episodes that training draws and returns
/// an [OuterTrace], which lies in one plane through θ: of each episode ([EpisodeTrace]) the path of its inner loop and its
/// meta-gradient in both orders, of all together the mean and the move of the outer optimiser. Distances in the plane are those in
/// the space of all parameters, as far as the plane holds them; every [Arrow] knows its whole length and how much of it is seen.
///
///     experiment, graph ─> OuterMicroscope ──look(OuterState)──> OuterTrace ─> io (adapt --outer), app.outer (the tab Outer step)
///
/// The whole graph at θ_k is no part of it: that is an observation like any other, at a moment with an inner step
/// ([innerloop.training.Moment]).
@NullMarked
package innerloop.microscope;

import org.jspecify.annotations.NullMarked;
