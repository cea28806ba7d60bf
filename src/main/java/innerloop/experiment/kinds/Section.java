package innerloop.experiment.kinds;

import innerloop.experiment.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A part of the experiment that is described by settings: an object in its file, (a part of) a card in the recipe.
///
/// @param name its key in the file, for example `learner`
/// @param form how the file says which kind it is
/// @param kinds all there are, in the order in which they are offered
/// @param get reads it
/// @param with the experiment with another one
public record Section<T>(
        String name,
        Form form,
        List<Kind<T>> kinds,
        Function<Experiment, T> get,
        BiFunction<Experiment, T, Experiment> with) {

    /// How a file says which kind a section is of.
    public enum Form {
        /// There is only one kind, and the whole section can be left out.
        PLAIN,
        /// By the key `kind`; the first kind if it is missing.
        KIND_ASSUMED,
        /// By the key `kind`, which must be there.
        KIND_REQUIRED,
        /// By the key `objective`; the whole section is left out for the first kind.
        OPTIONAL
    }

    /// The key that says which kind it is.
    public String kindKey() {
        return form == Form.OPTIONAL ? "objective" : "kind";
    }

    /// Whether a file may be without it.
    public boolean canBeLeftOut() {
        return form == Form.PLAIN || form == Form.OPTIONAL;
    }

    /// Whether a file is written without it.
    public boolean isLeftOut(Experiment experiment) {
        return form == Form.OPTIONAL && kind(experiment).equals(kinds.getFirst());
    }

    /// The path of [#kindKey].
    public String kindPath() {
        return path(kindKey());
    }

    public Section {
        kinds = List.copyOf(kinds);
    }

    /// The kind of this part of an experiment.
    public Kind<T> kind(T part) {
        return kinds.stream()
                .filter(kind -> kind.matches(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind in the table is " + part));
    }

    /// The kind in this experiment.
    public Kind<T> kind(Experiment experiment) {
        return kind(get.apply(experiment));
    }

    /// The kind with this word.
    public Kind<T> kind(String word) {
        return kinds.stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind is called " + word));
    }

    /// The experiment with another kind, which keeps values set by hand as far as they fit.
    public Experiment withKind(Experiment experiment, Kind<T> kind) {
        T old = get.apply(experiment);
        return with.apply(experiment, kind.keeping(old, kind(old)));
    }

    /// The value of a setting; empty if the experiment's kind has no such setting.
    public Optional<Object> value(Experiment experiment, String key) {
        return kind(experiment).setting(key).map(setting -> setting.of(get.apply(experiment)));
    }

    /// The experiment with another value; the same one if its kind has no such setting.
    public Experiment withValue(Experiment experiment, String key, Object value) {
        return kind(experiment)
                .setting(key)
                .map(setting ->
                        with.apply(experiment, setting.changed(get.apply(experiment), value)))
                .orElse(experiment);
    }

    /// Whether a setting exists and differs from the default of its kind.
    public boolean isUnusual(Experiment experiment, String key) {
        Kind<T> kind = kind(experiment);
        return kind.setting(key)
                .filter(setting ->
                        !setting.of(get.apply(experiment))
                                .equals(setting.of(kind.defaults().get())))
                .isPresent();
    }

    /// Each setting of any kind once. Those that only one kind has stand beside their neighbours there.
    public List<Setting<T, ?>> settings() {
        List<Setting<T, ?>> merged = new ArrayList<>();
        for (Kind<T> kind : kinds) {
            int next = 0;
            for (Setting<T, ?> setting : kind.settings()) {
                int known = merged.stream().map(Setting::key).toList().indexOf(setting.key());
                if (known < 0) {
                    merged.add(next++, setting);
                } else {
                    next = known + 1;
                }
            }
        }
        return List.copyOf(merged);
    }

    /// The path of a setting, for example `learner.innerRate`: findings, `--set` and texts call it so.
    public String path(String key) {
        return name + "." + key;
    }
}
