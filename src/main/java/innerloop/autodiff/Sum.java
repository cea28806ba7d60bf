package innerloop.autodiff;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of sums, linear in all inputs together.
sealed interface Sum extends Primitive {

    @Override
    default int arity() {
        return 2;
    }

    /// `a + factor · b`.
    record AddScaled(double factor) implements Sum {
        @Override
        public Shape shape(Arguments in) {
            in.require(in.rows(0) == in.rows(1) && in.columns(0) == in.columns(1), this);
            return new Shape(in.rows(0), in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.addScaled(in.get(0), factor, in.get(1), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(g, g.scale(factor));
        }

        @Override
        public @Nullable Expression pushforward(
                Expression y, List<Expression> x, List<@Nullable Expression> tangents) {
            Expression a = tangents.get(0);
            Expression b = tangents.get(1);
            if (b == null) {
                return a;
            }
            return a == null ? b.scale(factor) : a.plus(factor, b);
        }
    }

    /// `x + row` on every row (a bias).
    record AddRow() implements Sum {
        @Override
        public Shape shape(Arguments in) {
            in.require(in.rows(1) == 1 && in.columns(0) == in.columns(1), this);
            return new Shape(in.rows(0), in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.addRow(in.get(0), in.get(1), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(g, g.sumRows());
        }

        @Override
        public @Nullable Expression pushforward(
                Expression y, List<Expression> x, List<@Nullable Expression> tangents) {
            Expression a = tangents.get(0);
            Expression row = tangents.get(1);
            if (row == null) {
                return a;
            }
            return a == null ? row.broadcastLike(x.get(0)) : a.addRow(row);
        }
    }
}
