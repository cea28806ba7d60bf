package innerloop.meta;

import innerloop.nn.Network.Adapts;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;

/// The baseline without training episodes: the network is trained to classify batches of examples of all base classes, and
/// then gets a new head for every test episode (Chen et al. 2019).
///
///     repeat
///         θ ← Adam(θ, mean gradient of the cross-entropy of `tasks` batches over all base classes)
///     in a test episode: new head, K steps of gradient descent on the support set
///
/// @param inner gradient steps on the support set; the head cannot start where pre-training left it, since it
///     has other classes
/// @param probe the parameters these steps move
/// @param outer the outer loop; a batch has as many examples as an episode, and `tasks` batches make a step
public record Pretrain(InnerLoopSettings inner, Probe probe, OuterLoopSettings outer)
        implements MetaLearner.Adapting, MetaLearner.Updating {

    /// The parameters that the steps on the support set move.
    public enum Probe {
        /// Everything.
        FINE_TUNE,
        /// The head alone.
        LINEAR_PROBE
    }

    public Pretrain {
        if (inner.head() == HeadStart.LEARNED) {
            throw new Refusal(Phrase.of("refusal.pretrainedHead"));
        }
    }

    /// Everything is tuned, with the usual inner and outer loop.
    public static Pretrain defaults() {
        return new Pretrain(
                InnerLoopSettings.defaults(), Probe.FINE_TUNE, OuterLoopSettings.defaults());
    }

    /// Two networks: one with an output for each base class, trained on batches, and one with an output for each slot, which
    /// starts from the weights of the first, except for the head.
    @Override
    public Plan plan(Blueprint blueprint) {
        return new Plan(
                this,
                blueprint.forEpisodes(
                        switch (probe) {
                            case FINE_TUNE -> Adapts.EVERYTHING;
                            case LINEAR_PROBE -> Adapts.HEAD;
                        }),
                blueprint.forBaseClasses(),
                EpisodeProblem.Rows.PRODUCTS,
                Plan.Draws.BATCHES);
    }

    /// The gradient of the batch's loss.
    @Override
    public Contribution contribute(
            EpisodeProblem batch, LearnerState at, int outerStep, Workspace w) {
        Parameters theta = batch.restrict(at.theta(), w.space());
        Parameters gradient =
                w.trained().gradient(theta, Passes.of(batch.query()), batch.queryDropoutKey(0));
        double loss = w.trained().lossOfGradient();
        return new Contribution(batch, loss, loss, gradient, at.carried());
    }

    @Override
    public Traits traits() {
        return new Traits(
                Traits.Loss.BATCH,
                Traits.Move.GRADIENT,
                Traits.Gradient.NONE,
                Traits.OuterKnob.RATE,
                outer.shrinks(),
                false,
                Traits.Space.HIDDEN);
    }

    @Override
    public Pretrain withInner(InnerLoopSettings newInner) {
        return new Pretrain(newInner, probe, outer);
    }

    @Override
    public Pretrain withOuter(OuterLoopSettings newOuter) {
        return new Pretrain(inner, probe, newOuter);
    }

    public Pretrain withProbe(Probe newProbe) {
        return new Pretrain(inner, newProbe, outer);
    }
}
