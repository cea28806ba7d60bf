package innerloop.app;

import innerloop.experiment.InputException;
import innerloop.phrase.Bundles;
import innerloop.phrase.OneLine;
import innerloop.phrase.Phrase;
import innerloop.phrase.Telling;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;

/// Every text a person sees: those of the window from one bundle (`innerloop/messages.properties`, Chinese beside it), those
/// of the layers below as a [Phrase] each.
///
/// Texts with arguments are [MessageFormat] patterns, so numbers are grouped as the reader's
/// language does it; pass a number as a string where grouping would be wrong (a seed). A missing
/// key is a mistake of ours and throws.
public final class Messages {

    /// The bundle's name on the class path.
    public static final String BUNDLE = "innerloop.messages";

    /// What is spoken now.
    ///
    /// @param language of the texts
    /// @param numbers how numbers are written
    /// @param texts all of them
    private record Spoken(Language language, Locale numbers, ResourceBundle texts) {}

    // Work in the background asks for texts, too.
    private static volatile Spoken spoken =
            new Spoken(
                    Language.of(Locale.getDefault()),
                    Locale.getDefault(Locale.Category.FORMAT),
                    bundle(Locale.getDefault()));

    private Messages() {}

    /// The language of all texts; that of the system until another one is chosen.
    public static Language language() {
        return spoken.language();
    }

    /// Speaks another language from now on. Texts that are shown already stay as they are: whoever calls this makes the
    /// window's content anew.
    public static void speak(Language language) {
        spoken = new Spoken(language, language.locale(), bundle(language.locale()));
    }

    /// The texts of one language, English where there is no other. There is one Chinese, whatever the country.
    public static ResourceBundle bundle(Locale locale) {
        return Bundles.of(BUNDLE, locale);
    }

    /// The text of this key with its arguments put in.
    public static String get(String key, Object... args) {
        Spoken now = spoken;
        String text = now.texts().getString(key);
        return args.length == 0 ? text : new MessageFormat(text, now.numbers()).format(args);
    }

    /// The text of this key in the language that is spoken when it is asked for. Arguments may be such texts themselves.
    public static Supplier<String> later(String key, Object... args) {
        return () ->
                get(
                        key,
                        Arrays.stream(args)
                                .map(arg -> arg instanceof Supplier<?> text ? text.get() : arg)
                                .toArray());
    }

    /// What a layer below the window says, on one line.
    public static String of(Phrase phrase) {
        return OneLine.of(phrase.in(spoken.language().locale()));
    }

    /// What a failure tells, on one line. Failures of the system and of libraries tell it in their own words.
    public static String of(Throwable failure) {
        return switch (failure) {
            // Options of the command line say nothing here.
            case InputException input when input.where().startsWith("--") ->
                    of(input.trouble().sentence());
            case Telling telling -> of(telling.phrase());
            default -> String.valueOf(failure.getMessage());
        };
    }

    /// Whether there is a text of this key.
    public static boolean has(String key) {
        return spoken.texts().containsKey(key);
    }
}
