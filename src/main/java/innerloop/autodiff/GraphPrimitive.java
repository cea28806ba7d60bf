package innerloop.autodiff;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of message passing. Each needs a sparse operand, bound by name when the program runs and constant
/// under differentiation: row = centre i, column = neighbour j, entry = edge e.
///
/// [EdgeAggregate], its transpose and [EdgeDot] are the partial derivatives of one trilinear form
/// `Σ_e α(e,h) g(i,hc) z(j,hc)`, so each is the derivative of the others.
sealed interface GraphPrimitive extends Primitive.Multilinear {

    @Override
    String operandName();

    /// `S · x`, or `Sᵀ · x`.
    record SparseMatmul(String operandName, boolean transposed) implements GraphPrimitive {
        @Override
        public int arity() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            SparseMatrix s = in.operand();
            in.require(in.rows(0) == (transposed ? s.rows() : s.columns()), this);
            return new Shape(transposed ? s.columns() : s.rows(), in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.sparseMatmul(in.operand(), transposed, in.get(0), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(Expression.of(new SparseMatmul(operandName, !transposed), g));
        }
    }

    /// `α [E × H], z → out`: `out_i = Σ_e α_e z_j` per head; transposed `out_j = Σ_e α_e z_i`.
    record EdgeAggregate(String operandName, boolean transposed) implements GraphPrimitive {
        @Override
        public Shape shape(Arguments in) {
            SparseMatrix p = in.operand();
            boolean edgesFit = in.rows(0) == p.size() && in.columns(1) % in.columns(0) == 0;
            in.require(edgesFit && in.rows(1) == (transposed ? p.rows() : p.columns()), this);
            return new Shape(transposed ? p.columns() : p.rows(), in.columns(1));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.edgeAggregate(in.operand(), transposed, in.get(0), in.get(1), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            Expression alpha = x.get(0);
            Expression z = x.get(1);
            EdgeDot dot = new EdgeDot(operandName);
            return Arrays.asList(
                    transposed ? Expression.of(dot, z, g, alpha) : Expression.of(dot, g, z, alpha),
                    Expression.of(new EdgeAggregate(operandName, !transposed), alpha, g));
        }
    }

    /// `g, z → [E × H]`: `out(e,h) = Σ_c g(i,hc) z(j,hc)`. The third input only lends its number of heads.
    record EdgeDot(String operandName) implements GraphPrimitive {
        @Override
        public int arity() {
            return 3;
        }

        @Override
        public int linearInputs() {
            return 2;
        }

        @Override
        public Shape shape(Arguments in) {
            SparseMatrix p = in.operand();
            boolean nodesFit = in.rows(0) == p.rows() && in.rows(1) == p.columns();
            in.require(nodesFit && in.columns(0) == in.columns(1), this);
            return new Shape(p.size(), in.columns(2));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.edgeDot(in.operand(), in.columns(2), in.get(0), in.get(1), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(
                    Expression.of(new EdgeAggregate(operandName, false), g, x.get(1)),
                    Expression.of(new EdgeAggregate(operandName, true), g, x.get(0)),
                    null);
        }
    }

    /// `x, by → out`: for each centre and column the entry of `x` at the neighbour whose `by` is largest; 0 without
    /// neighbours. `by` only selects, so `max = select(x, x)` has the derivative `select(t, x)`.
    record EdgeSelectMax(String operandName) implements GraphPrimitive {
        @Override
        public int linearInputs() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            SparseMatrix p = in.operand();
            boolean columnsFit = in.columns(0) == in.columns(1);
            in.require(columnsFit && in.rows(0) == p.columns() && in.rows(1) == p.columns(), this);
            return new Shape(p.rows(), in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.edgeSelectMax(in.operand(), in.get(0), in.get(1), out);
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out, Branches branches) {
            Matrix free = backend.matrix(out.rows(), out.columns());
            value(backend, in, free);
            Matrix by = branches.compared(backend, in.get(1));
            backend.edgeSelectMax(in.operand(), in.get(0), by, out);
            branches.compare(out, free);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            EdgeScatterMax adjoint = new EdgeScatterMax(operandName);
            return Arrays.asList(Expression.of(adjoint, g, x.get(1)), null);
        }
    }

    /// `g, by → out`: gives each centre's entry to the neighbour whose `by` is largest; the adjoint of [EdgeSelectMax].
    record EdgeScatterMax(String operandName) implements GraphPrimitive {
        @Override
        public int linearInputs() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            SparseMatrix p = in.operand();
            boolean columnsFit = in.columns(0) == in.columns(1);
            in.require(columnsFit && in.rows(0) == p.rows() && in.rows(1) == p.columns(), this);
            return new Shape(p.columns(), in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.edgeScatterMax(in.operand(), in.get(0), in.get(1), out);
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out, Branches branches) {
            Matrix free = backend.matrix(out.rows(), out.columns());
            value(backend, in, free);
            Matrix by = branches.compared(backend, in.get(1));
            backend.edgeScatterMax(in.operand(), in.get(0), by, out);
            branches.compare(out, free);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            EdgeSelectMax adjoint = new EdgeSelectMax(operandName);
            return Arrays.asList(Expression.of(adjoint, g, x.get(1)), null);
        }
    }

    /// Each edge gets the row of its centre (or of its neighbour).
    record EdgeGather(String operandName, boolean neighbour) implements GraphPrimitive {
        @Override
        public int arity() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            SparseMatrix p = in.operand();
            in.require(in.rows(0) == (neighbour ? p.columns() : p.rows()), this);
            return new Shape(p.size(), in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.edgeGather(in.operand(), neighbour, in.get(0), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(Expression.of(new EdgeScatter(operandName, neighbour), g));
        }
    }

    /// Each centre (or neighbour) gets the sum over its edges.
    record EdgeScatter(String operandName, boolean neighbour) implements GraphPrimitive {
        @Override
        public int arity() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            SparseMatrix p = in.operand();
            in.require(in.rows(0) == p.size(), this);
            return new Shape(neighbour ? p.columns() : p.rows(), in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.edgeScatter(in.operand(), neighbour, in.get(0), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(Expression.of(new EdgeGather(operandName, neighbour), g));
        }
    }
}
