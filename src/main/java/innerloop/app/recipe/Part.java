package innerloop.app.recipe;

import innerloop.episode.Task;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.Adaptation;
import innerloop.meta.MetaLearner;
import innerloop.meta.MetaUpdate;
import innerloop.nn.Encoder;
import innerloop.nn.Layers;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A record inside the experiment that some experiments have and others have not.
///
/// @param get the part; null if this experiment has none (a GCN has no heads)
/// @param set the experiment with another one
record Part<P>(Function<Experiment, @Nullable P> get, BiFunction<Experiment, P, Experiment> set) {

    static final Part<Experiment> WHOLE = new Part<>(e -> e, (_, changed) -> changed);
    static final Part<FeatureRecipe> FEATURES =
            new Part<>(Experiment::features, Experiment::withFeatures);
    static final Part<Task> TASK = new Part<>(Experiment::task, Experiment::withTask);
    static final Part<Budget> BUDGET = new Part<>(Experiment::budget, Experiment::withBudget);

    /// The budget of an experiment that trains.
    static final Part<Budget> TRAINING =
            new Part<>(e -> e.learner().trains() ? e.budget() : null, Experiment::withBudget);

    static final Part<Layers> LAYERS =
            new Part<>(
                    e -> e.encoder().layers(),
                    (e, layers) -> e.withEncoder(e.encoder().withLayers(layers)));
    static final Part<Adaptation> ADAPTATION =
            learner(MetaLearner.Adapting.class)
                    .inner(MetaLearner.Adapting::adaptation, MetaLearner.Adapting::withAdaptation);
    static final Part<MetaUpdate> UPDATE =
            learner(MetaLearner.Updating.class)
                    .inner(MetaLearner.Updating::update, MetaLearner.Updating::withUpdate);

    /// The encoder, while it is of this kind.
    static <E extends Encoder> Part<E> encoder(Class<E> kind) {
        return new Part<>(
                e -> kind.isInstance(e.encoder()) ? kind.cast(e.encoder()) : null,
                Experiment::withEncoder);
    }

    /// The learner, while it is of this kind.
    static <L extends MetaLearner> Part<L> learner(Class<L> kind) {
        return new Part<>(
                e -> kind.isInstance(e.learner()) ? kind.cast(e.learner()) : null,
                Experiment::withLearner);
    }

    /// Whether the experiment has this part, and it is another one than its kinds of encoder and learner come with.
    boolean isUnusual(Experiment experiment) {
        P part = get.apply(experiment);
        return part != null && !part.equals(get.apply(usual(experiment)));
    }

    private static Experiment usual(Experiment experiment) {
        return experiment
                .withEncoder(EncoderKind.of(experiment.encoder()).usual())
                .withLearner(LearnerKind.of(experiment.learner()).usual());
    }

    /// Something inside this part; the getter may give null.
    <Q> Part<Q> inner(Function<P, @Nullable Q> getter, BiFunction<P, Q, P> setter) {
        return new Part<>(
                e -> {
                    P part = get.apply(e);
                    return part == null ? null : getter.apply(part);
                },
                (e, changed) -> {
                    P part = get.apply(e);
                    return part == null ? e : set.apply(e, setter.apply(part, changed));
                });
    }
}
