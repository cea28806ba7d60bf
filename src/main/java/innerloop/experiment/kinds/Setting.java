package innerloop.experiment.kinds;

import innerloop.experiment.kinds.Values.Choice;
import innerloop.experiment.kinds.Values.Column;
import innerloop.experiment.kinds.Values.Decimal;
import innerloop.experiment.kinds.Values.Flag;
import innerloop.experiment.kinds.Values.Whole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One setting of a record: its name, its values, how it is read and changed, and where the recipe shows it.
///
/// The keys of its texts follow from its place in the experiment: `recipe.learner.innerRate.label` and `.why`, and for a choice
/// `option.learner.order.second`.
///
/// @param key its name in files, for example `innerRate`
/// @param values what it can be
/// @param get reads it
/// @param with the record with another value
/// @param row where the recipe's card shows it
/// @param marks what else is special about it
public record Setting<R, V>(
        String key,
        Values<V> values,
        Function<R, V> get,
        BiFunction<R, V, R> with,
        Row row,
        Set<Mark> marks) {

    /// The rows of a card, from top to bottom. Check boxes stand together below all of them.
    public enum Row {
        /// One below the other, at the top: the kind and main choices of the network or algorithm.
        TOP(false),
        /// Side by side: numbers of steps and rates.
        INNER(true),
        /// One below the other.
        MIDDLE(false),
        /// One below the other, after those.
        LOWER(false),
        /// Side by side, at the end: the settings of outer steps.
        OUTER(true);

        private final boolean sideBySide;

        Row(boolean sideBySide) {
            this.sideBySide = sideBySide;
        }

        /// Whether its fields stand side by side.
        public boolean isSideBySide() {
            return sideBySide;
        }
    }

    /// Special properties of a setting.
    public enum Mark {
        /// Rarely needed: the card shows it under "More".
        FOLDED,
        /// A file must give it.
        REQUIRED,
        /// A value set by hand is kept when another kind is chosen.
        KEPT,
        /// Changing it also resets other settings to suitable values (an optimiser its rate), so it is set before them.
        LEADING,
        /// Irrelevant for a learner that does not train.
        TRAINING,
        /// Irrelevant for features that are not those of the graph's file.
        ATTRIBUTES,
        /// Irrelevant for a graph that was always as it is.
        HISTORY,
        /// Irrelevant for a task that is one whole episode.
        EPISODES
    }

    public Setting {
        marks = Set.copyOf(marks);
    }

    static <R> Setting<R, Integer> whole(
            String key,
            int least,
            int most,
            Function<R, Integer> get,
            BiFunction<R, Integer, R> with) {
        return of(key, new Whole(least, most), get, with);
    }

    /// Whole numbers without an upper limit.
    static <R> Setting<R, Integer> whole(
            String key, int least, Function<R, Integer> get, BiFunction<R, Integer, R> with) {
        return whole(key, least, Integer.MAX_VALUE, get, with);
    }

    static <R> Setting<R, Double> decimal(
            String key,
            Decimal.Bounds bounds,
            Function<R, Double> get,
            BiFunction<R, Double, R> with) {
        return of(key, new Decimal(bounds), get, with);
    }

    /// A number from 0 on, below 1.
    static <R> Setting<R, Double> share(
            String key, Function<R, Double> get, BiFunction<R, Double, R> with) {
        return decimal(key, Decimal.Bounds.SHARE, get, with);
    }

    /// A number above 0.
    static <R> Setting<R, Double> rate(
            String key, Function<R, Double> get, BiFunction<R, Double, R> with) {
        return decimal(key, Decimal.Bounds.POSITIVE, get, with);
    }

    static <R> Setting<R, Boolean> flag(
            String key, Function<R, Boolean> get, BiFunction<R, Boolean, R> with) {
        return of(key, new Flag(), get, with);
    }

    static <R, E extends Enum<E>> Setting<R, E> choice(
            String key, Class<E> type, Function<R, E> get, BiFunction<R, E, R> with) {
        return of(key, new Choice<>(type), get, with);
    }

    static <R> Setting<R, String> column(
            String key, Function<R, String> get, BiFunction<R, String, R> with) {
        return of(key, new Column(), get, with);
    }

    static <R, V> Setting<R, V> of(
            String key, Values<V> values, Function<R, V> get, BiFunction<R, V, R> with) {
        return new Setting<>(key, values, get, with, Row.TOP, Set.of());
    }

    /// The same setting in this row.
    Setting<R, V> at(Row newRow) {
        return new Setting<>(key, values, get, with, newRow, marks);
    }

    /// The same setting with one more mark.
    Setting<R, V> marked(Mark mark) {
        Set<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return new Setting<>(key, values, get, with, row, more);
    }

    /// The same setting, seen from what holds its record.
    <S> Setting<S, V> in(Function<S, R> part, BiFunction<S, R, S> withPart) {
        return new Setting<>(
                key,
                values,
                whole -> get.apply(part.apply(whole)),
                (whole, value) -> withPart.apply(whole, with.apply(part.apply(whole), value)),
                row,
                marks);
    }

    /// Settings of a record that several kinds hold, seen from those.
    @SafeVarargs
    static <S, R> List<Setting<S, ?>> group(
            List<Mark> marks,
            Function<S, R> part,
            BiFunction<S, R, S> with,
            Setting<R, ?>... settings) {
        List<Setting<S, ?>> group = new ArrayList<>();
        for (Setting<R, ?> setting : settings) {
            Setting<S, ?> seen = setting.in(part, with);
            for (Mark mark : marks) {
                seen = seen.marked(mark);
            }
            group.add(seen);
        }
        return List.copyOf(group);
    }

    /// The setting of one kind, seen from the type that all kinds have in common.
    static <S, R extends S, V> Setting<S, V> widened(Setting<R, V> setting, Class<R> type) {
        return new Setting<>(
                setting.key,
                setting.values,
                any -> setting.get.apply(type.cast(any)),
                (any, value) -> setting.with.apply(type.cast(any), value),
                setting.row,
                setting.marks);
    }

    /// Whether it has this mark.
    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    /// The record's value.
    public V of(R record) {
        return get.apply(record);
    }

    /// The record with another value, which must be of this setting's type.
    public R changed(R record, Object value) {
        return with.apply(record, values.cast(value));
    }
}
