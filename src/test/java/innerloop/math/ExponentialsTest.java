package innerloop.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The float32 exponential functions beside those of the library in float64.
class ExponentialsTest {

    /// Every so many floats; 1 takes all of them, in a quarter of an hour.
    private static final int STRIDE = Integer.getInteger("exponentials.stride", 9973);

    /// A function of one float.
    interface FloatFunction {
        float of(float x);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function("exp", Exponentials::exp, StrictMath::exp, 1),
                function("expm1", Exponentials::expm1, StrictMath::expm1, 2),
                function("tanh", Exponentials::tanh, StrictMath::tanh, 3),
                function("sigmoid", Exponentials::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), 3),
                function(
                        "softplus",
                        Exponentials::softplus,
                        x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))),
                        3));
    }

    private static Arguments function(
            String name, FloatFunction ours, DoubleUnaryOperator exact, double units) {
        return Arguments.of(name, ours, exact, units);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void isAsExactAsItSays(
            String name, FloatFunction ours, DoubleUnaryOperator exact, double units) {
        double worst = 0;
        float at = 0;
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
            float x = Float.intBitsToFloat((int) bits);
            double expected = exact.applyAsDouble(x);
            double unit = Math.ulp((float) expected);
            float is = ours.of(x);
            if (is == (float) expected || (Float.isNaN(is) && Double.isNaN(expected))) {
                continue;
            }
            // What is smaller than every normal float may be 0.
            double error =
                    Math.abs(expected) < Float.MIN_NORMAL && is == 0
                            ? 0
                            : Math.abs(is - expected) / unit;
            if (!(error <= worst)) {
                worst = error;
                at = x;
            }
        }
        assertThat(worst).as("%s, worst at %s", name, at).isLessThanOrEqualTo(units);
    }

    @Test
    void theMultiplyAddInDoublesIsThatOfTheProcessor() {
        for (long i = 0; i < 2_000_000; i++) {
            float a = number(3 * i);
            float b = number(3 * i + 1);
            float c = number(3 * i + 2);
            assertThat(Float.compare(Fused.inDoubles(a, b, c), Math.fma(a, b, c)))
                    .as("%s · %s + %s", a, b, c)
                    .isZero();
        }
        // Halves of a unit, above and below, where rounding twice goes wrong.
        float half = 0x1p-24f;
        for (float c : new float[] {1, 0x1.000002p0f, -1, 0x1p-126f, 0x1p-149f}) {
            for (float a : new float[] {half, -half, 0x1.000002p-24f, 0x1.fffffep-25f, 0x1p-75f}) {
                for (float b :
                        new float[] {1, 0x1.000002p0f, 0x1.fffffep-1f, 0x1p-75f, -0x1p-51f}) {
                    assertThat(Float.compare(Fused.inDoubles(a, b, c), Math.fma(a, b, c)))
                            .as("%s · %s + %s", a, b, c)
                            .isZero();
                }
            }
        }
    }

    /// Any bits in every fourth case, otherwise numbers of a similar size with few digits, so that halves are common.
    private static float number(long i) {
        double uniform = Seed.uniform(17, i);
        return i / 3 % 4 == 0
                ? Float.intBitsToFloat((int) (uniform * 0x1p32 - 0x1p31))
                : (float) ((Math.floor(uniform * 8192) - 4096) * Math.pow(2, (int) (i % 27) - 13));
    }
}
