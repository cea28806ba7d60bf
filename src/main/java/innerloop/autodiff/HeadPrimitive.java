package innerloop.autodiff;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of attention heads: `H` heads of `C` channels stored side by side in `H·C` columns.
///
/// The first three are the partial derivatives of one trilinear form `Σ s(i,h) a(h,c) z(i,hc)`, so each is the
/// derivative of the others.
sealed interface HeadPrimitive extends Primitive.Multilinear {

    /// `z [n × H·C], a [H × C] → [n × H]`.
    record HeadDot() implements HeadPrimitive {
        @Override
        public Shape shape(Arguments in) {
            in.require(in.columns(0) == in.rows(1) * in.columns(1), this);
            return new Shape(in.rows(0), in.rows(1));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.headDot(in.get(0), in.get(1), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(g.headScale(x.get(1)), g.headOuter(x.get(0)));
        }
    }

    /// `s [n × H], a [H × C] → [n × H·C]`.
    record HeadScale() implements HeadPrimitive {
        @Override
        public Shape shape(Arguments in) {
            in.require(in.columns(0) == in.rows(1), this);
            return new Shape(in.rows(0), in.rows(1) * in.columns(1));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.headScale(in.get(0), in.get(1), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(g.headDot(x.get(1)), x.get(0).headOuter(g));
        }
    }

    /// `s [n × H], z [n × H·C] → [H × C]`.
    record HeadOuter() implements HeadPrimitive {
        @Override
        public Shape shape(Arguments in) {
            in.require(in.rows(0) == in.rows(1) && in.columns(1) % in.columns(0) == 0, this);
            return new Shape(in.columns(0), in.columns(1) / in.columns(0));
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.headOuter(in.get(0), in.get(1), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(x.get(1).headDot(g), x.get(0).headScale(g));
        }
    }

    /// `[n × H·C] → [n × C]`: the mean over heads.
    record MeanHeads(int heads) implements HeadPrimitive {
        @Override
        public int arity() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            in.require(in.columns(0) % heads == 0, this);
            return new Shape(in.rows(0), in.columns(0) / heads);
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.meanHeads(heads, in.get(0), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(Expression.of(new SpreadHeads(heads), g));
        }
    }

    /// `[n × C] → [n × H·C]`: every head gets `x / H`.
    record SpreadHeads(int heads) implements HeadPrimitive {
        @Override
        public int arity() {
            return 1;
        }

        @Override
        public Shape shape(Arguments in) {
            return new Shape(in.rows(0), in.columns(0) * heads);
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.spreadHeads(heads, in.get(0), out);
        }

        @Override
        public List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
            return Arrays.asList(Expression.of(new MeanHeads(heads), g));
        }
    }
}
