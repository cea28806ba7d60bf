package innerloop.graph;

import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The columns of numbers that are known of the nodes.
///
/// @param matrix `[n × f]`, row = node
/// @param names the name of each column; empty when unknown
/// @param gaps the nodes for which a column's file has no number, by the column; the matrix says 0 there
public record FeatureTable(
        SparseMatrix matrix, List<String> names, SortedMap<Integer, BitSet> gaps) {

    private static final BitSet NONE = new BitSet();

    public FeatureTable {
        names = List.copyOf(names);
        gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
    }

    /// A table without gaps.
    public FeatureTable(SparseMatrix matrix, List<String> names) {
        this(matrix, names, new TreeMap<>());
    }

    /// A table without columns.
    public static FeatureTable none(int nodes) {
        return new FeatureTable(SparseMatrix.ofDense(nodes, 0, new double[0]), List.of());
    }

    /// The name of a column, or its number, written `#3`.
    public String name(int column) {
        return names.isEmpty() || names.get(column).isEmpty() ? "#" + column : names.get(column);
    }

    /// What all columns are called.
    public List<String> columns() {
        return IntStream.range(0, matrix.columns()).mapToObj(this::name).toList();
    }

    /// The column that [#name] calls so; −1 if there is none.
    public int column(String name) {
        int named = names.indexOf(name);
        if (named >= 0 || !name.matches("#\\d{1,9}")) {
            return named;
        }
        int number = Integer.parseInt(name.substring(1));
        return number < matrix.columns() ? number : -1;
    }

    /// The nodes that have no number in a column. Read only.
    public BitSet gaps(int column) {
        return gaps.getOrDefault(column, NONE);
    }

    /// The number of each node in a column, NaN where there is none.
    public double[] numbers(int column) {
        double[] numbers = new double[matrix.rows()];
        BitSet missing = gaps(column);
        Arrays.setAll(numbers, node -> missing.get(node) ? Double.NaN : matrix.get(node, column));
        return numbers;
    }

    /// Whether two nodes differ in any number.
    ///
    /// @param ignored a column that does not count; −1 = all count
    public boolean tellsApart(int ignored) {
        for (int node = 1; node < matrix.rows(); node++) {
            if (!sameRows(0, node, ignored)) {
                return true;
            }
        }
        return false;
    }

    private boolean sameRows(int one, int other, int ignored) {
        return holds(one, other, ignored) && holds(other, one, ignored);
    }

    /// Whether the second row has all numbers of the first that are not 0.
    private boolean holds(int one, int other, int ignored) {
        for (int k = matrix.begins()[one]; k < matrix.ends()[one]; k++) {
            int column = matrix.column()[k];
            if (column != ignored && matrix.get(other, column) != matrix.value()[k]) {
                return false;
            }
        }
        return true;
    }

    /// The table without one of its columns.
    public FeatureTable without(int column) {
        int[] kept = IntStream.range(0, matrix.columns()).filter(c -> c != column).toArray();
        double[] ones = new double[kept.length];
        Arrays.fill(ones, 1);
        int[] numbers = IntStream.range(0, kept.length).toArray();
        SparseMatrix selection =
                SparseMatrix.ofTriplets(matrix.columns(), kept.length, kept, numbers, ones);
        List<String> others = new ArrayList<>(names);
        if (!others.isEmpty()) {
            others.remove(column);
        }
        SortedMap<Integer, BitSet> moved = new TreeMap<>();
        gaps.forEach((c, nodes) -> {
            if (c != column) {
                moved.put(c < column ? c : c - 1, nodes);
            }
        });
        return new FeatureTable(matrix.multiply(selection), others, moved);
    }
}
