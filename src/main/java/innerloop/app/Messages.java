package innerloop.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Every text a person sees, from one bundle (`innerloop/messages.properties`, Chinese beside it).
///
/// Texts with arguments are [MessageFormat] patterns, so numbers are grouped as the reader's
/// language does it; pass a number as a string where grouping would be wrong (a seed). A missing
/// key is a mistake of ours and throws.
public final class Messages {

    /// The bundle's name on the class path.
    public static final String BUNDLE = "innerloop.messages";

    private static final ResourceBundle TEXTS = bundle(Locale.getDefault());

    private Messages() {}

    /// The texts of one language, English where there is no other. There is one Chinese, whatever the country.
    public static ResourceBundle bundle(Locale locale) {
        // Without this a missing German bundle would fall back to the machine's language, not to
        // English.
        var control =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        Locale known =
                locale.getLanguage().equals(Locale.CHINESE.getLanguage())
                        ? Locale.SIMPLIFIED_CHINESE
                        : locale;
        return ResourceBundle.getBundle(BUNDLE, known, Messages.class.getClassLoader(), control);
    }

    /// The text of this key with its arguments put in.
    public static String get(String key, Object... args) {
        String text = TEXTS.getString(key);
        return args.length == 0
                ? text
                : new MessageFormat(text, Locale.getDefault(Locale.Category.FORMAT)).format(args);
    }

    /// Whether there is a text of this key.
    public static boolean has(String key) {
        return TEXTS.containsKey(key);
    }
}
