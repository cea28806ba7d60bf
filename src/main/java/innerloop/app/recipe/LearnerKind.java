package innerloop.app.recipe;

import innerloop.meta.Adaptation;
import innerloop.meta.FineTune;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Pretrain;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;

/// The learners one can pick.
public enum LearnerKind {
    /// All parameters adapt at the same rate.
    MAML,
    /// The head adapts.
    ANIL,
    /// All parameters adapt at learned rates.
    META_SGD,
    /// Moves towards adapted parameters.
    REPTILE,
    /// Nearest class mean in a learned space.
    PROTOTYPICAL,
    /// No meta-training.
    FINE_TUNE,
    /// Supervised training on the base classes.
    PRETRAIN;

    /// The kind of this learner.
    public static LearnerKind of(MetaLearner learner) {
        return switch (learner) {
            case Maml maml ->
                    switch (maml.variant()) {
                        case MAML -> MAML;
                        case ANIL -> ANIL;
                        case META_SGD -> META_SGD;
                    };
            case Reptile _ -> REPTILE;
            case Prototypical _ -> PROTOTYPICAL;
            case FineTune _ -> FINE_TUNE;
            case Pretrain _ -> PRETRAIN;
        };
    }

    /// A learner of this kind as it comes.
    MetaLearner usual() {
        return switch (this) {
            case MAML -> Maml.defaults();
            case ANIL -> Maml.defaults().withVariant(Maml.Variant.ANIL);
            case META_SGD -> Maml.defaults().withVariant(Maml.Variant.META_SGD);
            case REPTILE -> Reptile.defaults();
            case PROTOTYPICAL -> Prototypical.defaults();
            case FINE_TUNE -> FineTune.defaults();
            case PRETRAIN -> Pretrain.defaults();
        };
    }

    /// A learner of this kind that keeps what a person set in the other one's inner loop. Outer rates are not kept: what
    /// suits one learner ruins another.
    public MetaLearner from(MetaLearner old) {
        MetaLearner usual = usual();
        if (usual instanceof Maml kind && old instanceof Maml maml) {
            return maml.withVariant(kind.variant());
        }
        if (usual instanceof MetaLearner.Adapting target
                && old instanceof MetaLearner.Adapting source
                && !isAdam(source)) {
            return target.withAdaptation(fitting(source.adaptation()));
        }
        return usual;
    }

    private static boolean isAdam(MetaLearner.Adapting learner) {
        return learner instanceof Reptile reptile && reptile.optimiser() != Reptile.Optimiser.SGD;
    }

    /// A pre-trained head has other classes, so it is never where adaptation starts.
    private Adaptation fitting(Adaptation adaptation) {
        return this == PRETRAIN && adaptation.head() == HeadStart.LEARNED
                ? adaptation.withHead(HeadStart.ZERO)
                : adaptation;
    }
}
