package innerloop.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.math.Backend;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jEigen;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Clusters, orders of rows and little or degenerate data.
class TsneTest {

    private static final int CLUSTERS = 3;
    private static final int COLUMNS = 8;

    private final Nd4jEigen eigen = new Nd4jEigen();
    private final Backend backend = new VectorBackend();

    private Tsne tsne(double[] x, int n, Tsne.Options options) {
        return new Tsne(
                backend.matrix(n, n == 0 ? COLUMNS : x.length / n, x), options, eigen, backend);
    }

    private static Tsne finished(Tsne tsne) {
        while (tsne.step()) {
            // Until it is done.
        }
        return tsne;
    }

    private static int nearest(float[] positions, int i, int d) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < positions.length / d; j++) {
            double squared = 0;
            for (int a = 0; a < d; a++) {
                squared += Math.pow(positions[i * d + a] - positions[j * d + a], 2);
            }
            if (j != i && squared < least) {
                least = squared;
                nearest = j;
            }
        }
        return nearest;
    }

    /// The larger numbers of points are above [Tsne#EXACT_UP_TO].
    @ParameterizedTest
    @CsvSource({"150, 750, 2", "150, 750, 3", "1600, 150, 2", "1600, 150, 3"})
    void clustersStayTogether(int n, int iterations, int d) {
        double[] x = Clouds.clusters(CLUSTERS, 12, n, COLUMNS);
        float[] positions = finished(tsne(x, n, new Tsne.Options(30, iterations, d))).positions();
        assertThat(positions).hasSize(n * d);
        for (int i = 0; i < n; i++) {
            assertThat(nearest(positions, i, d) % CLUSTERS).isEqualTo(i % CLUSTERS);
        }
    }

    @ParameterizedTest
    @CsvSource({"34, 2", "150, 2", "150, 3", "1600, 2"})
    void theCostFalls(int n, int d) {
        double[] x = Clouds.clusters(CLUSTERS, 3, n, COLUMNS);
        Tsne tsne = tsne(x, n, new Tsne.Options(30, 150, d));
        double before = tsne.cost();
        for (int i = 0; i < 100; i++) {
            tsne.step();
        }
        double between = tsne.cost();
        double after = finished(tsne).cost();
        assertThat(between).isLessThan(before);
        assertThat(after).isLessThan(between).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 1600})
    void theSameDataGiveTheSameBits(int n) {
        double[] x = Clouds.normal(n, COLUMNS, 1);
        Tsne.Options options = new Tsne.Options(20, 30, 2);
        Tsne watched = tsne(x, n, options);
        do {
            // Looking on changes nothing.
            watched.cost();
        } while (watched.step());
        assertThat(watched.positions()).isEqualTo(finished(tsne(x, n, options)).positions());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theOrderOfTheRowsDoesNotMatter(int d) {
        int n = 60;
        double[] x = Clouds.normal(n, COLUMNS, 1);
        for (int k = 0; k < x.length; k++) {
            // Axes of different widths, or the PCA would not be determined.
            x[k] *= 1 << k % COLUMNS;
        }
        int[] order = Clouds.order(n, 2);
        // Of both phases; in hundreds of iterations rounding errors would grow too large.
        Tsne.Options options = new Tsne.Options(10, 90, d);
        float[] positions = finished(tsne(x, n, options)).positions();
        float[] reordered = finished(tsne(Clouds.reordered(x, order), n, options)).positions();
        float[] expected = new float[positions.length];
        for (int k = 0; k < expected.length; k++) {
            expected[k] = positions[order[k / d] * d + k % d];
        }
        // The axes' signs are free.
        Alignment.onto(reordered, expected, d);
        assertThat(reordered).containsExactly(expected, Offset.offset(1e-3f));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "2, 2", "3, 2", "4, 2", "0, 3", "1, 3", "2, 3", "3, 3", "5, 3"})
    void fewPointsAreNoTrouble(int n, int d) {
        Tsne tsne = finished(tsne(Clouds.normal(n, COLUMNS, 1), n, Tsne.Options.defaults(d)));
        assertThat(tsne.positions()).hasSize(n * d);
        assertThat(finite(tsne)).isTrue();
    }

    private static boolean finite(Tsne tsne) {
        for (float v : tsne.positions()) {
            if (!Float.isFinite(v)) {
                return false;
            }
        }
        return Double.isFinite(tsne.cost());
    }

    @ParameterizedTest
    @CsvSource({"40, 2", "40, 3", "1600, 2", "1600, 3"})
    void degenerateDataStayFinite(int n, int d) {
        Tsne.Options options = new Tsne.Options(30, n == 40 ? 750 : 30, d);
        double[] equal = new double[n * COLUMNS];
        assertThat(finite(finished(tsne(equal, n, options)))).as("all equal").isTrue();
        double[] twice = Clouds.normal(n, COLUMNS, 1);
        System.arraycopy(twice, 0, twice, twice.length / 2, twice.length / 2);
        for (int k = 0; k < twice.length; k += COLUMNS) {
            twice[k] = 7;
        }
        assertThat(finite(finished(tsne(twice, n, options)))).as("each row twice").isTrue();
        double[] outlier = Clouds.normal(n, COLUMNS, 1);
        outlier[0] = 1e9;
        assertThat(finite(finished(tsne(outlier, n, options)))).as("far outlier").isTrue();
    }

    /// Points on a line: without help the picture would never leave it.
    @Test
    void aSingleColumnFillsThePlane() {
        Tsne tsne = finished(tsne(Clouds.normal(50, 1, 1), 50, new Tsne.Options(10, 750, 2)));
        assertThat(finite(tsne)).isTrue();
        float widest = 0;
        for (int k = 1; k < 100; k += 2) {
            widest = Math.max(widest, Math.abs(tsne.positions()[k]));
        }
        assertThat(widest).isGreaterThan(0.1f);
    }

    @Test
    void itSaysHowFarItIs() {
        Tsne tsne = tsne(Clouds.normal(10, 3, 1), 10, new Tsne.Options(3, 4, 2));
        assertThat(tsne.progress()).isZero();
        assertThat(tsne.step()).isTrue();
        assertThat(tsne.progress()).isEqualTo(0.25);
        finished(tsne);
        assertThat(tsne.progress()).isEqualTo(1);
        float[] end = tsne.positions();
        assertThat(tsne.step()).isFalse();
        assertThat(tsne.positions()).isEqualTo(end);
    }

    @Test
    void theBeginningIsThePca() {
        double[] x = Clouds.normal(30, 4, 1);
        float[] pca = new Pca(2, eigen, backend).project(backend.matrix(30, 4, x));
        float[] start = tsne(x, 30, Tsne.Options.defaults(2)).positions();
        double scale = (double) start[0] / pca[0];
        double squares = 0;
        for (int k = 0; k < pca.length; k++) {
            assertThat(start[k] / scale).isCloseTo(pca[k], Offset.offset(1e-4));
            squares += k % 2 == 0 ? start[k] * start[k] : 0;
        }
        assertThat(Math.sqrt(squares / 30)).isCloseTo(1e-4, Offset.offset(1e-9));
    }

    @Test
    void fewPointsHaveFewNeighbours() {
        assertThat(Tsne.perplexity(30, 1_000)).isEqualTo(30);
        assertThat(Tsne.perplexity(30, 34)).isEqualTo(11);
        assertThat(Tsne.perplexity(30, 2)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 750, 2", "NaN, 750, 2", "30, 0, 2", "30, 750, 1", "30, 750, 4"})
    void senselessOptionsAreRefused(double perplexity, int iterations, int dimensions) {
        assertThatThrownBy(() -> new Tsne.Options(perplexity, iterations, dimensions))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
