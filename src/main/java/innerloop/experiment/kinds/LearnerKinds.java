package innerloop.experiment.kinds;

import static innerloop.experiment.kinds.Setting.choice;
import static innerloop.experiment.kinds.Setting.decimal;
import static innerloop.experiment.kinds.Setting.flag;
import static innerloop.experiment.kinds.Setting.group;
import static innerloop.experiment.kinds.Setting.rate;
import static innerloop.experiment.kinds.Setting.whole;

import innerloop.experiment.kinds.Setting.Mark;
import innerloop.experiment.kinds.Setting.Row;
import innerloop.experiment.kinds.Values.Decimal.Bounds;
import innerloop.meta.FineTune;
import innerloop.meta.FullBatch;
import innerloop.meta.HeadStart;
import innerloop.meta.InnerLoopSettings;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.OuterLoopSettings;
import innerloop.meta.Pretrain;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.meta.Ridge;
import innerloop.meta.Shrinkage;
import innerloop.nn.Layers;
import innerloop.nn.Objective.Distance;
import innerloop.nn.RidgeHead.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// The table of learners: one row for each, with its word, its record, its defaults and the settings it does not share.
/// The settings of an inner loop and of an outer loop come with the interfaces a learner implements.
final class LearnerKinds {

    /// The inner loop: every learner has it that takes steps on the support set.
    private static final List<Setting<MetaLearner.Adapting, ?>> INNER_LOOP =
            group(
                    List.of(Mark.KEPT),
                    MetaLearner.Adapting::inner,
                    MetaLearner.Adapting::withInner,
                    whole(
                                    "innerSteps",
                                    1,
                                    MetaLearner.MOST,
                                    InnerLoopSettings::steps,
                                    InnerLoopSettings::withSteps)
                            .at(Row.INNER),
                    rate("innerRate", InnerLoopSettings::rate, InnerLoopSettings::withRate)
                            .at(Row.INNER),
                    choice(
                                    "head",
                                    HeadStart.class,
                                    InnerLoopSettings::head,
                                    InnerLoopSettings::withHead)
                            .at(Row.LOWER));

    /// The outer loop: every learner has it that follows a gradient with Adam.
    private static final List<Setting<MetaLearner.Updating, ?>> OUTER_LOOP =
            group(
                    List.of(),
                    MetaLearner.Updating::outer,
                    MetaLearner.Updating::withOuter,
                    rate("outerRate", OuterLoopSettings::rate, OuterLoopSettings::withRate)
                            .at(Row.OUTER),
                    choice(
                                    "schedule",
                                    OuterLoopSettings.Schedule.class,
                                    OuterLoopSettings::schedule,
                                    OuterLoopSettings::withSchedule)
                            .marked(Mark.FOLDED),
                    tasksPerStep(OuterLoopSettings::tasks, OuterLoopSettings::withTasks),
                    choice(
                                    "decay",
                                    OuterLoopSettings.Decay.class,
                                    OuterLoopSettings::decay,
                                    OuterLoopSettings::withDecay)
                            .marked(Mark.FOLDED));

    /// What pulls θ back: every learner has it that trains.
    private static final List<Setting<MetaLearner.Shrinking, ?>> SHRINKAGE =
            group(
                    List.of(Mark.FOLDED),
                    MetaLearner.Shrinking::shrinkage,
                    MetaLearner.Shrinking::withShrinkage,
                    decimal(
                            "weightDecay",
                            Bounds.FROM_ZERO,
                            Shrinkage::weightDecay,
                            Shrinkage::withWeightDecay),
                    decimal(
                            "towardsStart",
                            Bounds.FROM_ZERO,
                            Shrinkage::towardsStart,
                            Shrinkage::withTowardsStart));

    static final List<Kind<MetaLearner>> ALL =
            List.of(
                    maml(Maml.Variant.MAML),
                    maml(Maml.Variant.ANIL),
                    maml(Maml.Variant.META_SGD),
                    learner(
                            "reptile",
                            Reptile.class,
                            Reptile::defaults,
                            choice(
                                            "optimiser",
                                            Reptile.Optimiser.class,
                                            Reptile::optimiser,
                                            Reptile::withOptimiser)
                                    .at(Row.MIDDLE)
                                    .marked(Mark.LEADING),
                            decimal(
                                            "epsilon",
                                            Bounds.FRACTION,
                                            Reptile::epsilon,
                                            Reptile::withEpsilon)
                                    .at(Row.OUTER),
                            flag("anneal", Reptile::anneal, Reptile::withAnneal),
                            tasksPerStep(Reptile::tasksPerStep, Reptile::withTasksPerStep)),
                    learner(
                            "prototypical",
                            Prototypical.class,
                            Prototypical::defaults,
                            choice(
                                    "distance",
                                    Distance.class,
                                    Prototypical::distance,
                                    Prototypical::withDistance),
                            whole(
                                    "dimensions",
                                    1,
                                    Layers.WIDEST,
                                    Prototypical::dimensions,
                                    Prototypical::withDimensions)),
                    learner(
                            "ridge",
                            Ridge.class,
                            Ridge::defaults,
                            choice("learns", Ridge.Learns.class, Ridge::learns, Ridge::withLearns),
                            choice(
                                    "kernels",
                                    Ridge.Kernels.class,
                                    Ridge::kernels,
                                    Ridge::withKernels),
                            whole(
                                    "dimensions",
                                    1,
                                    Layers.WIDEST,
                                    Ridge::dimensions,
                                    Ridge::withDimensions),
                            number("lambda", Numbers::lambda, Numbers::withLambda),
                            number("temperature", Numbers::temperature, Numbers::withTemperature),
                            number("hopsWeight", Numbers::hops, Numbers::withHops),
                            number("pagerankWeight", Numbers::pagerank, Numbers::withPagerank),
                            number("smoothedWeight", Numbers::smoothed, Numbers::withSmoothed)),
                    learner("fine-tune", FineTune.class, FineTune::defaults),
                    learner(
                            "pretrain",
                            Pretrain.class,
                            Pretrain::defaults,
                            choice(
                                    "probe",
                                    Pretrain.Probe.class,
                                    Pretrain::probe,
                                    Pretrain::withProbe)),
                    learner(
                            "full-batch",
                            FullBatch.class,
                            FullBatch::defaults,
                            whole(
                                            "patience",
                                            0,
                                            Integer.MAX_VALUE,
                                            FullBatch::patience,
                                            FullBatch::withPatience)
                                    .at(Row.LOWER)));

    private LearnerKinds() {}

    /// A number that the head of a ridge regression begins with.
    private static Setting<Ridge, Double> number(
            String key, Function<Numbers, Double> get, BiFunction<Numbers, Double, Numbers> with) {
        return rate(key, get, with).in(Ridge::numbers, Ridge::withNumbers).marked(Mark.FOLDED);
    }

    private static <R> Setting<R, Integer> tasksPerStep(
            Function<R, Integer> get, BiFunction<R, Integer, R> with) {
        return whole("tasksPerStep", 1, MetaLearner.MOST, get, with).at(Row.OUTER);
    }

    @SafeVarargs
    private static <L extends MetaLearner> Kind<MetaLearner> learner(
            String word, Class<L> type, Supplier<L> defaults, Setting<L, ?>... own) {
        List<Setting<MetaLearner, ?>> settings = new ArrayList<>();
        if (MetaLearner.Adapting.class.isAssignableFrom(type)) {
            INNER_LOOP.forEach(s -> settings.add(Setting.widened(s, MetaLearner.Adapting.class)));
        }
        if (MetaLearner.Updating.class.isAssignableFrom(type)) {
            OUTER_LOOP.forEach(s -> settings.add(Setting.widened(s, MetaLearner.Updating.class)));
        }
        if (MetaLearner.Shrinking.class.isAssignableFrom(type)) {
            SHRINKAGE.forEach(s -> settings.add(Setting.widened(s, MetaLearner.Shrinking.class)));
        }
        for (Setting<L, ?> setting : own) {
            settings.add(Setting.widened(setting, type));
        }
        return new Kind<>(word, type, defaults, _ -> true, settings);
    }

    /// The variants of MAML are kinds of their own with the same settings.
    private static Kind<MetaLearner> maml(Maml.Variant variant) {
        return learner(
                        Values.word(variant),
                        Maml.class,
                        () -> Maml.defaults().withVariant(variant),
                        choice("order", Maml.Order.class, Maml::order, Maml::withOrder),
                        flag("learnRates", Maml::learnRates, Maml::withLearnRates)
                                .marked(Mark.FOLDED),
                        whole("multiStepLoss", 0, Maml::multiStepLoss, Maml::withMultiStepLoss)
                                .marked(Mark.FOLDED),
                        whole(
                                        "firstOrderSteps",
                                        0,
                                        Maml::firstOrderSteps,
                                        Maml::withFirstOrderSteps)
                                .marked(Mark.FOLDED))
                .onlyIf(learner -> learner instanceof Maml maml && maml.variant() == variant);
    }
}
