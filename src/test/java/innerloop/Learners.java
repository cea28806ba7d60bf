package innerloop;

import innerloop.meta.Adaptation;
import innerloop.meta.FineTune;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.MetaUpdate;
import innerloop.meta.Pretrain;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.nn.Objective.Distance;
import java.util.stream.Stream;

/// Learners in few words.
public final class Learners {

    private Learners() {}

    public static Maml maml(Maml.Order order, int steps, double rate, double outerRate, int tasks) {
        return Maml.of(order, inner(steps, rate), update(outerRate, tasks));
    }

    public static Reptile reptile(
            int steps, double rate, double epsilon, boolean anneal, int tasks) {
        return new Reptile(inner(steps, rate), Reptile.Optimiser.SGD, epsilon, anneal, tasks);
    }

    /// Every kind with every option.
    public static Stream<MetaLearner> all() {
        Adaptation inner = inner(3, 0.5);
        Adaptation zero = inner.withHead(HeadStart.ZERO);
        Adaptation prototypes = inner.withHead(HeadStart.PROTOTYPES);
        Maml maml = Maml.of(Maml.Order.SECOND, inner, update(0.01, 5));
        Reptile reptile = reptile(3, 0.5, 0.5, true, 5);
        return Stream.of(
                maml,
                maml.withOrder(Maml.Order.FIRST),
                maml.withAdaptation(zero),
                maml.withAdaptation(prototypes),
                maml.withLearnRates(true)
                        .withMultiStepLoss(4)
                        .withFirstOrderSteps(2)
                        .withUpdate(new MetaUpdate(0.01, MetaUpdate.Schedule.COSINE, 5)),
                maml.withVariant(Maml.Variant.ANIL),
                maml.withVariant(Maml.Variant.META_SGD),
                reptile,
                reptile.withOptimiser(Reptile.Optimiser.ADAM_RESET),
                reptile.withOptimiser(Reptile.Optimiser.ADAM_CARRIED),
                new Prototypical(Distance.EUCLIDEAN, 6, update(0.01, 5)),
                new Prototypical(Distance.COSINE, 6, update(0.01, 5)),
                new FineTune(inner),
                new Pretrain(zero, Pretrain.Probe.FINE_TUNE, update(0.01, 5)),
                new Pretrain(prototypes, Pretrain.Probe.LINEAR_PROBE, update(0.01, 5)));
    }

    /// The head starts at θ.
    public static Adaptation inner(int steps, double rate) {
        return new Adaptation(steps, rate, HeadStart.LEARNED);
    }

    /// At a constant rate.
    public static MetaUpdate update(double rate, int tasks) {
        return new MetaUpdate(rate, MetaUpdate.Schedule.CONSTANT, tasks);
    }
}
