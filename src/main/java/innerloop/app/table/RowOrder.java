package innerloop.app.table;

import innerloop.graph.ClassOrder;
import innerloop.graph.select.NodeAttribute;
import innerloop.graph.select.NodeSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The rows to show, in their order, as plain numbers: a table of 200,000 rows makes no objects for them.
final class RowOrder {

    /// Unknown values come last, whichever way the known ones are sorted.
    private static final int UNKNOWN = Integer.MAX_VALUE;

    private RowOrder() {}

    /// These rows, sorted by the first key, equal ones by the next, then by number.
    static int[] of(Rows rows, NodeSet shown, List<SortKey> keys) {
        int[] order = shown.stream().toArray();
        // Sorting by the last key first and keeping the order of equals leaves the first key in
        // charge.
        for (SortKey key : keys.reversed()) {
            int[] before = order;
            order =
                    rows.column(key.column())
                            .map(column -> sorted(before, column.values(), key.descending()))
                            .orElse(before);
        }
        return order;
    }

    private static int[] sorted(int[] order, NodeAttribute values, boolean descending) {
        int[] rank =
                switch (values) {
                    case NodeAttribute.Numeric(var of) -> {
                        double[] known = new double[order.length];
                        Arrays.setAll(known, k -> of.applyAsDouble(order[k]));
                        yield ranks(known);
                    }
                    case NodeAttribute.Text(var of) -> {
                        String[] known = new String[order.length];
                        Arrays.setAll(known, k -> of.apply(order[k]).toLowerCase(Locale.ROOT));
                        yield ranks(known);
                    }
                };
        // The rank in the upper half and the place in the lower one: sorting these numbers keeps
        // the order of equals.
        long[] packed = new long[order.length];
        for (int k = 0; k < packed.length; k++) {
            long upper = descending && rank[k] != UNKNOWN ? order.length - rank[k] : rank[k];
            packed[k] = upper << 32 | k;
        }
        Arrays.sort(packed);
        int[] result = new int[order.length];
        Arrays.setAll(result, k -> order[(int) packed[k]]);
        return result;
    }

    private static int[] ranks(double[] known) {
        double[] sorted = known.clone();
        Arrays.sort(sorted);
        int[] rank = new int[known.length];
        // Searching finds the same place for equal values, though not always the first of them.
        Arrays.setAll(
                rank,
                k -> Double.isNaN(known[k]) ? UNKNOWN : Arrays.binarySearch(sorted, known[k]));
        return rank;
    }

    private static int[] ranks(String[] known) {
        String[] sorted = Arrays.stream(known).distinct().toArray(String[]::new);
        Arrays.sort(sorted, ClassOrder.NATURAL);
        int[] rank = new int[known.length];
        Arrays.setAll(
                rank,
                k ->
                        known[k].isEmpty()
                                ? UNKNOWN
                                : Arrays.binarySearch(sorted, known[k], ClassOrder.NATURAL));
        return rank;
    }
}
