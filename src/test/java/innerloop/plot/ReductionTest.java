package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReductionTest {
    private static final int MANY = 1_000_000;
    private static final int COLUMNS = 400;

    @Test
    void keepsTheExtremesOfEveryColumnInAtMostFourPoints() {
        double[] xs = IntStream.range(0, MANY).mapToDouble(i -> i * 400.0 / MANY).toArray();
        double[] ys = new Random(5).doubles(MANY, 0, 200).toArray();
        ys[123_456] = -1000;
        ys[654_321] = 1000;
        Points points = Reduction.reduce(xs, ys);

        TreeMap<Integer, Integer> perColumn = new TreeMap<>();
        double[] least = new double[COLUMNS];
        double[] greatest = new double[COLUMNS];
        Arrays.fill(least, Double.MAX_VALUE);
        Arrays.fill(greatest, -Double.MAX_VALUE);
        for (int i = 0; i < points.size(); i++) {
            int column = (int) points.x(i);
            perColumn.merge(column, 1, Integer::sum);
            least[column] = Math.min(least[column], points.y(i));
            greatest[column] = Math.max(greatest[column], points.y(i));
            assertThat(i == 0 || points.x(i) > points.x(i - 1)).isTrue();
        }
        assertThat(perColumn).hasSize(COLUMNS);
        assertThat(perColumn.values()).allMatch(count -> count <= 4);
        for (int i = 0; i < MANY; i++) {
            int column = (int) xs[i];
            assertThat(ys[i] >= least[column] && ys[i] <= greatest[column]).isTrue();
        }
        assertThat(points.x(0)).isEqualTo(xs[0]);
        assertThat(points.x(points.size() - 1)).isEqualTo(xs[MANY - 1]);
    }

    @Test
    void leavesAThinLineAsItIs() {
        Points points = Reduction.reduce(new double[] {0, 1.5, 3, 7}, new double[] {4, 1, 2, 2});
        assertThat(points).isEqualTo(Points.xy(0, 4, 1.5, 1, 3, 2, 7, 2));
    }

    @Test
    void keepsFirstLowestHighestLastInTheirOrder() {
        Points points =
                Reduction.reduce(
                        new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5},
                        new double[] {3, 3.5, 9, 4, -2, 3});
        assertThat(points).isEqualTo(Points.xy(0, 3, 0.2, 9, 0.4, -2, 0.5, 3));
    }

    @Test
    void breaksAtWhatIsNotFinite() {
        double nan = Double.NaN;
        Points points =
                Reduction.reduce(
                        new double[] {0, 1, 2, 3, 4, 5, 6},
                        new double[] {nan, 1, nan, Double.POSITIVE_INFINITY, 4, 5, nan});
        assertThat(points).isEqualTo(Points.xy(1, 1, nan, nan, 4, 4, 5, 5));
    }

    @Test
    void showsAGapNarrowerThanAPixel() {
        Points points =
                Reduction.reduce(new double[] {0, 0.1, 0.2, 1}, new double[] {1, Double.NaN, 2, 3});
        assertThat(points).isEqualTo(Points.xy(0, 1, 0.2, 2, Double.NaN, Double.NaN, 1, 3));
    }

    @Test
    void isNothingOfNothing() {
        assertThat(Reduction.reduce(new double[0], new double[0]).size()).isZero();
        assertThat(Reduction.reduce(new double[] {1}, new double[] {Double.NaN}).size()).isZero();
    }
}
