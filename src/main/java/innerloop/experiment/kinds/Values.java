package innerloop.experiment.kinds;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The values a setting can have, for help and input fields. The constructor of the setting's record makes the final check.
public sealed interface Values<V> {

    /// The value in its own type.
    V cast(Object value);

    /// Every value there is; empty if they are too many to be listed.
    default List<V> options() {
        return List.of();
    }

    /// The permitted values in words, for example `1 … 256`.
    String range();

    /// How a value is written in a file or on the command line.
    default String written(Object value) {
        return cast(value).toString();
    }

    /// Whole numbers.
    ///
    /// @param least the smallest
    /// @param most the largest; `Integer.MAX_VALUE` for any
    record Whole(int least, int most) implements Values<Integer> {

        @Override
        public Integer cast(Object value) {
            return (Integer) value;
        }

        @Override
        public String range() {
            return most == Integer.MAX_VALUE ? "from " + least : least + " … " + most;
        }
    }

    /// Numbers with a fraction.
    ///
    /// @param bounds which of them
    record Decimal(Bounds bounds) implements Values<Double> {

        /// Which numbers.
        public enum Bounds {
            /// Above 0.
            POSITIVE("above 0"),
            /// Above 0, at most 1.
            FRACTION("in (0, 1]"),
            /// From 0 on, below 1.
            SHARE("in [0, 1)"),
            /// From 0 on.
            FROM_ZERO("from 0 on");

            private final String words;

            Bounds(String words) {
                this.words = words;
            }
        }

        @Override
        public Double cast(Object value) {
            return (Double) value;
        }

        @Override
        public String range() {
            return bounds.words;
        }

        /// 0.00001 and not 1.0E-5.
        @Override
        public String written(Object value) {
            return new BigDecimal(cast(value).toString()).stripTrailingZeros().toPlainString();
        }
    }

    /// Yes or no.
    record Flag() implements Values<Boolean> {

        @Override
        public Boolean cast(Object value) {
            return (Boolean) value;
        }

        @Override
        public List<Boolean> options() {
            return List.of(true, false);
        }

        @Override
        public String range() {
            return "true, false";
        }
    }

    /// One of the constants of an enum.
    record Choice<E extends Enum<E>>(Class<E> type) implements Values<E> {

        @Override
        public List<E> options() {
            return List.of(type.getEnumConstants());
        }

        /// All of them by their words in files.
        public Map<String, E> words() {
            return Values.words(type.getEnumConstants());
        }

        @Override
        public E cast(Object value) {
            return type.cast(value);
        }

        @Override
        public String range() {
            return String.join(", ", words().keySet());
        }

        @Override
        public String written(Object value) {
            return word(cast(value));
        }
    }

    /// The name of a column of the graph's nodes, or nothing.
    record Column() implements Values<String> {

        @Override
        public String cast(Object value) {
            return (String) value;
        }

        @Override
        public String range() {
            return "the name of a column of numbers";
        }
    }

    /// Widths of hidden layers.
    ///
    /// @param most how many there can be
    record Sizes(int most) implements Values<List<Integer>> {

        @Override
        public List<Integer> cast(Object value) {
            return ((List<?>) value).stream().map(Integer.class::cast).toList();
        }

        @Override
        public String range() {
            return "a list of at most " + most + " whole numbers";
        }
    }

    /// The words of an enum in files: `LEAKY_RELU` is `leaky-relu`.
    static <E extends Enum<E>> Map<String, E> words(E[] values) {
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> words.put(word(value), value));
        return words;
    }

    /// The word of one constant in files.
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
