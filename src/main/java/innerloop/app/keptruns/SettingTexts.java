package innerloop.app.keptruns;

import innerloop.app.Messages;
import innerloop.io.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The settings in which runs differ ([Settings]) and their values, in the words of the window.
final class SettingTexts {

    /// Brackets, quotes and keys of a value as JSON; what is left are the values in it.
    private static final Pattern BRACKETS = Pattern.compile("\"[a-zA-Z]+\":|[\\[\\]{}\"]");

    private SettingTexts() {}

    /// A setting without the part of the experiment it belongs to: `learner.innerRate` is "inner rate α".
    static String shortName(String key) {
        int at = key.lastIndexOf('.') + 1;
        String last = key.substring(at);
        return switch (key.substring(0, at)) {
            case "labels." -> Messages.get("runs.setting.label", last);
            case "reading.columns.", "reading.edgeColumns." -> Messages.get("doctor.roleOf", last);
            default ->
                    first(List.of("recipe." + key + ".label", "runs.setting." + key)).orElse(key);
        };
    }

    /// A setting after the part of the experiment it belongs to.
    static String name(String key) {
        Optional<String> part = isKind(key) ? Optional.empty() : part(key);
        return part.isEmpty()
                ? shortName(key)
                : Messages.get("runs.setting.of", part.get(), shortName(key));
    }

    /// Whether the setting says which encoder, learner or pre-training it is, and so names its part.
    private static boolean isKind(String key) {
        return key.endsWith(".kind") || key.equals("pretraining.objective");
    }

    private static Optional<String> part(String key) {
        String part = "recipe." + key.substring(0, Math.max(0, key.indexOf('.')));
        return first(List.of(part + ".title", part + ".kind.label", part + ".objective.label"));
    }

    /// A value as the recipe says it.
    static String value(String key, String value) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        String constant = value.replace('-', '_').toUpperCase(Locale.ROOT);
        String rest =
                value.startsWith("[")
                        ? BRACKETS.matcher(value).replaceAll("").replace(",", ", ")
                        : value;
        return first(
                        switch (key.substring(0, Math.max(0, key.lastIndexOf('.')))) {
                            case "reading.columns", "reading.edgeColumns" ->
                                    List.of("doctor.role." + value);
                            case "labels", "" -> List.of();
                            case "reading" ->
                                    List.of(
                                            "doctor." + last + "." + constant,
                                            "facts.format." + value,
                                            "runs.value." + value);
                            default ->
                                    List.of(
                                            "option." + key + "." + value,
                                            key + "." + constant,
                                            "runs.value." + value);
                        })
                .orElse(rest);
    }

    /// The text of the first of these keys that has one.
    private static Optional<String> first(List<String> keys) {
        return keys.stream().filter(Messages::has).findFirst().map(Messages::get);
    }
}
