package innerloop.phrase;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// A sentence or a part of one that is said to a person, as a value: the key of its text and what is put into it.
///
/// A text with arguments is a [MessageFormat] pattern. Whole numbers are amounts and are grouped; a number that is a name (of a
/// line, of a node) is given as a string. Other numbers appear as Java writes them. A list becomes its parts with commas between them.
///
/// @param key of the text; empty if the words are those of somebody else and the same in every language
/// @param arguments of the pattern: strings, whole numbers, other phrases, and lists of these
public record Phrase(String key, List<Object> arguments) implements Serializable {

    /// The name of the bundle with all texts.
    public static final String BUNDLE = "innerloop.phrases";

    /// No words at all.
    public static final Phrase NOTHING = words("");

    /// Takes the arguments as they can be put into a pattern.
    public Phrase {
        arguments = arguments.stream().map(Phrase::argument).toList();
    }

    /// What is said by the text of this key.
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, Arrays.asList(arguments));
    }

    /// Words that are the same in every language: a name, or what a library or the system says.
    public static Phrase words(String words) {
        return of("", words);
    }

    /// So many things: `amount(2, "node")` says "2 nodes". The texts of the keys `amount.…` know the plural.
    public static Phrase amount(long number, String thing) {
        return of("amount." + thing, number);
    }

    /// These parts with commas between them; of more than `most` the first ones, and how many more there are.
    public static Phrase some(List<?> parts, int most) {
        return parts.size() <= most
                ? of("list.all", parts)
                : of("list.some", parts.subList(0, most), parts.size() - most);
    }

    /// These parts one after the other, as in a line of notes.
    public static Phrase line(List<Phrase> parts) {
        return parts.stream()
                .reduce((before, next) -> of("list.line", before, next))
                .orElse(NOTHING);
    }

    private static Object argument(Object given) {
        return switch (given) {
            case Integer number -> (long) number;
            case Long _, Phrase _ -> given;
            case Collection<?> parts -> parts.stream().map(Phrase::argument).toList();
            default -> given.toString();
        };
    }

    /// Whether there is a text to say it with. One that was read from a file of another version may have none.
    public boolean isKnown() {
        return key.isEmpty()
                ? arguments.size() == 1
                : Bundles.of(BUNDLE, Locale.ROOT).containsKey(key);
    }

    /// Whether nothing is said.
    public boolean isEmpty() {
        return equals(NOTHING);
    }

    /// What is said, in English.
    public String text() {
        return in(Locale.ROOT);
    }

    /// What is said in a language, in English if its texts are not known.
    public String in(Locale language) {
        ResourceBundle texts = Bundles.of(BUNDLE, language);
        Object[] put = arguments.stream().map(each -> put(each, language)).toArray();
        return key.isEmpty()
                ? put[0].toString()
                : new MessageFormat(texts.getString(key), Locale.ROOT).format(put);
    }

    private static Object put(Object argument, Locale language) {
        return switch (argument) {
            case Phrase part -> part.in(language);
            case List<?> parts ->
                    parts.stream()
                            .map(part -> put(part, language).toString())
                            .collect(Collectors.joining(of("list.comma").in(language)));
            default -> argument;
        };
    }

    /// What is said, in English.
    @Override
    public String toString() {
        return text();
    }
}
