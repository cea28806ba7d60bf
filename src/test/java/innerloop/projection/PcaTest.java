package innerloop.projection;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.math.nd4j.Nd4jEigen;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A cloud that is wide along two known axes of six, and away from the origin.
class PcaTest {

    private static final int NODES = 300;
    private static final int COLUMNS = 6;

    private final Nd4jBackend exact = new Nd4jBackend();

    /// Node i at `(5 + 3 s, 5 + t, 5, …)` with s and t random; columns in `order`.
    private static double[] cloud(int... order) {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[NODES * COLUMNS];
        for (int i = 0; i < NODES; i++) {
            double[] point = {
                5 + 3 * random.nextDouble(-1, 1), 5 + random.nextDouble(-1, 1), 5, 5, 5, 5
            };
            for (int c = 0; c < COLUMNS; c++) {
                x[i * COLUMNS + c] = point[order[c]] + 1e-3 * random.nextDouble(-1, 1);
            }
        }
        return x;
    }

    private float[] projected(Backend backend, double[] x) {
        Matrix points = backend.matrix(NODES, COLUMNS, x);
        return new Pca(2, new Nd4jEigen(), backend).project(points);
    }

    private static double variance(float[] xy, int axis) {
        double squares = 0;
        for (int i = axis; i < xy.length; i += 2) {
            squares += xy[i] * xy[i];
        }
        return squares / NODES;
    }

    @Test
    void theWidestAxesAreShownWhereverTheyAre() {
        float[] xy = projected(exact, cloud(2, 0, 3, 4, 1, 5));
        assertThat(variance(xy, 0)).isCloseTo(3, Offset.offset(0.4));
        assertThat(variance(xy, 1)).isCloseTo(1.0 / 3, Offset.offset(0.05));
    }

    @Test
    void bothArithmeticsShowTheSamePicture() {
        double[] x = cloud(0, 1, 2, 3, 4, 5);
        float[] single = projected(new VectorBackend(), x);
        float[] twice = projected(exact, x);
        Alignment.onto(single, twice, 2);
        assertThat(single).containsExactly(twice, Offset.offset(1e-3f));
    }

    @Test
    void thePictureDoesNotTurnFromStepToStep() {
        Pca pca = new Pca(2, new Nd4jEigen(), exact);
        double[] x = cloud(0, 1, 2, 3, 4, 5);
        float[] before = pca.project(exact.matrix(NODES, COLUMNS, x));
        // Mirrored: the axes are the same, their signs are not.
        double[] mirrored = x.clone();
        for (int i = 0; i < mirrored.length; i += COLUMNS) {
            mirrored[i] = 10 - mirrored[i];
        }
        float[] after = pca.project(exact.matrix(NODES, COLUMNS, mirrored));
        double together = 0;
        for (int i = 0; i < before.length; i++) {
            together += (double) before[i] * after[i];
        }
        assertThat(together).isPositive();
    }

    @Test
    void spaceAddsTheThirdAxis() {
        Matrix points = exact.matrix(NODES, COLUMNS, cloud(2, 0, 3, 4, 1, 5));
        float[] xyz = new Pca(3, new Nd4jEigen(), exact).project(points);
        float[] xy = new Pca(2, new Nd4jEigen(), exact).project(points);
        assertThat(xyz).hasSize(3 * NODES);
        for (int i = 0; i < NODES; i++) {
            assertThat(xyz[3 * i]).isEqualTo(xy[2 * i]);
            assertThat(xyz[3 * i + 1]).isEqualTo(xy[2 * i + 1]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void onlyAPictureOfAsManyPointsIsTurned(int dimensions) {
        double[] x = cloud(0, 1, 2, 3, 4, 5);
        double[] mirrored = Arrays.stream(x).map(v -> -v).toArray();
        Matrix points = exact.matrix(NODES, COLUMNS, x);
        Matrix opposite = exact.matrix(NODES, COLUMNS, mirrored);
        float[] unturned = new Pca(dimensions, new Nd4jEigen(), exact).project(points);
        Pca pca = new Pca(dimensions, new Nd4jEigen(), exact);
        pca.project(opposite);
        pca.project(exact.matrix(1, COLUMNS, new double[COLUMNS]));
        assertThat(pca.project(points)).isEqualTo(unturned);
        assertThat(pca.project(opposite)).containsExactly(unturned, Offset.offset(1e-4f));
    }

    @Test
    void aMissingColumnIsAFlatPicture() {
        float[] xyz =
                new Pca(3, new Nd4jEigen(), exact).project(exact.matrix(2, 1, new double[] {1, 3}));
        assertThat(Math.abs(xyz[0])).isEqualTo(1);
        assertThat(xyz).hasSize(6).containsOnly(-1, 0, 1);
        assertThat(new Pca(3, new Nd4jEigen(), exact).project(exact.matrix(0, 4))).isEmpty();
    }
}
