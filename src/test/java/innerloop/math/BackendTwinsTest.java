package innerloop.math;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.math.nd4j.Nd4jBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The float32 twin against the float64 twin, operation by operation, on sizes around the vector widths.
class BackendTwinsTest {

    private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 13, 16, 17, 31, 33};
    private static final double TOLERANCE = 1e-5;
    private static final Backend FLOAT = new VectorBackend();
    private static final Backend DOUBLE = new Nd4jBackend();

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void twinsAgreeOnAwkwardSizes(String operation) {
        for (int n : SIZES) {
            for (int m : SIZES) {
                for (TwinOperation twin : TwinOperation.all(n, m)) {
                    if (twin.operation().equals(operation)) {
                        assertClose(twin.toString(), twin.result(FLOAT), twin.result(DOUBLE));
                    }
                }
            }
        }
    }

    static Set<String> operations() {
        return TwinOperation.all(4, 4).stream()
                .map(TwinOperation::operation)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyOperationOfTheInterfaceIsCompared() {
        Set<String> makers = Set.of("name", "epsilon", "matrix", "reshaped");
        List<String> methods =
                Stream.of(Backend.class.getMethods())
                        .map(m -> m.getName())
                        .filter(name -> !makers.contains(name))
                        .distinct()
                        .toList();
        assertThat(operations()).containsAll(methods);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void operationsThatMayWorkInPlaceGiveTheSameInPlace(Backend backend) {
        int n = 13;
        int m = 17;
        double[] x = new double[n * m];
        double[] y = new double[n * m];
        Arrays.setAll(x, k -> Math.sin(k));
        Arrays.setAll(y, k -> Math.cos(k * 1.7));
        List<TwinOperation.Work> inPlace = new ArrayList<>();
        inPlace.add((b, in, out) -> b.addScaled(in[0], 0.3, in[1], out));
        inPlace.add((b, in, out) -> b.multiply(in[0], in[1], out));
        inPlace.add((b, in, out) -> b.affine(2, 1, in[0], out));
        inPlace.add((b, in, out) -> b.map(ScalarFunction.TANH, 0, in[0], out));
        inPlace.add((b, in, out) -> b.map(ScalarFunction.ELU, 0, in[0], out));
        inPlace.add((b, in, out) -> b.addRow(in[0], row(b, m), out));
        inPlace.add((b, in, out) -> b.divideByRoot(in[0], 0.5, squares(b, in[1]), 0.01, out));
        for (TwinOperation.Work work : inPlace) {
            Matrix[] in = {backend.matrix(n, m, x), backend.matrix(n, m, y)};
            Matrix fresh = backend.matrix(n, m);
            work.on(backend, in, fresh);
            work.on(backend, in, in[0]);
            assertThat(in[0].toArray()).isEqualTo(fresh.toArray());
        }
    }

    private static Matrix row(Backend backend, int columns) {
        double[] numbers = new double[columns];
        Arrays.setAll(numbers, Math::sqrt);
        return backend.matrix(1, columns, numbers);
    }

    private static Matrix squares(Backend backend, Matrix x) {
        Matrix squares = backend.matrix(x.rows(), x.columns());
        backend.multiply(x, x, squares);
        return squares;
    }

    @ParameterizedTest
    @MethodSource("backends")
    void theLogarithmOfSoftmaxStaysFinite(Backend backend) {
        Matrix x = backend.matrix(1, 3, new double[] {-1000, 0, 1});
        Matrix out = backend.matrix(1, 3);
        backend.logSoftmax(x, out);
        double shift = 1 + Math.log1p(Math.exp(-1));
        double[] expected = {-1000 - shift, -shift, 1 - shift};
        assertClose(backend.name(), out.toArray(), expected);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void softmaxOfHugeNumbersStaysFinite(Backend backend) {
        Matrix x = backend.matrix(1, 3, new double[] {1e30, 1e30, -1e30});
        Matrix out = backend.matrix(1, 3);
        backend.softmax(x, out);
        assertThat(out.toArray()).containsExactly(0.5, 0.5, 0);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void softmaxOverEdgesSumsToOneAtEveryCentreWithEdges(Backend backend) {
        SparseMatrix p = TwinOperation.pattern(13, 15);
        double[] scores = new double[p.size()];
        Arrays.setAll(scores, k -> 30 * Math.sin(k));
        Matrix out = backend.matrix(p.size(), 1);
        backend.edgeSoftmax(p, backend.matrix(p.size(), 1, scores), out);
        Matrix sums = backend.matrix(p.rows(), 1);
        backend.edgeScatter(p, false, out, sums);
        for (int i = 0; i < p.rows(); i++) {
            double expected = p.rowSize(i) == 0 ? 0 : 1;
            assertThat(Math.abs(sums.get(i, 0) - expected)).isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 17, 33})
    void theProductOfSparseMatricesIsTheDenseProduct(int n) {
        SparseMatrix a = TwinOperation.pattern(n, n + 2);
        SparseMatrix b = TwinOperation.pattern(n + 2, 7);
        Matrix dense = DOUBLE.matrix(n, 7);
        DOUBLE.matmul(dense(a), false, dense(b), false, dense);
        SparseMatrix product = a.multiply(b);
        assertClose("product", dense(product).toArray(), dense.toArray());
        for (int i = 0; i < n; i++) {
            int[] columns =
                    Arrays.copyOfRange(
                            product.column(), product.rowStart()[i], product.rowStart()[i + 1]);
            assertThat(columns).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void transposingTwiceGivesTheMatrixBack() {
        SparseMatrix a = TwinOperation.pattern(13, 17);
        assertThat(a.transpose().transpose()).isEqualTo(a);
        assertThat(a.transpose().get(4, 2)).isEqualTo(a.get(2, 4));
    }

    @Test
    void tripletsAtTheSamePlaceAreAdded() {
        SparseMatrix m =
                SparseMatrix.ofTriplets(
                        2,
                        3,
                        new int[] {1, 0, 1, 1},
                        new int[] {2, 1, 0, 2},
                        new double[] {1, 2, 3, 4});
        assertThat(m.size()).isEqualTo(3);
        assertThat(m.get(1, 2)).isEqualTo(5);
        assertThat(m.get(0, 0)).isZero();
    }

    @Test
    void aReshapedBufferHoldsTheNewShapeWhateverItHeld() {
        for (Backend backend : backends().toList()) {
            Matrix buffer = backend.matrix(2, 3);
            for (int[] shape : new int[][] {{5, 7}, {1, 1}, {7, 5}, {33, 31}}) {
                buffer = backend.reshaped(buffer, shape[0], shape[1]);
                backend.fill(1, buffer);
                assertThat(buffer.toArray()).hasSize(shape[0] * shape[1]).containsOnly(1);
            }
        }
    }

    static Stream<Backend> backends() {
        return Stream.of(FLOAT, DOUBLE);
    }

    private static Matrix dense(SparseMatrix sparse) {
        double[] all = new double[sparse.rows() * sparse.columns()];
        for (int i = 0; i < sparse.rows(); i++) {
            for (int j = 0; j < sparse.columns(); j++) {
                all[i * sparse.columns() + j] = sparse.get(i, j);
            }
        }
        return DOUBLE.matrix(sparse.rows(), sparse.columns(), all);
    }

    private static void assertClose(String what, double[] actual, double[] expected) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double scale = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
        for (int k = 0; k < actual.length; k++) {
            assertThat(Math.abs(actual[k] - expected[k]) / scale)
                    .as("%s entry %d: %s and %s", what, k, actual[k], expected[k])
                    .isLessThan(TOLERANCE);
        }
    }
}
