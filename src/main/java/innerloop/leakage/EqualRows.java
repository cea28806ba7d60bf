package innerloop.leakage;

import innerloop.math.SparseMatrix;
import java.util.Arrays;

/// Groups of equal rows of a matrix, compared entry by entry as float32.
final class EqualRows {

    private final int[] number;
    private final int[] sizes;
    private final int distinct;
    private final int empty;

    private EqualRows(int[] number, int distinct, int empty) {
        this.number = number;
        this.sizes = new int[number.length];
        for (int first : number) {
            sizes[first]++;
        }
        this.distinct = distinct;
        this.empty = empty;
    }

    /// Compares these rows.
    static EqualRows of(SparseMatrix matrix, int[] rows) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, rows.length));
        long[] hashes = new long[rows.length];
        int empty = 0;
        for (int k = 0; k < rows.length; k++) {
            // High bits: the hash; low bits: the row's place. After sorting, equal rows are
            // adjacent.
            hashes[k] = hash(matrix, rows[k]) << bits | k;
            empty += matrix.rowSize(rows[k]) == 0 ? 1 : 0;
        }
        Arrays.sort(hashes);
        int[] number = new int[rows.length];
        int distinct = 0;
        for (int from = 0; from < hashes.length; ) {
            int to = from + 1;
            while (to < hashes.length && hashes[to] >> bits == hashes[from] >> bits) {
                to++;
            }
            distinct += number(matrix, rows, Arrays.copyOfRange(hashes, from, to), bits, number);
            from = to;
        }
        return new EqualRows(number, empty > 0 ? distinct - 1 : distinct, empty);
    }

    /// Numbers rows of equal hash, each by the first it equals.
    ///
    /// @return the number of different rows: 1, except with probability 2⁻³²
    private static int number(
            SparseMatrix matrix, int[] rows, long[] hashes, int bits, int[] number) {
        int mask = (1 << bits) - 1;
        int different = 0;
        for (int k = 0; k < hashes.length; k++) {
            int place = (int) hashes[k] & mask;
            number[place] = place;
            for (int e = 0; e < k && number[place] == place; e++) {
                int earlier = (int) hashes[e] & mask;
                if (number[earlier] == earlier && equal(matrix, rows[earlier], rows[place])) {
                    number[place] = earlier;
                }
            }
            different += number[place] == place ? 1 : 0;
        }
        return different;
    }

    private static long hash(SparseMatrix matrix, int row) {
        long hash = matrix.rowSize(row);
        int begin = matrix.begins()[row];
        for (int k = begin; k < begin + matrix.rowSize(row); k++) {
            hash = (hash ^ matrix.column()[k]) * 0x9E3779B97F4A7C15L;
            hash =
                    (hash ^ hash >>> 32 ^ Float.floatToIntBits(matrix.floatValue()[k]))
                            * 0xBF58476D1CE4E5B9L;
        }
        return hash ^ hash >>> 29;
    }

    private static boolean equal(SparseMatrix matrix, int a, int b) {
        int size = matrix.rowSize(a);
        int fromA = matrix.begins()[a];
        int fromB = matrix.begins()[b];
        return size == matrix.rowSize(b)
                && Arrays.equals(
                        matrix.column(), fromA, fromA + size, matrix.column(), fromB, fromB + size)
                && Arrays.equals(
                        matrix.floatValue(),
                        fromA,
                        fromA + size,
                        matrix.floatValue(),
                        fromB,
                        fromB + size);
    }

    /// The place of the first row that equals this one.
    int number(int place) {
        return number[place];
    }

    /// Whether no other row is equal.
    boolean isAlone(int place) {
        return sizes[number[place]] == 1;
    }

    /// How many different rows there are, the empty one not counted.
    int distinct() {
        return distinct;
    }

    /// How many rows are empty.
    int empty() {
        return empty;
    }
}
