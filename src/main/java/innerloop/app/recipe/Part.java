package innerloop.app.recipe;

import innerloop.experiment.Experiment;
import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Kinds;
import innerloop.experiment.kinds.Section;
import innerloop.experiment.kinds.Values;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A value inside the experiment that some experiments have and others have not.
///
/// @param get the value; null if this experiment has none (a GCN has no heads)
/// @param set the experiment with another one
/// @param unusual whether it is another one than its kind of encoder or learner comes with
record Part<P>(
        Function<Experiment, @Nullable P> get,
        BiFunction<Experiment, P, Experiment> set,
        Predicate<Experiment> unusual) {

    /// A value that every experiment has.
    static <P> Part<P> of(
            Function<Experiment, @Nullable P> get, BiFunction<Experiment, P, Experiment> set) {
        return new Part<>(get, set, _ -> false);
    }

    /// The kind of a section; with a task comes a learner that can learn it.
    static <T> Part<Kind<T>> kind(Section<T> section) {
        return of(
                section::kind, (e, kind) -> Kinds.withFittingLearner(e, section.withKind(e, kind)));
    }

    /// The setting of a section, while its kind has it.
    static <V> Part<V> setting(Section<?> section, String key, Values<V> values) {
        return new Part<>(
                e -> section.value(e, key).map(values::cast).orElse(null),
                (e, value) -> section.withValue(e, key, value),
                e -> section.isUnusual(e, key));
    }

    /// The same part, which experiments have only if `condition` is true.
    Part<P> onlyIf(Predicate<Experiment> condition) {
        return new Part<>(
                e -> condition.test(e) ? get.apply(e) : null,
                set,
                e -> condition.test(e) && unusual.test(e));
    }

    /// Whether the experiment has this part, and it is not as usual.
    boolean isUnusual(Experiment experiment) {
        return unusual.test(experiment);
    }
}
