package innerloop.autodiff;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The side of each kink that a computation was on when it ran first. Run again with other numbers, it is held to the same
/// sides.
///
/// A function with kinks (max(x, 0), the slope of it, the largest of some neighbours) is made of smooth pieces. Held to the sides
/// at θ it is the piece that θ lies on, continued beyond the kinks: it has the same derivatives at θ, and a finite difference of it
/// measures these, whereas one of the function itself measures the jumps between the two points. For one thread.
public final class Branches {

    private final List<BitSet> above = new ArrayList<>();
    private final List<double[]> compared = new ArrayList<>();
    private boolean recorded;
    private int nextAbove;
    private int nextCompared;
    private boolean crossed;

    /// Begins the computation: the first time its sides are recorded, every further time it is held to them.
    public void begin() {
        recorded |= !above.isEmpty() || !compared.isEmpty();
        nextAbove = 0;
        nextCompared = 0;
    }

    /// Whether the computation would have been on another side of some kink, had it not been held.
    public boolean crossed() {
        return crossed;
    }

    /// The function of every entry, each on its recorded side.
    void map(Backend backend, ScalarFunction function, double parameter, Matrix x, Matrix out) {
        double[] numbers = x.toArray();
        BitSet now = new BitSet(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            now.set(i, numbers[i] > 0);
        }
        if (!recorded) {
            above.add(now);
        }
        BitSet held = above.get(nextAbove++);
        crossed |= function.joint() == ScalarFunction.Joint.KINK && !held.equals(now);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = function.on(held.get(i), numbers[i], parameter);
        }
        backend.affine(1, 0, backend.matrix(x.rows(), x.columns(), numbers), out);
    }

    /// The numbers that a maximum is found by: the recorded ones.
    Matrix compared(Backend backend, Matrix by) {
        if (!recorded) {
            compared.add(by.toArray());
        }
        return backend.matrix(by.rows(), by.columns(), compared.get(nextCompared++));
    }

    /// Notes whether what was computed with recorded numbers would have been another.
    void compare(Matrix held, Matrix free) {
        crossed |= !Arrays.equals(held.toArray(), free.toArray());
    }
}
