package innerloop.calculus;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The matrices of one forward pass by name. A pass can be run again with some of them moved.
final class Pass {

    private final Arithmetic arithmetic;
    private final Map<String, Matrix> named = new LinkedHashMap<>();
    private final @Nullable Pass base;
    private final Map<String, Matrix> moves;
    private boolean reached;

    private Pass(Backend backend, @Nullable Pass base, Map<String, Matrix> moves) {
        this.arithmetic = new Arithmetic(backend);
        this.base = base;
        this.moves = moves;
    }

    /// A pass that nothing is moved in.
    static Pass plain(Backend backend) {
        return new Pass(backend, null, Map.of());
    }

    /// The same pass with these matrices moved by as much. Functions with kinks stay on the side of each kink that they were on.
    Pass moved(Map<String, Matrix> by) {
        return new Pass(arithmetic.backend(), this, by);
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    /// Names a matrix, and moves it if it is one of those. What comes before the first of them is as it was and not computed again.
    Matrix at(String name, Supplier<Matrix> computed) {
        Matrix kept = base == null || reached ? computed.get() : base.get(name);
        Matrix by = moves.get(name);
        if (by != null) {
            reached = true;
            kept = arithmetic.combined(kept, by, Double::sum);
        }
        named.put(name, kept);
        return kept;
    }

    /// A function with a kink at 0, entry by entry, of a named matrix.
    Matrix gated(Gate gate, String name) {
        Matrix sides = base == null ? get(name) : base.get(name);
        return arithmetic.combined(get(name), sides, (z, side) -> gate.of(z, side > 0));
    }

    /// The largest entry among the neighbours, column by column, of a named matrix; of the neighbour that had it before anything was
    /// moved.
    Matrix largest(SparseMatrix pattern, String name) {
        Matrix by = base == null ? get(name) : base.get(name);
        return arithmetic.largest(pattern, get(name), by);
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
