package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Reptile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The `learner` part of an experiment file.
final class LearnerJson {

    private static final Map<String, Maml.Order> ORDERS = JsonFields.words(Maml.Order.values());

    private LearnerJson() {}

    static MetaLearner read(JsonFields top) throws InputException {
        String kind = top.kindOf("learner");
        return switch (kind) {
            case "maml" -> {
                JsonFields l =
                        top.object(
                                "learner",
                                Set.of(
                                        "kind",
                                        "order",
                                        "innerSteps",
                                        "innerRate",
                                        "outerRate",
                                        "tasksPerStep"));
                Maml defaults = Maml.defaults();
                yield new Maml(
                        l.choice("order", ORDERS, defaults.order()),
                        l.integer("innerSteps", defaults.innerSteps()),
                        l.number("innerRate", defaults.innerRate()),
                        l.number("outerRate", defaults.outerRate()),
                        l.integer("tasksPerStep", defaults.tasksPerStep()));
            }
            case "reptile" -> {
                JsonFields l =
                        top.object(
                                "learner",
                                Set.of(
                                        "kind",
                                        "innerSteps",
                                        "innerRate",
                                        "epsilon",
                                        "anneal",
                                        "tasksPerStep"));
                Reptile defaults = Reptile.defaults();
                yield new Reptile(
                        l.integer("innerSteps", defaults.innerSteps()),
                        l.number("innerRate", defaults.innerRate()),
                        l.number("epsilon", defaults.epsilon()),
                        l.flag("anneal", defaults.anneal()),
                        l.integer("tasksPerStep", defaults.tasksPerStep()));
            }
            default -> throw top.unknownKind("learner", kind, List.of("maml", "reptile"));
        };
    }

    static void write(MetaLearner learner, ObjectNode into) {
        switch (learner) {
            case Maml maml ->
                    into.put("kind", "maml")
                            .put("order", JsonFields.word(maml.order()))
                            .put("innerSteps", maml.innerSteps())
                            .put("innerRate", maml.innerRate())
                            .put("outerRate", maml.outerRate());
            case Reptile reptile ->
                    into.put("kind", "reptile")
                            .put("innerSteps", reptile.innerSteps())
                            .put("innerRate", reptile.innerRate())
                            .put("epsilon", reptile.epsilon())
                            .put("anneal", reptile.anneal());
        }
        into.put("tasksPerStep", learner.tasksPerStep());
    }
}
