package innerloop.io;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which column of an edge list means what; −1 = there is none.
///
/// @param header whether the first row holds names
/// @param source column of the source
/// @param target column of the target
/// @param weight column of the weight
/// @param direction column that says `Directed` or `Undirected`, as Gephi writes it
record EdgeColumns(boolean header, int source, int target, int weight, int direction) {

    private static final Set<String> SOURCE =
            Set.of("source", "from", "src", "u", "start", "sender", "node1", "id1");
    private static final Set<String> TARGET =
            Set.of("target", "to", "dst", "dest", "v", "end", "receiver", "node2", "id2");
    private static final Set<String> WEIGHT = Set.of("weight", "w", "value", "strength");
    private static final Set<String> DIRECTION = Set.of("type", "directed");

    /// From the first two rows: names are known words, or words above numbers.
    static EdgeColumns of(List<String> first, @Nullable List<String> second) {
        int source = find(first, SOURCE);
        int target = find(first, TARGET);
        if (source >= 0 && target >= 0) {
            return new EdgeColumns(
                    true, source, target, find(first, WEIGHT), find(first, DIRECTION));
        }
        if (second != null && startsWithWords(first) && startsWithNumbers(second)) {
            return new EdgeColumns(true, 0, 1, find(first, WEIGHT), -1);
        }
        boolean weighted = first.size() > 2 && isNumber(first.get(2));
        return new EdgeColumns(false, 0, 1, weighted ? 2 : -1, -1);
    }

    private static int find(List<String> names, Set<String> words) {
        for (int c = 0; c < names.size(); c++) {
            if (words.contains(names.get(c).strip().toLowerCase(Locale.ROOT))) {
                return c;
            }
        }
        return -1;
    }

    private static boolean startsWithWords(List<String> row) {
        return row.size() >= 2 && !isNumber(row.get(0)) && !isNumber(row.get(1));
    }

    private static boolean startsWithNumbers(List<String> row) {
        return row.size() >= 2 && isNumber(row.get(0)) && isNumber(row.get(1));
    }

    private static boolean isNumber(String text) {
        return !Double.isNaN(Decimals.parse(text.replace(',', '.')));
    }
}
