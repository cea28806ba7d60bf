package innerloop.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.math.Matrix;
import innerloop.math.VectorBackend;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The plane of the largest movement.
class PlaneTest {

    private static final VectorBackend BACKEND = new VectorBackend();
    private static final List<ParameterSpec> SPECS =
            List.of(ParameterSpec.row("a", 0, 3), ParameterSpec.row("b", 0, 2));
    private final ParameterSpace space = new ParameterSpace(BACKEND, SPECS);

    private static Parameters vector(double... entries) {
        Matrix a = BACKEND.matrix(1, 3, new double[] {entries[0], entries[1], entries[2]});
        Matrix b = BACKEND.matrix(1, 2, new double[] {entries[3], entries[4]});
        return new Parameters(SPECS, List.of(a, b));
    }

    @Test
    void vectorsOfAPlaneKeepLengthsAndAngles() {
        Parameters u = vector(3, 0, 0, 4, 0);
        Parameters v = vector(0, 1, 0, 0, 0);
        Plane plane = Plane.of(List.of(u, v), u, space);
        assertThat(plane.share()).isCloseTo(1, within(1e-9));
        Arrow arrow = plane.arrow(u);
        assertThat(arrow.x()).isCloseTo(5, within(1e-5));
        assertThat(arrow.y()).isCloseTo(0, within(1e-5));
        assertThat(arrow.length()).isEqualTo(5);
        assertThat(arrow.share()).isCloseTo(1, within(1e-6));
        assertThat(Math.abs(plane.arrow(v).y())).isCloseTo(1, within(1e-5));
        Arrow outside = plane.arrow(vector(0, 0, 2, 0, 0));
        assertThat(outside.share()).isCloseTo(0, within(1e-6));
        assertThat(outside.length()).isEqualTo(2);
    }

    @Test
    void theShareIsWhatPythagorasLeaves() {
        SplittableRandom random = new SplittableRandom(3);
        List<Parameters> vectors = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            vectors.add(
                    vector(
                            random.nextDouble(-3, 3),
                            random.nextDouble(-2, 2),
                            random.nextDouble(-1, 1),
                            random.nextDouble(-1, 1),
                            random.nextDouble(-1, 1)));
        }
        Plane plane = Plane.of(vectors, vectors.getFirst(), space);
        double seen = 0;
        double all = 0;
        for (Parameters vector : vectors) {
            Arrow arrow = plane.arrow(vector);
            double inside = arrow.x() * arrow.x() + arrow.y() * arrow.y();
            assertThat(Math.sqrt(inside)).isLessThanOrEqualTo(arrow.length() + 1e-6);
            assertThat(arrow.share()).isCloseTo(Math.sqrt(inside) / arrow.length(), within(1e-9));
            seen += inside;
            all += arrow.length() * arrow.length();
        }
        assertThat(plane.share()).isCloseTo(seen / all, within(1e-5)).isBetween(0.5, 0.99);
        assertThat(plane.arrow(vectors.getFirst()).x()).isNotNegative();
        assertThat(plane.arrow(vectors.getFirst()).y()).isNotNegative();
    }

    @Test
    void oneVectorMakesALineAndNoneNothing() {
        Parameters u = vector(0, 0, -2, 0, 0);
        Plane line = Plane.of(List.of(u), u, space);
        assertThat(line.arrow(u).x()).isCloseTo(2, within(1e-6));
        assertThat(line.arrow(u).y()).isZero();
        Plane nothing = Plane.of(List.of(), u, space);
        assertThat(nothing.share()).isZero();
        assertThat(nothing.arrow(u).isSeen()).isFalse();
    }

    @Test
    void whatIsNotFiniteIsAPoint() {
        Parameters u = vector(1, 0, 0, 0, 0);
        Arrow arrow = Plane.of(List.of(u), u, space).arrow(vector(Double.NaN, 0, 0, 0, 0));
        assertThat(arrow.isSeen()).isFalse();
        assertThat(arrow.length()).isNaN();
    }
}
