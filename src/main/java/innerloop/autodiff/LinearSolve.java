package innerloop.autodiff;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `Y = A⁻¹ B` for a symmetric, positive definite A, the solution of `A Y = B`. From `dA Y + A dY = dB` follow
///
///     dY = A⁻¹ (dB − dA Y)             cotangent of B: A⁻¹ G,   of A: −(A⁻¹ G) Yᵀ
///
/// so that derivatives of every order are again solutions with the same matrix.
record LinearSolve() implements Primitive {

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Shape shape(Arguments in) {
        in.require(in.rows(0) == in.columns(0) && in.columns(0) == in.rows(1), this);
        return new Shape(in.rows(1), in.columns(1));
    }

    @Override
    public void value(Backend backend, Arguments in, Matrix out) {
        backend.solve(in.get(0), in.get(1), out);
    }

    @Override
    public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
        Expression ofB = x.get(0).solve(g);
        return Arrays.asList(ofB.matmul(false, true, y).scale(-1), ofB);
    }

    @Override
    public @Nullable Expression pushforward(
            Expression y, List<Expression> x, List<@Nullable Expression> tangents) {
        Expression ofA = tangents.get(0);
        Expression ofB = tangents.get(1);
        if (ofA == null) {
            return ofB == null ? null : x.get(0).solve(ofB);
        }
        Expression moved = ofA.matmul(y).scale(-1);
        return x.get(0).solve(ofB == null ? moved : moved.plus(ofB));
    }
}
