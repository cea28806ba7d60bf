package innerloop.lesson;

import innerloop.checks.Nearest;
import innerloop.experiment.InputException;
import innerloop.phrase.Trouble;
import java.util.List;
import java.util.OptionalInt;

/// Reads the keys of a value.
final class Keys {

    private Keys() {}

    /// A whole number of at least 0; empty if it is not given.
    static OptionalInt whole(Quantity.Named named, String key) throws InputException {
        if (named.key(key).isEmpty()) {
            return OptionalInt.empty();
        }
        String text = named.key(key).get();
        if (!text.matches("\\d{1,9}")) {
            throw new InputException(Trouble.of("lesson.keyNoWhole", text), key);
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /// One of some words; the first if it is not given.
    static String word(Quantity.Named named, String key, List<String> known) throws InputException {
        String text = named.key(key).orElse(known.getFirst());
        if (!known.contains(text)) {
            throw new InputException(
                    Trouble.of("lesson.keyUnknown", text).withFix(Nearest.didYouMean(text, known)),
                    key);
        }
        return text;
    }

    /// A text that has to be there.
    static String required(Quantity.Named named, String key) throws InputException {
        return named.key(key)
                .orElseThrow(() ->
                        new InputException(
                                Trouble.of(
                                        "lesson.keyNeeded",
                                        named.source().word(),
                                        named.word(),
                                        key),
                                key));
    }

    /// A step in 0 … last; the last if none is given.
    static int step(Quantity.Named named, int last) throws InputException {
        int step = whole(named, "step").orElse(last);
        if (step > last) {
            throw new InputException(
                    Trouble.of("lesson.noStep", Integer.toString(step), Integer.toString(last)),
                    "step");
        }
        return step;
    }
}
