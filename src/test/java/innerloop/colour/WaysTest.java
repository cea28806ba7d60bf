package innerloop.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The ways of an episode are told apart by everybody, on light and on dark. Distances are Euclidean in OKLab (Ottosson
/// 2020), where 0.02 is about what one can just see; what the colour-blind see is simulated as by Machado, Oliveira and
/// Fernandes (2009) at full severity.
class WaysTest {

    /// Four times what one can just see.
    private static final double LEAST = 0.08;

    /// Of the first five, which most episodes have.
    private static final double LEAST_OF_FIVE = 0.095;

    private static final int WAYS = 16;

    private enum Eye {
        TYPICAL,
        PROTAN,
        DEUTAN,
        TRITAN;

        private double[] matrix() {
            return switch (this) {
                case TYPICAL -> new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
                case PROTAN ->
                        new double[] {
                            0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882,
                            -0.048116, 1.051998
                        };
                case DEUTAN ->
                        new double[] {
                            0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820,
                            0.042940, 0.968881
                        };
                case TRITAN ->
                        new double[] {
                            1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733,
                            0.691367, 0.303900
                        };
            };
        }

        /// The colour in OKLab as this eye sees it.
        double[] see(int argb) {
            double[] light = {linear(argb >> 16), linear(argb >> 8), linear(argb)};
            double[] seen = times(matrix(), light);
            for (int i = 0; i < 3; i++) {
                seen[i] = Math.clamp(seen[i], 0, 1);
            }
            double[] cones = times(CONES, seen);
            for (int i = 0; i < 3; i++) {
                cones[i] = Math.cbrt(cones[i]);
            }
            return times(LAB, cones);
        }
    }

    private static final double[] CONES = {
        0.4122214708,
        0.5363325363,
        0.0514459929,
        0.2119034982,
        0.6806995451,
        0.1073969566,
        0.0883024619,
        0.2817188376,
        0.6299787005
    };

    private static final double[] LAB = {
        0.2104542553,
        0.7936177850,
        -0.0040720468,
        1.9779984951,
        -2.4285922050,
        0.4505937099,
        0.0259040371,
        0.7827717662,
        -0.8086757660
    };

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double[] times(double[] matrix, double[] v) {
        return IntStream.range(0, 3)
                .mapToDouble(r ->
                        matrix[3 * r] * v[0] + matrix[3 * r + 1] * v[1] + matrix[3 * r + 2] * v[2])
                .toArray();
    }

    private static double distance(Eye eye, int first, int second) {
        double[] a = eye.see(first);
        double[] b = eye.see(second);
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void waysAreFarFromEachOther(Theme theme) {
        for (Eye eye : Eye.values()) {
            for (int a = 0; a < WAYS; a++) {
                for (int b = 0; b < a; b++) {
                    assertThat(
                                    distance(
                                            eye,
                                            theme.colour(Colour.way(a)),
                                            theme.colour(Colour.way(b))))
                            .as("ways %d and %d, %s, %s", a, b, eye, theme)
                            .isGreaterThan(a < 5 ? LEAST_OF_FIVE : LEAST);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void waysAreFarFromThePanelAndFromNodesThatStepBack(Theme theme) {
        for (Eye eye : Eye.values()) {
            for (int a = 0; a < WAYS; a++) {
                for (Colour other : List.of(Colour.PANEL, Colour.FAINT)) {
                    assertThat(distance(eye, theme.colour(Colour.way(a)), theme.colour(other)))
                            .as("way %d and %s, %s, %s", a, other, eye, theme)
                            .isGreaterThan(LEAST);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aClassHasTheColourOfItsWayInAnEpisodeAndItsOwnElsewhere(Theme theme) {
        List<Integer> ways = List.of(7, 2);
        assertThat(theme.classColour(7, ways)).isEqualTo(theme.colour(Colour.WAY_1));
        assertThat(theme.classColour(2, ways)).isEqualTo(theme.colour(Colour.WAY_2));
        assertThat(theme.classColour(0, ways)).isEqualTo(theme.colour(Colour.FAINT));
        assertThat(theme.classColour(-1, List.of(-1, 3))).isEqualTo(theme.colour(Colour.FAINT));
        assertThat(theme.classColour(7, List.of())).isEqualTo(theme.classColour(7));
        assertThat(Colour.way(WAYS)).isEqualTo(Colour.WAY_1);
    }
}
