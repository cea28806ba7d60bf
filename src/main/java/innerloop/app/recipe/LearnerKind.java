package innerloop.app.recipe;

import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Reptile;

/// The learners one can pick.
public enum LearnerKind {
    /// MAML with the exact meta-gradient.
    MAML_SECOND,
    /// MAML with the gradient at the adapted parameters.
    MAML_FIRST,
    /// Reptile.
    REPTILE;

    /// The kind of this learner.
    public static LearnerKind of(MetaLearner learner) {
        return switch (learner) {
            case Maml maml ->
                    switch (maml.order()) {
                        case SECOND -> MAML_SECOND;
                        case FIRST -> MAML_FIRST;
                    };
            case Reptile _ -> REPTILE;
        };
    }

    /// A learner of this kind that keeps what it shares with the other one.
    public MetaLearner from(MetaLearner old) {
        return switch (this) {
            case MAML_SECOND -> maml(Maml.Order.SECOND, old);
            case MAML_FIRST -> maml(Maml.Order.FIRST, old);
            case REPTILE -> {
                Reptile usual = Reptile.defaults();
                yield new Reptile(
                        old.innerSteps(),
                        old.innerRate(),
                        usual.epsilon(),
                        usual.anneal(),
                        old.tasksPerStep());
            }
        };
    }

    private static Maml maml(Maml.Order order, MetaLearner old) {
        double outerRate =
                switch (old) {
                    case Maml maml -> maml.outerRate();
                    case Reptile _ -> Maml.defaults().outerRate();
                };
        return new Maml(order, old.innerSteps(), old.innerRate(), outerRate, old.tasksPerStep());
    }
}
