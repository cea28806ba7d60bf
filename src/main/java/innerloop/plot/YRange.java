package innerloop.plot;

/// Which values the y axis shows. Whatever the rule, both ends are round where it leaves a choice.
public sealed interface YRange {
    /// Everything there is, with some air.
    record Auto() implements YRange {}

    /// Everything there is, with some air, but never beyond what the quantity can be: accuracies
    /// between 0 and 1.
    ///
    /// @param least the lower bound
    /// @param most the upper bound
    record Clamped(double least, double most) implements YRange {
        /// Checks the bounds.
        public Clamped {
            check(least, most);
        }
    }

    /// Always the same values.
    ///
    /// @param lo at the bottom
    /// @param hi at the top
    record Fixed(double lo, double hi) implements YRange {
        /// Checks the bounds.
        public Fixed {
            check(lo, hi);
        }
    }

    /// Everything there is, with some air.
    static YRange auto() {
        return new Auto();
    }

    /// Everything there is, within bounds.
    static YRange clamped(double least, double most) {
        return new Clamped(least, most);
    }

    /// Always the same values.
    static YRange fixed(double lo, double hi) {
        return new Fixed(lo, hi);
    }

    private static void check(double lo, double hi) {
        if (!(lo < hi) || !Double.isFinite(hi - lo)) {
            throw new IllegalArgumentException("no range from " + lo + " to " + hi);
        }
    }
}
