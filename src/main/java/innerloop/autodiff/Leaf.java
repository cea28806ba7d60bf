package innerloop.autodiff;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A primitive without inputs.
sealed interface Leaf extends Primitive {

    @Override
    default int arity() {
        return 0;
    }

    @Override
    default List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g) {
        return List.of();
    }

    @Override
    default @Nullable Expression pushforward(
            Expression y, List<Expression> x, List<@Nullable Expression> tangents) {
        return null;
    }

    /// The matrix bound to this name when the program runs.
    record Input(String name) implements Leaf {
        @Override
        public Shape shape(Arguments in) {
            throw new IllegalStateException("an input is bound, not computed");
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            throw new IllegalStateException("an input is bound, not computed");
        }
    }

    /// The number 1, `[1 × 1]`: the cotangent every gradient starts from.
    record One() implements Leaf {
        @Override
        public Shape shape(Arguments in) {
            return new Shape(1, 1);
        }

        @Override
        public void value(Backend backend, Arguments in, Matrix out) {
            backend.fill(1, out);
        }
    }
}
