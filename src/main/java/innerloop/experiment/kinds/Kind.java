package innerloop.experiment.kinds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// One kind of encoder, learner or task.
///
/// @param word its name in files, for example `meta-sgd`
/// @param type its record
/// @param defaults the record as it comes
/// @param is whether a record of the type is of this kind: one record can be several kinds
/// @param settings in the order of the file
public record Kind<T>(
        String word,
        Class<? extends T> type,
        Supplier<? extends T> defaults,
        Predicate<T> is,
        List<Setting<T, ?>> settings) {

    public Kind {
        settings = List.copyOf(settings);
    }

    /// A kind whose settings no other has.
    @SafeVarargs
    static <R> Kind<R> plain(
            String word, Class<R> type, Supplier<R> defaults, Setting<R, ?>... settings) {
        List<Setting<R, ?>> own = new ArrayList<>();
        for (Setting<R, ?> setting : settings) {
            own.add(setting);
        }
        return new Kind<>(word, type, defaults, _ -> true, own);
    }

    /// The same kind for some records of its type only.
    Kind<T> onlyIf(Predicate<T> condition) {
        return new Kind<>(word, type, defaults, condition, settings);
    }

    /// Whether this is the kind of `value`.
    public boolean matches(T value) {
        return type.isInstance(value) && is.test(value);
    }

    /// The names of its settings.
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        settings.forEach(setting -> keys.add(setting.key()));
        return keys;
    }

    /// The setting of this name, if this kind has it.
    public Optional<Setting<T, ?>> setting(String key) {
        for (Setting<T, ?> setting : settings) {
            if (setting.key().equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /// The values of a setting that this kind takes; empty if they are too many to be listed.
    public <V> List<V> options(Setting<T, V> setting) {
        return setting.values().options().stream().filter(v -> accepts(setting, v)).toList();
    }

    private boolean accepts(Setting<T, ?> setting, Object value) {
        try {
            return type.isInstance(setting.changed(defaults.get(), value));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// The record with these values by name; other settings have their defaults.
    public T of(Map<String, Object> values) {
        T made = defaults.get();
        for (Setting<T, ?> setting : leadingFirst()) {
            Object value = values.get(setting.key());
            if (value != null) {
                made = setting.changed(made, value);
            }
        }
        return made;
    }

    private List<Setting<T, ?>> leadingFirst() {
        return settings.stream()
                .sorted(Comparator.comparing(setting -> !setting.is(Setting.Mark.LEADING)))
                .toList();
    }

    /// A record of this kind that keeps values set by hand in `old`, of the kind `from`: all common settings if both are variants
    /// of one record, otherwise those that are marked so. Values that this kind does not accept keep their defaults.
    T keeping(T old, Kind<T> from) {
        boolean variants = type.equals(from.type);
        T made = defaults.get();
        if (!variants && !from.isTouched(old)) {
            return made;
        }
        for (Setting<T, ?> setting : leadingFirst()) {
            Optional<Setting<T, ?>> source = from.setting(setting.key());
            if (source.isPresent() && (variants || setting.is(Setting.Mark.KEPT))) {
                made = changedIfAccepted(made, setting, source.get().of(old));
            }
        }
        return made;
    }

    /// Whether a setting to be kept differs from its default because it was set by hand, not because of a leading setting.
    private boolean isTouched(T value) {
        boolean touched = false;
        for (Setting<T, ?> setting : settings) {
            boolean usual = setting.of(value).equals(setting.of(defaults.get()));
            if (!usual && setting.is(Setting.Mark.LEADING)) {
                return false;
            }
            touched |= !usual && setting.is(Setting.Mark.KEPT);
        }
        return touched;
    }

    private static <T> T changedIfAccepted(T record, Setting<T, ?> setting, Object value) {
        try {
            return setting.changed(record, value);
        } catch (IllegalArgumentException _) {
            return record;
        }
    }

    @Override
    public String toString() {
        return word;
    }
}
