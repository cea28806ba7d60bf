package innerloop.meta;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.InnerShapes.Products;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The ways of writing down first weights say the same.
class InnerShapesTest {

    private static final Backend BACKEND = new Nd4jBackend();
    private static final Offset<Double> ROUNDING = Offset.offset(1e-13);

    private final SplittableRandom random = new SplittableRandom(5);
    private final Scratch scratch = new Scratch(BACKEND);

    private double[] numbers(int n, double share) {
        return random.doubles(n).map(x -> random.nextDouble() < share ? x - 0.5 : 0).toArray();
    }

    private SparseMatrix features(int rows, int columns) {
        return SparseMatrix.ofDense(rows, columns, numbers(rows * columns, 0.4));
    }

    @Test
    void aStepIsTheSameWithAndWithoutTheGramMatrix() {
        Products with = Products.of(features(6, 40), 16, BACKEND);
        assertThat(with.gram()).isNotNull();
        Products without = new Products(with.features(), null);
        Matrix cotangent = BACKEND.matrix(6, 3, numbers(18, 1));
        double[] expected =
                without.displacement(cotangent, BACKEND.matrix(6, 3), scratch).toArray();
        assertThat(with.displacement(cotangent, BACKEND.matrix(6, 3), scratch).toArray())
                .containsExactly(expected, ROUNDING);
    }

    @Test
    void manyRowsWithFewEntriesHaveNoGramMatrix() {
        assertThat(Products.of(features(40, 6), 16, BACKEND).gram()).isNull();
    }

    @Test
    void aStepOfProductsIsWhatLeavingAndEnteringGives() {
        Products products = Products.of(features(6, 40), 16, BACKEND);
        Matrix cotangent = BACKEND.matrix(6, 3, numbers(18, 1));
        Matrix weight = BACKEND.matrix(40, 3);
        products.addPullback(cotangent, 1, weight, scratch);
        Matrix entered = BACKEND.matrix(6, 3);
        products.restrict(weight, entered, BACKEND);
        assertThat(products.displacement(cotangent, BACKEND.matrix(6, 3), scratch).toArray())
                .containsExactly(entered.toArray(), ROUNDING);
    }

    @Test
    void stackedViewsAreStackedMatrices() {
        SparseMatrix first = features(5, 7);
        SparseMatrix second = features(4, 7);
        SparseMatrix stacked =
                InnerShapes.stacked(
                        List.of(
                                first.selectRows(new int[] {4, 0}),
                                second.selectRows(new int[] {2})));
        int[][] from = {{0, 4}, {0, 0}, {1, 2}};
        for (int r = 0; r < 3; r++) {
            SparseMatrix source = from[r][0] == 0 ? first : second;
            for (int c = 0; c < 7; c++) {
                assertThat(stacked.get(r, c)).isEqualTo(source.get(from[r][1], c));
            }
        }
    }
}
