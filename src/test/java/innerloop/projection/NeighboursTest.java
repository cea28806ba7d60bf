package innerloop.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Against sorting all distances.
class NeighboursTest {

    private static final int POINTS = 120;
    private static final int COLUMNS = 7;

    private static double squared(double[] x, int i, int j) {
        double sum = 0;
        for (int c = 0; c < COLUMNS; c++) {
            double difference = x[i * COLUMNS + c] - x[j * COLUMNS + c];
            sum += difference * difference;
        }
        return sum;
    }

    @Test
    void theyAreTheNearestInOrder() {
        double[] x = Clouds.normal(POINTS, COLUMNS, 1);
        for (int k : new int[] {1, 5, POINTS - 1}) {
            Neighbours found = Neighbours.of(x, POINTS, COLUMNS, k);
            for (int i = 0; i < POINTS; i++) {
                int self = i;
                int[] expected =
                        IntStream.range(0, POINTS)
                                .filter(j -> j != self)
                                .boxed()
                                .sorted((a, b) ->
                                        Double.compare(squared(x, self, a), squared(x, self, b)))
                                .limit(k)
                                .mapToInt(j -> j)
                                .toArray();
                assertThat(Arrays.copyOfRange(found.index(), i * k, (i + 1) * k))
                        .containsExactly(expected);
                assertThat(found.squared()[i * k])
                        .isCloseTo(squared(x, i, expected[0]), Offset.offset(1e-12));
            }
        }
    }

    @Test
    void tightClustersFarFromTheOriginKeepTheirDistances() {
        double[] x = {1e4, 1e4 + 1e-3, 1e4 + 3e-3};
        Neighbours found = Neighbours.of(x, 3, 1, 1);
        assertThat(found.index()).containsExactly(1, 0, 1);
        assertThat(found.squared()[0]).isCloseTo(1e-6, Offset.offset(1e-12));
    }
}
