package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.phrase.Phrase;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings of an experiment under the names they have in the window. Findings call them by their keys in the file,
/// which a person who has never opened the file does not know.
public final class SettingNames {

    private static final Pattern KEY = Pattern.compile("\\b[a-z]+\\.[a-zA-Z]+(\\.[a-zA-Z]+)*\\b");

    private SettingNames() {}

    /// What is said, with the label of each setting in place of its key.
    public static String in(Phrase phrase) {
        return in(Messages.of(phrase));
    }

    /// What a failure tells, with the label of each setting in place of its key.
    public static String in(Throwable failure) {
        return in(Messages.of(failure));
    }

    /// This sentence, with the label of each setting in place of its key.
    public static String in(String sentence) {
        return KEY.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(name(found.group())));
    }

    private static String name(String key) {
        String label = "recipe." + key + ".label";
        return Messages.has(label) ? Messages.get("recipe.quoted", Messages.get(label)) : key;
    }
}
