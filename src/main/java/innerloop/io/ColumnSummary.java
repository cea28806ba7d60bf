package innerloop.io;

import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// One column of what is known about the nodes.
///
/// @param name its name, or `#3` if it has none
/// @param type what its values are
/// @param least the smallest value that is there
/// @param most the largest value
/// @param missing the share of nodes without a value; they are read as 0
/// @param note what makes it odd
public record ColumnSummary(
        String name, Type type, double least, double most, double missing, Note note) {

    /// What the values of a column are.
    public enum Type {
        /// 0 and 1 only.
        FLAG,
        /// Whole numbers.
        WHOLE,
        /// Any numbers.
        NUMBER,
        /// Words: not used.
        TEXT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What makes a column odd.
    public enum Note {
        /// Nothing.
        NONE,
        /// All nodes have the same value: nothing can be told by it.
        CONSTANT,
        /// Its values are so much larger than those of all others that they alone decide how long a row is.
        DOMINATING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The share of the squared length of all rows that a dominating column has.
    private static final double DOMINATES = 0.95;

    /// Whether a person should look at it: constant, dominating, with gaps, or text.
    public boolean remarkable() {
        return note != Note.NONE || missing > 0 || type == Type.TEXT;
    }

    /// Columns of a graph, of which there may be millions.
    ///
    /// @param listed remarkable ones first, then others, as many as were asked for
    /// @param remarkable how many of all columns are
    record Columns(List<ColumnSummary> listed, int remarkable) {}

    /// The feature columns of a graph, and those of text.
    static Columns of(SparseMatrix features, List<String> names, TableGaps gaps, int most) {
        Totals totals = new Totals(features);
        List<ColumnSummary> first = new ArrayList<>();
        List<ColumnSummary> others = new ArrayList<>();
        int remarkable = 0;
        for (int c = 0; c < features.columns(); c++) {
            ColumnSummary column =
                    totals.summary(c, names.isEmpty() ? "#" + c : names.get(c), gaps);
            remarkable += column.remarkable() ? 1 : 0;
            List<ColumnSummary> list = column.remarkable() ? first : others;
            if (list.size() < most) {
                list.add(column);
            }
        }
        for (String name : gaps.texts()) {
            remarkable++;
            first.add(new ColumnSummary(name, Type.TEXT, 0, 0, 0, Note.NONE));
        }
        first.addAll(others);
        return new Columns(List.copyOf(first.subList(0, Math.min(most, first.size()))), remarkable);
    }

    /// What one pass over the stored values says of each column.
    private static final class Totals {

        private final int rows;
        private final int width;
        private final int[] stored;
        private final double[] least;
        private final double[] most;
        private final double[] squares;
        private final boolean[] fractional;
        private double allSquares;

        Totals(SparseMatrix features) {
            rows = features.rows();
            width = features.columns();
            stored = new int[width];
            least = IntStream.range(0, width).mapToDouble(c -> Double.POSITIVE_INFINITY).toArray();
            most = IntStream.range(0, width).mapToDouble(c -> Double.NEGATIVE_INFINITY).toArray();
            squares = new double[width];
            fractional = new boolean[width];
            // Divided by the largest, so that no square is infinite.
            double scale = 0;
            for (double value : features.value()) {
                scale = Math.max(scale, Math.abs(value));
            }
            for (int k = 0; k < features.size(); k++) {
                add(features.column()[k], features.value()[k], scale);
            }
        }

        private void add(int c, double value, double scale) {
            stored[c]++;
            least[c] = Math.min(least[c], value);
            most[c] = Math.max(most[c], value);
            fractional[c] |= value != Math.rint(value);
            double share = scale == 0 ? 0 : value / scale;
            squares[c] += share * share;
            allSquares += share * share;
        }

        ColumnSummary summary(int c, String name, TableGaps gaps) {
            int empty = gaps.empty().getOrDefault(name, 0);
            boolean zeros = stored[c] < rows - empty || stored[c] == 0;
            double smallest = zeros ? Math.min(0, least[c]) : least[c];
            double largest = zeros ? Math.max(0, most[c]) : most[c];
            Note note = Note.NONE;
            if (smallest == largest) {
                note = Note.CONSTANT;
            } else if (width > 1 && squares[c] > DOMINATES * allSquares) {
                note = Note.DOMINATING;
            }
            boolean flag = !fractional[c] && smallest >= 0 && largest <= 1;
            Type type = fractional[c] ? Type.NUMBER : flag ? Type.FLAG : Type.WHOLE;
            double missing = empty / (double) rows;
            return new ColumnSummary(name, type, smallest, largest, missing, note);
        }
    }
}
