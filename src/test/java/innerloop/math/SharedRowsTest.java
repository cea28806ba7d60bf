package innerloop.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Views of rows, and rows shared among threads.
class SharedRowsTest {

    private final SplittableRandom random = new SplittableRandom(3);

    private SparseMatrix sparse(int rows, int columns, int entries) {
        int[] i = random.ints(entries, 0, rows).toArray();
        int[] j = random.ints(entries, 0, columns).toArray();
        double[] v = random.doubles(entries, -1, 1).toArray();
        return SparseMatrix.ofTriplets(rows, columns, i, j, v);
    }

    private Matrix dense(Backend backend, int rows, int columns) {
        return backend.matrix(
                rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
    }

    @Test
    void aViewIsTheMatrixOfItsRows() {
        SparseMatrix whole = sparse(20, 15, 90);
        int[] rows = {7, 0, 19, 7};
        SparseMatrix view = whole.selectRows(rows);
        SparseMatrix again = view.selectRows(new int[] {3, 1});
        SparseMatrix turned = view.transpose();
        for (int c = 0; c < 15; c++) {
            for (int k = 0; k < rows.length; k++) {
                assertThat(view.get(k, c)).isEqualTo(whole.get(rows[k], c));
                assertThat(turned.get(c, k)).isEqualTo(whole.get(rows[k], c));
            }
            assertThat(again.get(0, c)).isEqualTo(whole.get(7, c));
            assertThat(again.get(1, c)).isEqualTo(whole.get(0, c));
        }
        assertThat(view.size()).isEqualTo(Arrays.stream(rows).map(whole::rowSize).sum());
        assertThatThrownBy(view::rowStart).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(view::unitRows).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLargeProductIsTheSameToTheBitForAnyNumberOfThreads() {
        SparseMatrix s = sparse(9_000, 8_000, 600_000);
        VectorBackend alone = new VectorBackend(1);
        assertThat(RowBlocks.large(s, 64)).isTrue();
        for (boolean transposed : new boolean[] {false, true}) {
            Matrix x = dense(alone, transposed ? 9_000 : 8_000, 64);
            Matrix expected = alone.matrix(transposed ? 8_000 : 9_000, 64);
            alone.sparseMatmul(s, transposed, x, expected);
            for (int threads : new int[] {2, 5}) {
                Matrix out = alone.matrix(expected.rows(), 64);
                new VectorBackend(threads).sparseMatmul(s, transposed, x, out);
                assertThat(out.toArray()).isEqualTo(expected.toArray());
            }
            Matrix scattered = alone.matrix(expected.rows(), 64);
            new VectorBackend().sparseMatmul(s, transposed, x, scattered);
            alone.addScaled(scattered, -1, expected, scattered);
            assertThat(Math.sqrt(alone.dot(scattered, scattered)))
                    .isLessThan(1e-5 * Math.sqrt(alone.dot(expected, expected)));
        }
    }

    /// Of a product of a matrix with itself half is computed; a copy of the matrix gives the same bits.
    @Test
    void aLargeDenseProductIsTheSameToTheBitForAnyNumberOfThreads() {
        VectorBackend alone = new VectorBackend();
        Matrix x = dense(alone, 1_500, 203);
        Matrix copy = alone.matrix(1_500, 203, x.toArray());
        for (boolean transposed : new boolean[] {false, true}) {
            int size = transposed ? 203 : 1_500;
            Matrix expected = alone.matrix(size, size);
            alone.matmul(x, transposed, copy, !transposed, expected);
            for (int threads : new int[] {0, 1, 2, 5}) {
                for (Matrix right : new Matrix[] {x, copy}) {
                    Matrix out = alone.matrix(size, size);
                    new VectorBackend(threads).matmul(x, transposed, right, !transposed, out);
                    assertThat(out.toArray()).isEqualTo(expected.toArray());
                }
            }
        }
    }

    /// Columns beyond the last whole vector.
    @Test
    void theLastColumnsAreWhatTheTwinSays() {
        VectorBackend single = new VectorBackend();
        for (int columns = 1; columns < 40; columns++) {
            Matrix a = dense(single, 6, 9);
            Matrix b = dense(single, 9, columns);
            Matrix out = single.matrix(6, columns);
            single.matmul(a, false, b, false, out);
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < columns; j++) {
                    double sum = 0;
                    for (int l = 0; l < 9; l++) {
                        sum += a.get(i, l) * b.get(l, j);
                    }
                    assertThat(out.get(i, j)).isCloseTo(sum, within(1e-5));
                }
            }
        }
    }
}
