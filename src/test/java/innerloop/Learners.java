package innerloop;

import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Kinds;
import innerloop.experiment.kinds.Setting;
import innerloop.meta.HeadStart;
import innerloop.meta.InnerLoopSettings;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.OuterLoopSettings;
import innerloop.meta.Reptile;
import innerloop.meta.Shrinkage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Learners in few words.
public final class Learners {

    private static final Map<String, Object> SMALL =
            Map.of(
                    "innerSteps",
                    3,
                    "innerRate",
                    0.5,
                    "outerRate",
                    0.01,
                    "tasksPerStep",
                    5,
                    "dimensions",
                    6,
                    "epsilon",
                    0.5);

    private Learners() {}

    public static Maml maml(Maml.Order order, int steps, double rate, double outerRate, int tasks) {
        return Maml.of(order, inner(steps, rate), outer(outerRate, tasks));
    }

    public static Reptile reptile(
            int steps, double rate, double epsilon, boolean anneal, int tasks) {
        return new Reptile(
                inner(steps, rate),
                Reptile.Optimiser.SGD,
                epsilon,
                anneal,
                tasks,
                Shrinkage.none());
    }

    /// The kinds of learners that learn from support sets.
    public static List<Kind<MetaLearner>> ofEpisodes() {
        return Kinds.LEARNER.kinds().stream()
                .filter(kind -> kind.defaults().get().readsSupport())
                .toList();
    }

    /// Every kind in the table that learns from support sets, small, and every option in the first kind that has it; what the recipe folds away is
    /// changed all at once.
    public static Stream<MetaLearner> all() {
        List<MetaLearner> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Kind<MetaLearner> kind : Kinds.LEARNER.kinds()) {
            MetaLearner small = small(kind);
            if (!small.readsSupport()) {
                continue;
            }
            all.add(small);
            MetaLearner unfolded = small;
            for (Setting<MetaLearner, ?> setting : kind.settings()) {
                if (SMALL.containsKey(setting.key()) || !seen.add(setting.key())) {
                    continue;
                }
                if (setting.is(Setting.Mark.FOLDED)) {
                    unfolded = setting.changed(unfolded, another(kind, setting, unfolded));
                } else {
                    kind.options(setting).stream()
                            .filter(option -> !option.equals(setting.of(small)))
                            .forEach(option -> all.add(setting.changed(small, option)));
                }
            }
            if (!unfolded.equals(small)) {
                all.add(unfolded);
            }
        }
        return all.stream();
    }

    private static MetaLearner small(Kind<MetaLearner> kind) {
        MetaLearner small = kind.defaults().get();
        for (Setting<MetaLearner, ?> setting : kind.settings()) {
            Object value =
                    kind.options(setting).contains(HeadStart.LEARNED)
                            ? HeadStart.LEARNED
                            : SMALL.get(setting.key());
            if (value != null) {
                small = setting.changed(small, value);
            }
        }
        return small;
    }

    /// The first option that is not the present one, or a number that is a little larger.
    private static Object another(
            Kind<MetaLearner> kind, Setting<MetaLearner, ?> setting, MetaLearner learner) {
        Object present = setting.of(learner);
        return switch (present) {
            case Integer number -> number + 2;
            case Double number -> number == 0 ? 0.01 : 1.5 * number;
            default ->
                    kind.options(setting).stream()
                            .filter(option -> !option.equals(present))
                            .findFirst()
                            .orElseThrow();
        };
    }

    /// The head starts at θ.
    public static InnerLoopSettings inner(int steps, double rate) {
        return new InnerLoopSettings(steps, rate, HeadStart.LEARNED);
    }

    /// At a constant rate.
    public static OuterLoopSettings outer(double rate, int tasks) {
        return new OuterLoopSettings(rate, OuterLoopSettings.Schedule.CONSTANT, tasks);
    }
}
