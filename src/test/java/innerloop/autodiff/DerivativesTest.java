package innerloop.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import innerloop.math.SparseMatrix;
import innerloop.math.nd4j.Nd4jBackend;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What holds for whole programs, beyond the rules of single primitives.
class DerivativesTest {

    private static final Backend BACKEND = new Nd4jBackend();

    private final Expression x = Expression.input("x");
    private final Expression y = Expression.input("y");

    @Test
    void nestedGradientsDoNotConfuseTheirVariables() {
        Expression inner = Derivatives.gradient(x.plus(y), List.of(y)).getFirst();
        Expression outer = Derivatives.gradient(x.times(inner), List.of(x)).getFirst();
        // d/dx [x · d/dy (x + y)] = 1; an implementation that mixes up the two variables says 2.
        assertThat(number(outer, 3, 5)).isEqualTo(1);
    }

    @Test
    void nestedPushforwardsDoNotConfuseTheirVariables() {
        Expression one = Expression.of(new Leaf.One());
        Expression inner =
                Derivatives.pushforward(List.of(x.plus(y)), List.of(y), List.of(one)).getFirst();
        Expression outer =
                Derivatives.pushforward(List.of(x.times(inner)), List.of(x), List.of(one))
                        .getFirst();
        assertThat(number(outer, 3, 5)).isEqualTo(1);
    }

    @Test
    void theInnerGradientMayDependOnTheOuterVariable() {
        Expression inner = Derivatives.gradient(x.times(x).times(y), List.of(y)).getFirst();
        Expression outer = Derivatives.gradient(x.times(inner), List.of(x)).getFirst();
        // d/dx [x · x²] = 3x²
        assertThat(number(outer, 2, 7)).isEqualTo(12);
    }

    @Test
    void thirdDerivativesExist() {
        Expression cubic = x.times(x).times(x);
        Expression slope = cubic;
        for (int order = 0; order < 3; order++) {
            slope = Derivatives.gradient(slope, List.of(x)).getFirst();
        }
        assertThat(number(slope, 1.5, 0)).isEqualTo(6);
    }

    @Test
    void anUnusedParameterHasGradientZeroInItsOwnShape() {
        Expression gradient = Derivatives.gradient(x.sum(), List.of(y)).getFirst();
        Matrix result =
                run(
                        List.of(gradient),
                        Map.of(
                                "x", BACKEND.matrix(1, 1, new double[] {4}),
                                "y", BACKEND.matrix(2, 3, new double[] {1, 2, 3, 4, 5, 6})));
        assertThat(result.shape()).isEqualTo("[2 × 3]");
        assertThat(result.toArray()).containsOnly(0);
    }

    @Test
    void anUnusedParameterDoesNotBendTheGradient() {
        Expression gradient = Derivatives.gradient(x.times(x), List.of(x)).getFirst();
        Expression change =
                Derivatives.pushforward(List.of(gradient), List.of(y), List.of(y)).getFirst();
        assertThat(number(change, 3, 5)).isZero();
    }

    @Test
    void aVariableUsedTwiceCollectsBothShares() {
        Expression f = x.times(y).plus(x.scale(3)).plus(x);
        assertThat(number(Derivatives.gradient(f, List.of(x)).getFirst(), 2, 5)).isEqualTo(9);
    }

    @Test
    void sharedPartsAreComputedOnce() {
        Expression first = x.matmul(y).map(ScalarFunction.TANH);
        Expression second = x.matmul(y).map(ScalarFunction.TANH);
        Program program = Program.compile(List.of(first.plus(second), second));
        assertThat(program.instructions()).hasSize(3);
    }

    @Test
    void partsNobodyNeedsAreNotComputed() {
        List<Expression> gradients = Derivatives.gradient(x.times(y).sum(), List.of(x, y));
        Program both = Program.compile(gradients);
        Program one = Program.compile(List.of(gradients.getLast()));
        assertThat(one.instructions()).hasSize(both.instructions().size() - 1);
    }

    @Test
    void buffersAreUsedAgainInLongPrograms() {
        Expression deep = x;
        for (int k = 0; k < 2000; k++) {
            deep = deep.map(ScalarFunction.TANH);
        }
        assertThat(Program.compile(List.of(deep)).buffers()).isEqualTo(2);
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        Map<String, Matrix> bound = Map.of("x", BACKEND.matrix(2, 3), "y", BACKEND.matrix(2, 3));
        assertThatThrownBy(() -> run(List.of(x.matmul(y)), bound))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Matmul")
                .hasMessageContaining("[2 × 3], [2 × 3]");
    }

    private static double number(Expression output, double x, double y) {
        return run(
                        List.of(output),
                        Map.of(
                                "x", BACKEND.matrix(1, 1, new double[] {x}),
                                "y", BACKEND.matrix(1, 1, new double[] {y})))
                .get(0, 0);
    }

    private static Matrix run(List<Expression> outputs, Map<String, Matrix> inputs) {
        Evaluator evaluator = new Evaluator(BACKEND, Program.compile(outputs));
        evaluator.run(
                name -> Objects.requireNonNull(inputs.get(name)), _ -> SparseMatrix.identity(1), 0);
        return evaluator.output(0);
    }
}
