package innerloop.calculus;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The matrices of one forward pass by name. A pass can be run again with one entry moved.
final class Pass {

    private final Arithmetic arithmetic;
    private final Map<String, Matrix> named = new LinkedHashMap<>();
    private final @Nullable Pass base;
    private final @Nullable Nudge nudge;
    private boolean reached;

    /// An entry that is moved.
    record Nudge(String name, int row, int column, double by) {}

    private Pass(Backend backend, @Nullable Pass base, @Nullable Nudge nudge) {
        this.arithmetic = new Arithmetic(backend);
        this.base = base;
        this.nudge = nudge;
    }

    /// A pass that nothing is moved in.
    static Pass plain(Backend backend) {
        return new Pass(backend, null, null);
    }

    /// The same pass with an entry moved. Functions with kinks stay on the side of each kink that they were on.
    Pass moved(Nudge moved) {
        return new Pass(arithmetic.backend(), this, moved);
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    /// Names a matrix, and moves its entry if it is the one. What comes before the moved entry is as it was and not computed again.
    Matrix at(String name, Supplier<Matrix> computed) {
        Matrix kept;
        if (base == null || nudge == null || reached) {
            kept = computed.get();
        } else if (nudge.name().equals(name)) {
            reached = true;
            kept = moved(base.get(name), nudge);
        } else {
            kept = base.get(name);
        }
        named.put(name, kept);
        return kept;
    }

    private Matrix moved(Matrix value, Nudge by) {
        double[] numbers = value.toArray();
        numbers[by.row() * value.columns() + by.column()] += by.by();
        return arithmetic.backend().matrix(value.rows(), value.columns(), numbers);
    }

    /// A function with a kink at 0, entry by entry, of a named matrix.
    Matrix gated(Gate gate, String name) {
        Matrix sides = base == null ? get(name) : base.get(name);
        return arithmetic.combined(get(name), sides, (z, side) -> gate.of(z, side > 0));
    }

    /// The matrix of this name.
    Matrix get(String name) {
        Matrix found = named.get(name);
        if (found == null) {
            throw new IllegalStateException("the pass has no " + name);
        }
        return found;
    }
}
