package innerloop.io;

import innerloop.experiment.ColumnRole;
import innerloop.experiment.GraphReading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which column of an edge list means what.
///
/// @param header whether the first row holds names
/// @param names of the columns; their numbers, `#0`, `#1`, …, without a header
/// @param places the column of each role; a role that no column has is not in it
/// @param said the names of columns of which a person said what they are
record EdgeColumns(
        boolean header, List<String> names, Map<ColumnRole, Integer> places, Set<String> said) {

    private static final Set<String> SOURCE =
            Set.of("source", "from", "src", "u", "start", "sender", "node1", "id1");
    private static final Set<String> TARGET =
            Set.of("target", "to", "dst", "dest", "v", "end", "receiver", "node2", "id2");
    private static final Set<String> WEIGHT =
            Set.of(
                    "weight",
                    "w",
                    "value",
                    "strength",
                    "score",
                    "combined_score",
                    "count",
                    "similarity");
    private static final Set<String> DIRECTION = Set.of("type", "directed");

    EdgeColumns {
        names = List.copyOf(names);
        places = Collections.unmodifiableMap(new EnumMap<>(places));
        said = Set.copyOf(said);
    }

    /// From the first two rows, where a person said nothing: names are known words, or words above numbers.
    static EdgeColumns of(List<String> first, @Nullable List<String> second, GraphReading rules) {
        boolean known = find(first, SOURCE) >= 0 && find(first, TARGET) >= 0;
        boolean header =
                switch (rules.header()) {
                    case NAMES -> true;
                    case NONE -> false;
                    case GUESSED ->
                            known
                                    || (second != null
                                            && startsWithWords(first)
                                            && (startsWithNumbers(second)
                                                    || hasNameAboveNumber(first, second)));
                };
        Map<ColumnRole, Integer> places = new EnumMap<>(ColumnRole.class);
        places.put(ColumnRole.SOURCE, header && known ? find(first, SOURCE) : 0);
        places.put(ColumnRole.DESTINATION, header && known ? find(first, TARGET) : 1);
        if (header) {
            put(ColumnRole.WEIGHT, find(first, WEIGHT), places);
            put(ColumnRole.DIRECTION, known ? find(first, DIRECTION) : -1, places);
        } else if (first.size() > 2 && isNumber(first.get(2))) {
            places.put(ColumnRole.WEIGHT, 2);
        }
        List<String> names = header ? first : numbers(first.size());
        rules.edgeColumns()
                .forEach((name, role) -> {
                    int column = names.indexOf(name);
                    if (column >= 0) {
                        places.values().removeIf(place -> place == column);
                        places.put(role, column);
                    }
                });
        places.remove(ColumnRole.IGNORED);
        return new EdgeColumns(header, names, places, rules.edgeColumns().keySet());
    }

    /// Whether a column of this name holds ends of edges.
    static boolean isEnd(String name) {
        return find(List.of(name), SOURCE) >= 0 || find(List.of(name), TARGET) >= 0;
    }

    /// The column of a role; −1 = there is none.
    int place(ColumnRole role) {
        return places.getOrDefault(role, -1);
    }

    /// The role of a column.
    ColumnRole role(int column) {
        return places.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ColumnRole.IGNORED);
    }

    private static void put(ColumnRole role, int column, Map<ColumnRole, Integer> places) {
        if (column >= 0) {
            places.put(role, column);
        }
    }

    private static List<String> numbers(int count) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            names.add("#" + c);
        }
        return names;
    }

    private static int find(List<String> names, Set<String> words) {
        for (int c = 0; c < names.size(); c++) {
            if (words.contains(names.get(c).strip().toLowerCase(Locale.ROOT))) {
                return c;
            }
        }
        return -1;
    }

    /// Whether a further column begins with a word, and goes on with a number.
    private static boolean hasNameAboveNumber(List<String> first, List<String> second) {
        for (int c = 2; c < Math.min(first.size(), second.size()); c++) {
            if (!first.get(c).isBlank() && !isNumber(first.get(c)) && isNumber(second.get(c))) {
                return true;
            }
        }
        return false;
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
