package innerloop.app.recipe;

import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Section;
import java.util.Set;
import java.util.TreeSet;

/// Which values of the recipe each kind of encoder and learner has, without the kind itself.
public final class KindFields {

    private KindFields() {}

    /// The keys of a kind's values; what has but one option is not asked.
    public static <T> Set<String> of(Section<T> section, Kind<T> kind) {
        Set<String> keys = new TreeSet<>();
        kind.settings().stream()
                .filter(setting -> kind.options(setting).size() != 1)
                .forEach(setting -> keys.add(section.path(setting.key())));
        return keys;
    }
}
