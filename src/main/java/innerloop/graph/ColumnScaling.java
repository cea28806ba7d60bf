package innerloop.graph;

import innerloop.graph.FeatureRecipe.Scaling;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Brings the feature columns of a graph's file to one scale, by what each of them holds.
///
/// A column of *counts* is 0 at half of the nodes or more (words, flags, amounts that few nodes have), or holds only 0 and 1. Its
/// zeros mean something, so it is not shifted. All others are columns of *numbers* (a year, a temperature), where neither zero
/// nor the unit means anything: they are shifted to mean 0 and scaled to mean square 1. Beside them, counts are divided so that
/// those that are not 0 are usually about 1, too.
///
/// What is known of a column comes from the nodes that training sees; the same rule then holds at all nodes, so that a
/// number means the same in every phase.
final class ColumnScaling {

    /// From this kurtosis, or this many deviations from the mean, single numbers would dominate a column.
    private static final double HEAVY = 10;

    /// Columns of counts that are so many times larger than most others are divided by their mean.
    private static final double LARGE = 10;

    private final FeatureTable table;
    private final int[] seen;
    private final int[] stored;
    private final boolean[] numbers;
    private final double[] factor;

    /// Looks at the columns.
    ///
    /// @param unseen nodes of which training must know nothing; if there are no others, all are looked at
    ColumnScaling(FeatureTable table, BitSet unseen) {
        this.table = table;
        SparseMatrix matrix = table.matrix();
        int[] others =
                IntStream.range(0, matrix.rows()).filter(node -> !unseen.get(node)).toArray();
        this.seen = others.length > 0 ? others : IntStream.range(0, matrix.rows()).toArray();
        this.stored = new int[matrix.columns()];
        this.numbers = new boolean[matrix.columns()];
        this.factor = factors();
    }

    /// Factors of the columns of counts; on the way columns of numbers are found.
    private double[] factors() {
        SparseMatrix matrix = table.matrix();
        boolean[] flags = new boolean[stored.length];
        Arrays.fill(flags, true);
        double[] sizes = new double[stored.length];
        for (int node : seen) {
            for (int k = matrix.begins()[node]; k < matrix.ends()[node]; k++) {
                double value = matrix.value()[k];
                int c = matrix.column()[k];
                stored[c] += value != 0 ? 1 : 0;
                flags[c] &= value == 0 || value == 1;
                sizes[c] += Math.abs(value);
            }
        }
        for (int c = 0; c < stored.length; c++) {
            numbers[c] = !flags[c] && 2L * stored[c] > seen.length;
            sizes[c] /= Math.max(1, stored[c]);
        }
        double[] factors = new double[stored.length];
        double usual = usual(sizes);
        // Without numbers there is nothing that counts would have to be comparable with.
        double common = ofNumbers().length == 0 || usual == 0 ? 1 : 1 / usual;
        Arrays.setAll(factors, c -> sizes[c] > LARGE * usual ? 1 / sizes[c] : common);
        return factors;
    }

    /// The median size of columns of counts; 0 if there are none.
    private double usual(double[] sizes) {
        double[] sorted =
                IntStream.range(0, sizes.length)
                        .filter(c -> !numbers[c] && stored[c] > 0)
                        .mapToDouble(c -> sizes[c])
                        .sorted()
                        .toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private int[] ofNumbers() {
        return IntStream.range(0, numbers.length).filter(c -> numbers[c]).toArray();
    }

    /// All columns, `[n × f]`. A number that is missing is the mean, 0.
    SparseMatrix scaled(Scaling scaling) {
        SparseMatrix matrix = table.matrix();
        double[] ones = new double[matrix.rows()];
        Arrays.fill(ones, 1);
        SparseMatrix counts = matrix.withColumns(c -> !numbers[c]).scaled(ones, factor);
        int[] ofNumbers = ofNumbers();
        return ofNumbers.length == 0 ? counts : with(ofNumbers, scaling, counts);
    }

    /// Columns of numbers beside those of counts.
    private SparseMatrix with(int[] ofNumbers, Scaling scaling, SparseMatrix counts) {
        int rows = counts.rows();
        int most = Math.addExact(counts.size(), Math.multiplyExact(rows, ofNumbers.length));
        int[] row = new int[most];
        int[] column = new int[most];
        double[] value = new double[most];
        int size = 0;
        for (int r = 0; r < rows; r++) {
            for (int k = counts.begins()[r]; k < counts.ends()[r]; k++) {
                row[size] = r;
                column[size] = counts.column()[k];
                value[size++] = counts.value()[k];
            }
        }
        for (int c : ofNumbers) {
            double[] scaled = scaled(table.numbers(c), scaling);
            for (int r = 0; r < rows; r++) {
                if (scaled[r] != 0 && !Double.isNaN(scaled[r])) {
                    row[size] = r;
                    column[size] = c;
                    value[size++] = scaled[r];
                }
            }
        }
        return SparseMatrix.ofTriplets(
                rows,
                numbers.length,
                Arrays.copyOf(row, size),
                Arrays.copyOf(column, size),
                Arrays.copyOf(value, size));
    }

    private double[] scaled(double[] x, Scaling scaling) {
        return switch (scaling) {
            case NONE -> x;
            case STANDARDISE -> standardised(x);
            case RANK -> standardised(ranks(x));
            case AUTO -> {
                double[] standardised = standardised(x);
                yield isHeavy(known(standardised)) ? standardised(ranks(x)) : standardised;
            }
        };
    }

    /// What is known of the nodes that are seen.
    private double[] known(double[] x) {
        return Arrays.stream(seen)
                .mapToDouble(node -> x[node])
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }

    /// With mean 0 and mean square 1; all 0 if all are equal.
    private double[] standardised(double[] x) {
        double[] known = known(x);
        double least = Arrays.stream(known).min().orElse(0);
        double most = Arrays.stream(known).max().orElse(0);
        if (least == most) {
            return new double[x.length];
        }
        // Divided by the largest, so that no square is infinite.
        double unit = Math.max(Math.abs(least), Math.abs(most));
        double sum = 0;
        for (double v : known) {
            sum += v / unit;
        }
        double mean = sum / known.length;
        double squares = 0;
        for (double v : known) {
            squares += (v / unit - mean) * (v / unit - mean);
        }
        double deviation = Math.sqrt(squares / known.length);
        return Arrays.stream(x).map(v -> (v / unit - mean) / deviation).toArray();
    }

    private static boolean isHeavy(double[] standardised) {
        double fourths = 0;
        double most = 0;
        for (double v : standardised) {
            fourths += v * v * v * v;
            most = Math.max(most, Math.abs(v));
        }
        return most > HEAVY || fourths > HEAVY * standardised.length;
    }

    /// How many of the known numbers are smaller, and half of those that are equal.
    private double[] ranks(double[] x) {
        double[] sorted = known(x);
        Arrays.sort(sorted);
        return Arrays.stream(x)
                .map(v ->
                        Double.isNaN(v)
                                ? v
                                : (firstFrom(sorted, v) + firstFrom(sorted, Math.nextUp(v))) / 2.0)
                .toArray();
    }

    /// How many are less than `bound`.
    private static int firstFrom(double[] sorted, double bound) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The column that holds more than half of the squared length of all rows although it could be scaled, where there are more
    /// than four columns.
    OptionalInt dominating() {
        SparseMatrix matrix = table.matrix();
        double unit = Arrays.stream(matrix.value()).map(Math::abs).max().orElse(0);
        if (stored.length < 5 || unit == 0) {
            return OptionalInt.empty();
        }
        double[] squares = new double[stored.length];
        double all = 0;
        for (int k = 0; k < matrix.size(); k++) {
            double share = matrix.value()[k] / unit;
            squares[matrix.column()[k]] += share * share;
            all += share * share;
        }
        double half = all / 2;
        return IntStream.range(0, squares.length)
                .filter(c -> squares[c] > half && (numbers[c] || factor[c] != 1))
                .findFirst();
    }
}
