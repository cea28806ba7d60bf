package innerloop.autodiff;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of the nonlinear operations. Each has one input, and all but [LogSoftmax] have a symmetric Jacobian `J`, so
/// that pullback and pushforward are the same map.
sealed interface NonlinearPrimitive extends Primitive {

    @Override
    default int arity() {
        return 1;
    }

    @Override
    default Shape shape(Arguments in) {
        return new Shape(in.rows(0), in.columns(0));
    }

    /// `J · t` for the Jacobian `J` of `y` at `x`.
    Expression jacobianTimes(Expression y, Expression x, Expression t);

    @Override
    default List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
        return Arrays.asList(jacobianTimes(y, x.get(0), g));
    }

    @Override
    default @Nullable Expression pushforward(
            Expression y, List<Expression> x, List<@Nullable Expression> tangents) {
        Expression tangent = tangents.get(0);
        return tangent == null ? null : jacobianTimes(y, x.get(0), tangent);
    }

    /// `f(x)` entry by entry; `J` is diagonal.
    record Pointwise(ScalarFunction function, double parameter) implements NonlinearPrimitive {
        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.map(function, parameter, in.get(0), out);
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out, Branches branches) {
            if (function.joint() == ScalarFunction.Joint.NONE) {
                value(backend, in, out);
            } else {
                branches.map(backend, function, parameter, in.get(0), out);
            }
        }

        @Override
        public Expression jacobianTimes(Expression y, Expression x, Expression t) {
            return switch (function) {
                case RELU -> t.times(x.map(ScalarFunction.STEP));
                case STEP, LEAKY_STEP -> t.scale(0);
                case LEAKY_RELU -> t.times(x.map(ScalarFunction.LEAKY_STEP, parameter));
                case ELU -> t.times(x.map(ScalarFunction.ELU_SLOPE));
                case ELU_SLOPE, ELU_CURVATURE -> t.times(x.map(ScalarFunction.ELU_CURVATURE));
                case TANH -> t.minus(t.times(y.times(y)));
                case SIGMOID -> t.times(y.minus(y.times(y)));
                case RSQRT -> t.times(y.times(y.times(y))).scale(-0.5);
                case SOFTPLUS -> t.times(x.map(ScalarFunction.SIGMOID));
                case EXP -> t.times(y);
                case EXPM1 -> t.times(x.map(ScalarFunction.EXP));
            };
        }
    }

    /// Softmax of every row: `J t = y ∘ (t − Σ_row y ∘ t)`.
    record Softmax() implements NonlinearPrimitive {
        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.softmax(in.get(0), out);
        }

        @Override
        public Expression jacobianTimes(Expression y, Expression x, Expression t) {
            return y.times(t.minus(y.times(t).sumColumns().broadcastLike(t)));
        }
    }

    /// Logarithm of the softmax of every row: `J t = t − Σ_row softmax(x) ∘ t`, `Jᵀ g = g − softmax(x) Σ_row g`.
    record LogSoftmax() implements NonlinearPrimitive {
        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.logSoftmax(in.get(0), out);
        }

        @Override
        public Expression jacobianTimes(Expression y, Expression x, Expression t) {
            return t.minus(x.softmax().times(t).sumColumns().broadcastLike(t));
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            Expression softmax = x.get(0).softmax();
            return Arrays.asList(g.minus(softmax.times(g.sumColumns().broadcastLike(softmax))));
        }
    }

    /// Softmax over the edges of each centre: `J t = y ∘ (t − Σ_{edges of i} y ∘ t)`.
    record EdgeSoftmax(String operandName) implements NonlinearPrimitive {
        @Override
        public Shape shape(Arguments in) {
            in.require(in.rows(0) == in.operand().size(), this);
            return new Shape(in.rows(0), in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.edgeSoftmax(in.operand(), in.get(0), out);
        }

        @Override
        public Expression jacobianTimes(Expression y, Expression x, Expression t) {
            Expression perCentre = y.times(t).edgeScatter(operandName, false);
            return y.times(t.minus(perCentre.edgeGather(operandName, false)));
        }
    }
}
