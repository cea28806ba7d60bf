package innerloop.nn;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Vector algebra on parameters. Results are stored in memory that is reused after [#reset], so that the inner loop reads
/// like mathematics without allocating for each step. For one thread.
public final class ParameterSpace {

    private final Backend backend;
    private List<ParameterSpec> specs;
    private final List<List<Matrix>> storage = new ArrayList<>();
    private int used;

    /// A space of parameters with these names and shapes.
    public ParameterSpace(Backend backend, List<ParameterSpec> specs) {
        this.backend = backend;
        this.specs = specs;
    }

    /// The arithmetic.
    public Backend backend() {
        return backend;
    }

    /// Names and shapes of its parameters.
    public List<ParameterSpec> specs() {
        return specs;
    }

    /// Invalidates everything returned so far and changes to these shapes.
    public void reset(List<ParameterSpec> newSpecs) {
        specs = newSpecs;
        used = 0;
    }

    /// Parameters with undefined contents, to be filled.
    public Parameters blank() {
        if (used == storage.size()) {
            storage.add(new ArrayList<>());
        }
        List<Matrix> matrices = storage.get(used++);
        for (int p = 0; p < specs.size(); p++) {
            ParameterSpec spec = specs.get(p);
            if (p == matrices.size()) {
                matrices.add(backend.matrix(spec.rows(), spec.columns()));
            } else {
                matrices.set(p, backend.reshaped(matrices.get(p), spec.rows(), spec.columns()));
            }
        }
        return new Parameters(specs, matrices.subList(0, specs.size()));
    }

    /// All zero.
    public Parameters zero() {
        Parameters made = blank();
        made.values().forEach(m -> backend.fill(0, m));
        return made;
    }

    /// A copy of `a`.
    public Parameters copy(Parameters a) {
        Parameters made = blank();
        assign(made, a);
        return made;
    }

    /// `into ← a`.
    public void assign(Parameters into, Parameters a) {
        for (int p = 0; p < a.specs().size(); p++) {
            backend.affine(1, 0, a.values().get(p), into.values().get(p));
        }
    }

    /// `into ← into + factor · b`, for the parameters that `b` has.
    public void add(Parameters into, double factor, Parameters b) {
        for (int p = 0; p < b.specs().size(); p++) {
            Matrix target = into.get(b.specs().get(p).name());
            backend.addScaled(target, factor, b.values().get(p), target);
        }
    }

    /// Marks what has been returned so far, for [#release].
    public int mark() {
        return used;
    }

    /// Invalidates everything returned since the mark, so that its memory is used again.
    public void release(int mark) {
        used = mark;
    }

    /// Bytes of everything returned since the space was created.
    public long bytes() {
        return storage.stream().flatMap(List::stream).mapToLong(Matrix::bytes).sum();
    }

    /// `a + factor · b`.
    public Parameters plus(Parameters a, double factor, Parameters b) {
        Parameters made = blank();
        for (int p = 0; p < specs.size(); p++) {
            Matrix out = made.values().get(p);
            backend.addScaled(a.values().get(p), factor, b.values().get(p), out);
        }
        return made;
    }

    /// `a − b`.
    public Parameters minus(Parameters a, Parameters b) {
        return plus(a, -1, b);
    }

    /// Euclidean norm over all entries.
    public double norm(Parameters a) {
        double squares = 0;
        for (Matrix m : a.values()) {
            squares += backend.dot(m, m);
        }
        return Math.sqrt(squares);
    }

    /// The inner product over all entries.
    public double dot(Parameters a, Parameters b) {
        double sum = 0;
        for (int p = 0; p < a.specs().size(); p++) {
            sum += backend.dot(a.values().get(p), b.values().get(p));
        }
        return sum;
    }

    /// Cosine of the angle between two directions, −1 … 1; 0 if one of them is 0.
    public double cosine(Parameters a, Parameters b) {
        double lengths = norm(a) * norm(b);
        return lengths == 0 ? 0 : Math.clamp(dot(a, b) / lengths, -1, 1);
    }

    /// θ₀ of a seed, drawn parameter by parameter; equal on every backend up to rounding.
    public static Parameters initial(Backend backend, List<ParameterSpec> specs, Seed seed) {
        List<Matrix> values = new ArrayList<>();
        for (int p = 0; p < specs.size(); p++) {
            ParameterSpec spec = specs.get(p);
            double[] numbers = new double[spec.rows() * spec.columns()];
            switch (spec.initialisation()) {
                case ZERO -> Arrays.fill(numbers, 0);
                case ONE -> Arrays.fill(numbers, 1);
                case GLOROT -> {
                    double limit = Math.sqrt(6.0 / (spec.rows() + spec.columns()));
                    SplittableRandom random = seed.stream(Seed.Purpose.INITIALISATION, p);
                    Arrays.setAll(numbers, _ -> (random.nextDouble() * 2 - 1) * limit);
                }
            }
            values.add(backend.matrix(spec.rows(), spec.columns(), numbers));
        }
        return new Parameters(specs, values);
    }
}
