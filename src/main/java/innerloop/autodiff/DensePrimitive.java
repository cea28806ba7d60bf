package innerloop.autodiff;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of dense matrix algebra.
sealed interface DensePrimitive extends Primitive.Multilinear {

    /// `op(a) · op(b)`.
    record Matmul(boolean transposeA, boolean transposeB) implements DensePrimitive {
        @Override
        public Shape shape(Arguments in) {
            int inner = transposeA ? in.rows(0) : in.columns(0);
            in.require(inner == (transposeB ? in.columns(1) : in.rows(1)), this);
            return new Shape(
                    transposeA ? in.columns(0) : in.rows(0),
                    transposeB ? in.rows(1) : in.columns(1));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.matmul(in.get(0), transposeA, in.get(1), transposeB, out);
        }

        /// `Y = op(A) op(B)`: `d op(A) = G op(B)ᵀ`, `d op(B) = op(A)ᵀ G`, transposed back where needed.
        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            Expression a = x.get(0);
            Expression b = x.get(1);
            return Arrays.asList(
                    transposeA ? b.matmul(transposeB, true, g) : g.matmul(false, !transposeB, b),
                    transposeB ? g.matmul(true, transposeA, a) : a.matmul(!transposeA, false, g));
        }
    }

    /// `a ∘ b`.
    record Multiply() implements DensePrimitive {
        @Override
        public Shape shape(Arguments in) {
            in.require(in.rows(0) == in.rows(1) && in.columns(0) == in.columns(1), this);
            return new Shape(in.rows(0), in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.multiply(in.get(0), in.get(1), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(g.times(x.get(1)), g.times(x.get(0)));
        }
    }

    /// `factor · x`.
    record Scale(double factor) implements DensePrimitive {
        @Override
        public int arity() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            return new Shape(in.rows(0), in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.affine(factor, 0, in.get(0), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(g.scale(factor));
        }
    }

    /// `[n × m] → [1 × m]`: the sum of all rows.
    record SumRows() implements DensePrimitive {
        @Override
        public int arity() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            return new Shape(1, in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.sumRows(in.get(0), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(g.broadcastLike(x.get(0)));
        }
    }

    /// `[n × m] → [n × 1]`: the sum of each row.
    record SumColumns() implements DensePrimitive {
        @Override
        public int arity() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            return new Shape(in.rows(0), 1);
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.sumColumns(in.get(0), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(g.broadcastLike(x.get(0)));
        }
    }

    /// Repeats a row, a column or a single number until it has the shape of the second input.
    record Broadcast() implements DensePrimitive {
        @Override
        public int linearInputs() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            boolean rowsFit = in.rows(0) == 1 || in.rows(0) == in.rows(1);
            boolean columnsFit = in.columns(0) == 1 || in.columns(0) == in.columns(1);
            in.require(rowsFit && columnsFit, this);
            return new Shape(in.rows(1), in.columns(1));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.broadcast(in.get(0), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(g.sumLike(x.get(0)), null);
        }
    }

    /// A random mask of the shape of its input: 0 with probability `rate`, otherwise 1 / (1 − rate); all 1 in runs
    /// without dropout. Constant under differentiation, and the same in every program run with the same key.
    record DropoutMask(double rate, int mask) implements DensePrimitive {
        @Override
        public int arity() {
            return 1;
        }

        @Override
        public int linearInputs() {
            return 0;
        }

        @Override
        public Shape shape(Arguments in) {
            return new Shape(in.rows(0), in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            if (in.dropoutKey() == 0) {
                backend.fill(1, out);
            } else {
                backend.dropoutMask(Seed.part(in.dropoutKey(), mask), rate, out);
            }
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList((Expression) null);
        }
    }

    /// Sums until it has the shape of the second input (a row, a column or a single number): the adjoint of
    /// [Broadcast].
    record SumTo() implements DensePrimitive {
        @Override
        public int linearInputs() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            boolean rowsFit = in.rows(1) == 1 || in.rows(0) == in.rows(1);
            boolean columnsFit = in.columns(1) == 1 || in.columns(0) == in.columns(1);
            in.require(rowsFit && columnsFit, this);
            return new Shape(in.rows(1), in.columns(1));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            boolean overRows = in.rows(0) != out.rows();
            boolean overColumns = in.columns(0) != out.columns();
            if (overRows && overColumns) {
                Matrix column = backend.matrix(in.rows(0), 1);
                backend.sumColumns(in.get(0), column);
                backend.sumRows(column, out);
            } else if (overRows) {
                backend.sumRows(in.get(0), out);
            } else if (overColumns) {
                backend.sumColumns(in.get(0), out);
            } else {
                backend.affine(1, 0, in.get(0), out);
            }
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(g.broadcastLike(x.get(0)), null);
        }
    }
}
