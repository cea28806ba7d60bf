package innerloop.autodiff;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/// One primitive in a small program whose derivatives can be measured: `f(x) = Σ w ∘ (y + ½ y ∘ y)` with y
/// what the primitive computes from x and w random, so that f is curved even where y is linear.
record PrimitiveCase(
        Class<? extends Primitive> covers,
        String name,
        List<Shape> shapes,
        Function<List<Expression>, Expression> program) {

    /// Rows 1 and 3 are empty, column 2 is nobody's neighbour, row 0 holds one edge.
    static final SparseMatrix PATTERN =
            SparseMatrix.ofTriplets(
                    5,
                    4,
                    new int[] {0, 2, 2, 2, 4, 4},
                    new int[] {1, 0, 1, 3, 0, 3},
                    new double[] {0.5, -1, 2, 0.25, 1, -0.75});

    static final String OPERAND = "pattern";

    private static final double STEP = 1e-5;

    @Override
    public String toString() {
        return name;
    }

    /// A case's functional with its derivatives, at one random point.
    static final class At {
        private final Backend backend;
        private final List<Shape> shapes;
        private final Map<String, Matrix> bound = new HashMap<>();
        private final Evaluator value;
        private final Evaluator gradient;
        private final Evaluator hessianVector;

        At(PrimitiveCase test, Backend backend, SplittableRandom random) {
            this.backend = backend;
            this.shapes = test.shapes();
            List<Expression> x = new ArrayList<>();
            List<Expression> v = new ArrayList<>();
            for (int i = 0; i < shapes.size(); i++) {
                x.add(Expression.input("x" + i));
                v.add(Expression.input("v" + i));
                bound.put("x" + i, matrix(shapes.get(i), random));
                bound.put("v" + i, matrix(shapes.get(i), random));
            }
            Expression y = test.program().apply(x);
            Evaluator shape = evaluator(List.of(y));
            run(shape);
            Matrix output = shape.output(0);
            bound.put("w", matrix(new Shape(output.rows(), output.columns()), random));
            Expression f = Expression.input("w").times(y.plus(0.5, y.times(y))).sum();
            List<Expression> gradients = Derivatives.gradient(f, x);
            this.value = evaluator(List.of(f));
            this.gradient = evaluator(gradients);
            this.hessianVector = evaluator(Derivatives.pushforward(gradients, x, v));
        }

        private Evaluator evaluator(List<Expression> outputs) {
            return new Evaluator(backend, Program.compile(outputs));
        }

        /// Entries of size 0.2 to 1.2, so that no kink is within reach of a finite difference.
        private Matrix matrix(Shape shape, SplittableRandom random) {
            double[] numbers = new double[shape.rows() * shape.columns()];
            Arrays.setAll(
                    numbers, _ -> (0.2 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1));
            return backend.matrix(shape.rows(), shape.columns(), numbers);
        }

        private void run(Evaluator evaluator) {
            evaluator.run(
                    name -> {
                        Matrix matrix = bound.get(name);
                        if (matrix == null) {
                            throw new IllegalStateException("nothing is bound to " + name);
                        }
                        return matrix;
                    },
                    _ -> PATTERN,
                    99);
        }

        /// All inputs' gradients, one after the other.
        double[] gradient() {
            run(gradient);
            return concatenated(gradient);
        }

        double[] hessianVector() {
            run(hessianVector);
            return concatenated(hessianVector);
        }

        private double[] concatenated(Evaluator evaluator) {
            double[] all = new double[0];
            for (int i = 0; i < shapes.size(); i++) {
                double[] part = evaluator.output(i).toArray();
                all = Arrays.copyOf(all, all.length + part.length);
                System.arraycopy(part, 0, all, all.length - part.length, part.length);
            }
            return all;
        }

        double[] measuredGradient() {
            List<Double> slopes = new ArrayList<>();
            for (int i = 0; i < shapes.size(); i++) {
                String name = "x" + i;
                Matrix here = matrixOf(name);
                double[] numbers = here.toArray();
                for (int k = 0; k < numbers.length; k++) {
                    double x = numbers[k];
                    numbers[k] = x + STEP;
                    bound.put(name, backend.matrix(here.rows(), here.columns(), numbers));
                    double above = value();
                    numbers[k] = x - STEP;
                    bound.put(name, backend.matrix(here.rows(), here.columns(), numbers));
                    slopes.add((above - value()) / (2 * STEP));
                    numbers[k] = x;
                }
                bound.put(name, here);
            }
            return slopes.stream().mapToDouble(Double::doubleValue).toArray();
        }

        /// The change of the gradient along v.
        double[] measuredHessianVector() {
            Map<String, Matrix> here = Map.copyOf(bound);
            move(STEP);
            double[] above = gradient();
            bound.putAll(here);
            move(-STEP);
            double[] below = gradient();
            bound.putAll(here);
            double[] change = new double[above.length];
            Arrays.setAll(change, k -> (above[k] - below[k]) / (2 * STEP));
            return change;
        }

        private void move(double step) {
            for (int i = 0; i < shapes.size(); i++) {
                Matrix x = matrixOf("x" + i);
                Matrix moved = backend.matrix(x.rows(), x.columns());
                backend.addScaled(x, step, matrixOf("v" + i), moved);
                bound.put("x" + i, moved);
            }
        }

        private double value() {
            run(value);
            return value.output(0).get(0, 0);
        }

        private Matrix matrixOf(String name) {
            Matrix matrix = bound.get(name);
            if (matrix == null) {
                throw new IllegalStateException("nothing is bound to " + name);
            }
            return matrix;
        }
    }
}
