package innerloop.lesson;

import java.util.Optional;

/// A value, or two of them put together: `run score`, `run score - run floor`, `17`.
///
/// @param first left of the sign
/// @param second what follows; empty for a single value
public record Expression(Quantity first, Optional<Second> second) {

    /// How two values are put together.
    public enum Sign {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        OVER("/");

        private final String symbol;

        Sign(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }

        double of(double a, double b) {
            return switch (this) {
                case PLUS -> a + b;
                case MINUS -> a - b;
                case TIMES -> a * b;
                case OVER -> a / b;
            };
        }
    }

    /// A sign and what stands right of it.
    public record Second(Sign sign, Quantity quantity) {}

    /// A single value.
    static Expression of(Quantity single) {
        return new Expression(single, Optional.empty());
    }

    /// Whether it is written by hand altogether.
    public boolean isLiteral() {
        return first instanceof Quantity.Literal
                && second.stream().allMatch(s -> s.quantity() instanceof Quantity.Literal);
    }
}
