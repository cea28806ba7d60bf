package innerloop.app.recipe;

import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/// Turns what a person typed into a value, or says in plain words why not.
@FunctionalInterface
public interface FieldParser<T> {

    /// The value of this text.
    Parsed<T> parse(String text);

    /// A value, or a sentence about the text.
    sealed interface Parsed<T> {}

    /// The text means this value.
    record Valid<T>(T value) implements Parsed<T> {}

    /// The text means nothing; `message` says what is expected.
    record Invalid<T>(String message) implements Parsed<T> {}

    /// Whole numbers from `least` on.
    static FieldParser<Integer> integer(String label, int least) {
        return text -> {
            try {
                int value = Integer.parseInt(text.strip());
                return value >= least
                        ? new Valid<>(value)
                        : new Invalid<>(Messages.get("field.least", label, least));
            } catch (NumberFormatException e) {
                return new Invalid<>(Messages.get("field.integer", label));
            }
        };
    }

    /// Whole numbers between two, both included.
    static FieldParser<Integer> integer(String label, int least, int most) {
        return text ->
                switch (integer(label, least).parse(text)) {
                    case Valid<Integer>(Integer value) when value > most ->
                            new Invalid<>(Messages.get("field.most", label, most));
                    case Parsed<Integer> parsed -> parsed;
                };
    }

    /// Numbers above 0, without upper limit.
    static FieldParser<Double> positive(String label) {
        return decimal(
                value -> value > 0 && value < Double.POSITIVE_INFINITY, label, "field.positive");
    }

    /// Numbers above 0, at most 1.
    static FieldParser<Double> fraction(String label) {
        return decimal(value -> value > 0 && value <= 1, label, "field.fraction");
    }

    /// Numbers from 0 on, below 1.
    static FieldParser<Double> slope(String label) {
        return decimal(value -> value >= 0 && value < 1, label, "field.slope");
    }

    /// Numbers from 0 on, without upper limit.
    static FieldParser<Double> fromZero(String label) {
        return decimal(
                value -> value >= 0 && value < Double.POSITIVE_INFINITY, label, "field.fromZero");
    }

    private static FieldParser<Double> decimal(
            DoublePredicate allowed, String label, String complaint) {
        return text -> {
            try {
                // A decimal comma is what many keyboards give; there is no thousands separator to
                // confuse it with.
                double value = Double.parseDouble(text.strip().replace(',', '.'));
                return allowed.test(value)
                        ? new Valid<>(value)
                        : new Invalid<>(Messages.get(complaint, label));
            } catch (NumberFormatException e) {
                return new Invalid<>(Messages.get("field.number", label));
            }
        };
    }

    /// One to three layer sizes, such as `16` or `32, 16`.
    static FieldParser<List<Integer>> sizes(String label) {
        return text -> {
            List<Integer> sizes = new ArrayList<>();
            if (text.isBlank()) {
                return new Valid<>(List.of());
            }
            for (String part : text.strip().split("[,;\\s]+")) {
                switch (integer(label, 1).parse(part)) {
                    case Valid<Integer>(Integer size) -> sizes.add(size);
                    case Invalid<Integer>(String message) -> {
                        return new Invalid<>(
                                part.matches("-?\\d+")
                                        ? message
                                        : Messages.get("field.sizes", label));
                    }
                }
            }
            return sizes.size() <= 3
                    ? new Valid<>(List.copyOf(sizes))
                    : new Invalid<>(Messages.get("field.layers", label));
        };
    }

    /// Any text that is not blank.
    static FieldParser<String> name(String label) {
        return text ->
                text.isBlank()
                        ? new Invalid<>(Messages.get("field.name", label))
                        : new Valid<>(ExperimentName.written(text.strip()));
    }

    /// Any 64-bit whole number.
    static FieldParser<Long> seed(String label) {
        return text -> {
            try {
                return new Valid<>(Long.parseLong(text.strip()));
            } catch (NumberFormatException e) {
                return new Invalid<>(Messages.get("field.seed", label));
            }
        };
    }
}
