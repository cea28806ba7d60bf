package innerloop.microscope;

import innerloop.experiment.Experiment;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import java.util.Optional;

/// Other ways to learn an episode from the same encoder, as settings of the inner loop. MAML in both orders and Reptile learn an
/// episode alike; they differ in the θ that they train.
public final class Rivals {

    private Rivals() {}

    /// The experiment if only the head adapts, as in ANIL; empty without an inner loop, and where it is so anyway.
    public static Optional<Experiment> headOnly(Experiment experiment) {
        return experiment.learner() instanceof MetaLearner.Adapting adapting
                        && adapting.inner().head() != HeadStart.PROTOTYPES
                ? Optional.of(
                                experiment.withLearner(
                                        Maml.defaults()
                                                .withVariant(Maml.Variant.ANIL)
                                                .withInner(adapting.inner())))
                        .filter(other -> !isAnil(experiment.learner()))
                : Optional.empty();
    }

    private static boolean isAnil(MetaLearner learner) {
        return learner instanceof Maml maml && maml.variant() == Maml.Variant.ANIL;
    }

    /// The experiment if the head begins at the class means of the support set, so that θ₀ is a prototypical network on the last
    /// hidden layer; empty without an inner loop, where it is so anyway, and where answers are no classes.
    public static Optional<Experiment> classMeans(Experiment experiment) {
        return experiment.task().hasClasses()
                        && experiment.learner() instanceof MetaLearner.Adapting adapting
                        && adapting.inner().head() != HeadStart.PROTOTYPES
                ? Optional.of(
                        experiment.withLearner(
                                Maml.defaults()
                                        .withInner(
                                                adapting.inner().withHead(HeadStart.PROTOTYPES))))
                : Optional.empty();
    }
}
