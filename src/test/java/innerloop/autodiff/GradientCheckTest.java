package innerloop.autodiff;

import static innerloop.autodiff.PrimitiveCase.OPERAND;
import static org.assertj.core.api.Assertions.assertThat;

import innerloop.math.Backend;
import innerloop.math.ScalarFunction;
import innerloop.math.nd4j.Nd4jBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule of every primitive against central differences, in float64.
class GradientCheckTest {

    private static final double TOLERANCE = 1e-6;
    private static final Backend BACKEND = new Nd4jBackend();
    private static final int NODES = PrimitiveCase.PATTERN.rows();
    private static final int NEIGHBOURS = PrimitiveCase.PATTERN.columns();
    private static final int EDGES = PrimitiveCase.PATTERN.size();

    @Test
    void everyPrimitiveHasACase() {
        List<Class<?>> covered = new ArrayList<>(cases().map(PrimitiveCase::covers).toList());
        assertThat(covered).containsAll(records(Primitive.class));
    }

    private static List<Class<?>> records(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses())
                        .flatMap(c -> records(c).stream())
                        .toList()
                : List.of(sealed);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGradientIsTheSlope(PrimitiveCase test) {
        for (int seed = 0; seed < 3; seed++) {
            var at = new PrimitiveCase.At(test, BACKEND, new SplittableRandom(seed));
            assertClose(at.gradient(), at.measuredGradient());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theHessianVectorProductIsTheChangeOfTheGradient(PrimitiveCase test) {
        for (int seed = 0; seed < 3; seed++) {
            var at = new PrimitiveCase.At(test, BACKEND, new SplittableRandom(seed));
            assertClose(at.hessianVector(), at.measuredHessianVector());
        }
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double scale = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
        for (int i = 0; i < actual.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]) / scale)
                    .as("entry %d: %s, measured %s", i, actual[i], expected[i])
                    .isLessThan(TOLERANCE);
        }
    }

    static Stream<PrimitiveCase> cases() {
        return Stream.of(leaves(), sums(), dense(), heads(), graph(), nonlinear())
                .flatMap(List::stream);
    }

    private static List<PrimitiveCase> leaves() {
        return List.of(
                one(Leaf.Input.class, "Input", new Shape(2, 3), x -> x),
                one(
                        Leaf.One.class,
                        "One",
                        new Shape(2, 3),
                        x -> x.times(Expression.of(new Leaf.One()).broadcastLike(x))));
    }

    private static List<PrimitiveCase> sums() {
        return List.of(
                of(new Sum.AddScaled(-1.7), new Shape(2, 3), new Shape(2, 3)),
                of(new Sum.AddRow(), new Shape(4, 3), new Shape(1, 3)));
    }

    private static List<PrimitiveCase> dense() {
        Shape x = new Shape(4, 3);
        return List.of(
                of(new DensePrimitive.Matmul(false, false), new Shape(2, 3), new Shape(3, 4)),
                of(new DensePrimitive.Matmul(true, false), new Shape(3, 2), new Shape(3, 4)),
                of(new DensePrimitive.Matmul(false, true), new Shape(2, 3), new Shape(4, 3)),
                of(new DensePrimitive.Matmul(true, true), new Shape(3, 2), new Shape(4, 3)),
                of(new DensePrimitive.Multiply(), x, x),
                one(DensePrimitive.Multiply.class, "square", x, e -> e.times(e)),
                of(new DensePrimitive.Scale(-0.3), x),
                one(
                        DensePrimitive.DropoutMask.class,
                        "dropout",
                        x,
                        e -> e.times(e).dropout(0.4, 3)),
                of(new DensePrimitive.SumRows(), x),
                of(new DensePrimitive.SumColumns(), x),
                of(new DensePrimitive.Broadcast(), new Shape(1, 3), x),
                of(new DensePrimitive.Broadcast(), new Shape(4, 1), x),
                of(new DensePrimitive.Broadcast(), new Shape(1, 1), x),
                of(new DensePrimitive.SumTo(), x, new Shape(1, 3)),
                of(new DensePrimitive.SumTo(), x, new Shape(4, 1)),
                of(new DensePrimitive.SumTo(), x, new Shape(1, 1)),
                of(new DensePrimitive.SumTo(), x, x));
    }

    private static List<PrimitiveCase> heads() {
        return List.of(
                of(new HeadPrimitive.HeadDot(), new Shape(4, 6), new Shape(2, 3)),
                of(new HeadPrimitive.HeadScale(), new Shape(4, 2), new Shape(2, 3)),
                of(new HeadPrimitive.HeadOuter(), new Shape(4, 2), new Shape(4, 6)),
                of(new HeadPrimitive.MeanHeads(3), new Shape(4, 6)),
                of(new HeadPrimitive.SpreadHeads(3), new Shape(4, 2)));
    }

    private static List<PrimitiveCase> graph() {
        Shape alpha = new Shape(EDGES, 2);
        Shape centres = new Shape(NODES, 6);
        Shape neighbours = new Shape(NEIGHBOURS, 6);
        return List.of(
                of(new GraphPrimitive.SparseMatmul(OPERAND, false), neighbours),
                of(new GraphPrimitive.SparseMatmul(OPERAND, true), centres),
                of(new GraphPrimitive.EdgeAggregate(OPERAND, false), alpha, neighbours),
                of(new GraphPrimitive.EdgeAggregate(OPERAND, true), alpha, centres),
                of(new GraphPrimitive.EdgeDot(OPERAND), centres, neighbours, alpha),
                of(new GraphPrimitive.EdgeSelectMax(OPERAND), neighbours, neighbours),
                one(GraphPrimitive.EdgeSelectMax.class, "max", neighbours, x -> x.edgeMax(OPERAND)),
                of(new GraphPrimitive.EdgeScatterMax(OPERAND), centres, neighbours),
                of(new GraphPrimitive.EdgeGather(OPERAND, false), centres),
                of(new GraphPrimitive.EdgeGather(OPERAND, true), neighbours),
                of(new GraphPrimitive.EdgeScatter(OPERAND, false), alpha),
                of(new GraphPrimitive.EdgeScatter(OPERAND, true), alpha));
    }

    private static List<PrimitiveCase> nonlinear() {
        List<PrimitiveCase> cases = new ArrayList<>();
        for (ScalarFunction function : ScalarFunction.values()) {
            // 1 / √(x + a) needs x + a > 0; entries reach down to −1.2.
            double parameter = function == ScalarFunction.RSQRT ? 2 : 0.2;
            cases.add(of(new NonlinearPrimitive.Pointwise(function, parameter), new Shape(4, 3)));
        }
        cases.add(of(new NonlinearPrimitive.Softmax(), new Shape(4, 3)));
        cases.add(of(new NonlinearPrimitive.LogSoftmax(), new Shape(4, 3)));
        cases.add(of(new NonlinearPrimitive.EdgeSoftmax(OPERAND), new Shape(EDGES, 2)));
        // Xᵀ X is symmetric and positive definite, whatever X.
        cases.add(
                new PrimitiveCase(
                        LinearSolve.class,
                        "LinearSolve",
                        List.of(new Shape(9, 3), new Shape(3, 2)),
                        x -> x.get(0).matmul(true, false, x.get(0)).solve(x.get(1))));
        return cases;
    }

    private static PrimitiveCase of(Primitive primitive, Shape... shapes) {
        return new PrimitiveCase(
                primitive.getClass(),
                primitive + " of " + Arrays.toString(shapes),
                List.of(shapes),
                x -> Expression.of(primitive, x.toArray(Expression[]::new)));
    }

    private static PrimitiveCase one(
            Class<? extends Primitive> covers,
            String name,
            Shape shape,
            Function<Expression, Expression> program) {
        return new PrimitiveCase(covers, name, List.of(shape), x -> program.apply(x.getFirst()));
    }
}
