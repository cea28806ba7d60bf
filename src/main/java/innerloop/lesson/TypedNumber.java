package innerloop.lesson;

import java.util.OptionalDouble;

/// A number as people type it: `0.25`, `0,25`, `1/4`, `25 %`, `−3`.
public final class TypedNumber {

    private static final String NUMBER =
            "[+-]?(\\d{1,15}([.,]\\d{0,15})?|[.,]\\d{1,15})([eE][+-]?\\d{1,3})?";

    private TypedNumber() {}

    /// The number; empty if the text is none. A sign of percent changes nothing: whether a number is one is said by who asks.
    public static OptionalDouble of(String text) {
        String plain = text.strip().replace('−', '-').replaceFirst("\\s*%$", "");
        int slash = plain.indexOf('/');
        if (slash > 0) {
            OptionalDouble above = decimal(plain.substring(0, slash).strip());
            OptionalDouble below = decimal(plain.substring(slash + 1).strip());
            boolean whole = above.isPresent() && below.isPresent() && below.getAsDouble() != 0;
            return whole
                    ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
                    : OptionalDouble.empty();
        }
        return decimal(plain);
    }

    private static OptionalDouble decimal(String text) {
        return text.matches(NUMBER)
                ? OptionalDouble.of(Double.parseDouble(text.replace(',', '.')))
                : OptionalDouble.empty();
    }
}
