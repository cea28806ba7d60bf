package innerloop.graph;

import java.util.Comparator;

/// The order in which class names get their numbers.
public final class ClassOrder {

    /// Whole numbers first, by value; then all other names as text. Mixing the two comparisons would be no order:
    /// "2" < "10" < "1a" < "2".
    public static final Comparator<String> NATURAL =
            Comparator.comparing((String name) -> !isWhole(name))
                    .thenComparingLong(name -> isWhole(name) ? Long.parseLong(name) : 0)
                    .thenComparing(Comparator.naturalOrder());

    private static final int LONGEST_NUMBER = 15;

    private ClassOrder() {}

    private static boolean isWhole(String name) {
        int start = name.startsWith("-") ? 1 : 0;
        return name.length() > start
                && name.length() <= LONGEST_NUMBER
                && name.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    }
}
