package innerloop.lesson;

/// That one value is less than another, or the like: what makes an answer of a choice right.
public record Claim(Place place, Expression left, Relation relation, Expression right) {

    /// How two values compare.
    public enum Relation {
        LESS("<"),
        MORE(">"),
        AT_MOST("<="),
        AT_LEAST(">="),
        SAME("=");

        /// Values that differ by less, relative to the larger, are the same.
        private static final double NOTHING = 1e-9;

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }

        /// Whether it holds.
        public boolean holds(double a, double b) {
            boolean same =
                    Math.abs(a - b) <= NOTHING * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
            return switch (this) {
                case LESS -> a < b && !same;
                case MORE -> a > b && !same;
                case AT_MOST -> a < b || same;
                case AT_LEAST -> a > b || same;
                case SAME -> same;
            };
        }
    }
}
