package innerloop.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The name of an experiment in the window. Those that come with the program have English names in their files; while such a
/// name is unchanged, it is said in the language of the window.
public final class ExperimentName {

    private static final String SAMPLE = "sample.";
    private static final String NAME = ".name";

    /// The names of the samples as their files have them.
    private static final ResourceBundle FILES = Messages.bundle(Locale.ENGLISH);

    private static final List<String> KEYS =
            FILES.keySet().stream()
                    .filter(key -> key.startsWith(SAMPLE) && key.endsWith(NAME))
                    .toList();

    private ExperimentName() {}

    /// The name of an experiment in the language of the window.
    public static String shown(String name) {
        return KEYS.stream()
                .filter(key -> FILES.getString(key).equals(name))
                .findFirst()
                .map(Messages::get)
                .orElse(name);
    }

    /// The name that is shown so: a sample whose shown name nobody changed keeps the one of its file.
    public static String written(String shown) {
        Optional<String> sample =
                KEYS.stream().filter(key -> Messages.get(key).equals(shown)).findFirst();
        return sample.map(FILES::getString).orElse(shown);
    }
}
