package innerloop.io;

import innerloop.experiment.InputException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The `learner` part of an experiment file.
final class LearnerJson {

    private static final Map<String, Maml.Variant> VARIANTS =
            JsonFields.words(Maml.Variant.values());
    private static final Map<String, Maml.Order> ORDERS = JsonFields.words(Maml.Order.values());
    private static final Map<String, HeadStart> HEADS = JsonFields.words(HeadStart.values());
    private static final Map<String, MetaUpdate.Schedule> SCHEDULES =
            JsonFields.words(MetaUpdate.Schedule.values());
    private static final Map<String, Reptile.Optimiser> OPTIMISERS =
            JsonFields.words(Reptile.Optimiser.values());
    private static final Map<String, Distance> DISTANCES = JsonFields.words(Distance.values());
    private static final Map<String, Pretrain.Probe> PROBES =
            JsonFields.words(Pretrain.Probe.values());

    private static final List<String> INNER = List.of("innerSteps", "innerRate", "head");
    private static final List<String> OUTER = List.of("outerRate", "schedule", "tasksPerStep");

    private LearnerJson() {}

    static MetaLearner read(JsonFields top) throws InputException {
        String kind = top.kindOf("learner");
        return switch (kind) {
            case "maml", "anil", "meta-sgd" -> maml(top, top.chosen("", kind, VARIANTS));
            case "reptile" -> {
                JsonFields l =
                        fields(
                                top,
                                INNER,
                                List.of("optimiser", "epsilon", "anneal", "tasksPerStep"));
                Reptile usual =
                        Reptile.defaults()
                                .withOptimiser(
                                        l.choice("optimiser", OPTIMISERS, Reptile.Optimiser.SGD));
                yield new Reptile(
                        adaptation(l, usual.adaptation()),
                        usual.optimiser(),
                        l.number("epsilon", usual.epsilon()),
                        l.flag("anneal", usual.anneal()),
                        l.integer("tasksPerStep", usual.tasksPerStep()));
            }
            case "prototypical" -> {
                Prototypical usual = Prototypical.defaults();
                JsonFields l = fields(top, List.of("distance", "dimensions"), OUTER);
                yield new Prototypical(
                        l.choice("distance", DISTANCES, usual.distance()),
                        l.integer("dimensions", usual.dimensions()),
                        update(l, usual.update()));
            }
            case "fine-tune" ->
                    new FineTune(
                            adaptation(
                                    fields(top, INNER, List.of()),
                                    FineTune.defaults().adaptation()));
            case "pretrain" -> {
                Pretrain usual = Pretrain.defaults();
                JsonFields l = fields(top, INNER, OUTER, "probe");
                yield new Pretrain(
                        adaptation(l, usual.adaptation()),
                        l.choice("probe", PROBES, usual.probe()),
                        update(l, usual.update()));
            }
            default ->
                    throw top.unknownKind(
                            "learner",
                            kind,
                            List.of(
                                    "maml",
                                    "anil",
                                    "meta-sgd",
                                    "reptile",
                                    "prototypical",
                                    "fine-tune",
                                    "pretrain"));
        };
    }

    private static Maml maml(JsonFields top, Maml.Variant variant) throws InputException {
        Maml usual = Maml.defaults();
        JsonFields l =
                fields(
                        top,
                        INNER,
                        OUTER,
                        "order",
                        "learnRates",
                        "multiStepLoss",
                        "firstOrderSteps");
        return new Maml(
                variant,
                l.choice("order", ORDERS, usual.order()),
                adaptation(l, usual.adaptation()),
                update(l, usual.update()),
                l.flag("learnRates", usual.learnRates()),
                l.integer("multiStepLoss", usual.multiStepLoss()),
                l.integer("firstOrderSteps", usual.firstOrderSteps()));
    }

    private static JsonFields fields(
            JsonFields top, List<String> some, List<String> more, String... own)
            throws InputException {
        Set<String> known = new HashSet<>(some);
        known.add("kind");
        known.addAll(more);
        known.addAll(List.of(own));
        return top.object("learner", known);
    }

    private static Adaptation adaptation(JsonFields l, Adaptation usual) throws InputException {
        return new Adaptation(
                l.integer("innerSteps", usual.steps()),
                l.number("innerRate", usual.rate()),
                l.choice("head", HEADS, usual.head()));
    }

    private static MetaUpdate update(JsonFields l, MetaUpdate usual) throws InputException {
        return new MetaUpdate(
                l.number("outerRate", usual.rate()),
                l.choice("schedule", SCHEDULES, usual.schedule()),
                l.integer("tasksPerStep", usual.tasks()));
    }

    static void write(MetaLearner learner, ObjectNode into) {
        into.put("kind", kind(learner));
        if (learner instanceof MetaLearner.Adapting adapting) {
            into.put("innerSteps", adapting.adaptation().steps())
                    .put("innerRate", adapting.adaptation().rate())
                    .put("head", JsonFields.word(adapting.adaptation().head()));
        }
        if (learner instanceof MetaLearner.Updating updating) {
            into.put("outerRate", updating.update().rate())
                    .put("schedule", JsonFields.word(updating.update().schedule()))
                    .put("tasksPerStep", updating.update().tasks());
        }
        switch (learner) {
            case Maml maml ->
                    into.put("order", JsonFields.word(maml.order()))
                            .put("learnRates", maml.learnRates())
                            .put("multiStepLoss", maml.multiStepLoss())
                            .put("firstOrderSteps", maml.firstOrderSteps());
            case Reptile reptile ->
                    into.put("optimiser", JsonFields.word(reptile.optimiser()))
                            .put("epsilon", reptile.epsilon())
                            .put("anneal", reptile.anneal())
                            .put("tasksPerStep", reptile.tasksPerStep());
            case Prototypical p ->
                    into.put("distance", JsonFields.word(p.distance()))
                            .put("dimensions", p.dimensions());
            case Pretrain p -> into.put("probe", JsonFields.word(p.probe()));
            case FineTune _ -> {}
        }
    }

    private static String kind(MetaLearner learner) {
        return switch (learner) {
            case Maml maml -> JsonFields.word(maml.variant());
            case Reptile _ -> "reptile";
            case Prototypical _ -> "prototypical";
            case Pretrain _ -> "pretrain";
            case FineTune _ -> "fine-tune";
        };
    }
}
