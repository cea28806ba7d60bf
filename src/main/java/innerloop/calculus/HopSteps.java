package innerloop.calculus;

import innerloop.graph.Propagation;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.nn.Hops;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The hops after the last layer: `Y = Σ_k γ_k Âᵏ Z` with `γ_k = usual_k · g_k`, g learned or 1.
///
/// `dZ = Σ_k γ_k (Âᵏ)ᵀ dY`, `dg_k = usual_k Σ dY ∘ Âᵏ Z`.
final class HopSteps {

    private static final String LEARNED = "g";

    private final Field field;
    private final Hops hops;
    private final String tag;
    private final int[] read;
    private final List<SparseMatrix> powers = new ArrayList<>();

    /// @param tag tells the rows from those of another last layer; usually empty
    HopSteps(Field field, String tag) {
        this.field = field;
        this.tag = tag;
        this.hops = field.layers().hops();
        int nodes = field.graph().nodes();
        SparseMatrix power = SparseMatrix.selection(field.nodes(), nodes);
        List<SparseMatrix> whole = new ArrayList<>(List.of(power));
        if (!areNone()) {
            SparseMatrix once = Propagation.symmetric(field.graph());
            for (int k = 0; k < hops.count(); k++) {
                power = power.multiply(once);
                whole.add(power);
            }
        }
        this.read =
                whole.stream()
                        .flatMapToInt(each -> Arrays.stream(Field.active(each, rows())))
                        .sorted()
                        .distinct()
                        .toArray();
        SparseMatrix columns = SparseMatrix.selection(read, nodes).transpose();
        whole.forEach(each -> powers.add(each.multiply(columns)));
    }

    private int[] rows() {
        return IntStream.range(0, field.nodes().length).toArray();
    }

    boolean areNone() {
        return hops.count() == 0;
    }

    /// What the pass calls Y; Z if there are no hops.
    String output() {
        return areNone() ? read() : "Y" + tag;
    }

    /// What the pass calls Z.
    private String read() {
        return "Z" + tag + field.depth();
    }

    /// What formulas call a row of the output.
    String symbol() {
        return areNone() ? Symbols.of("z" + tag, field.depth()) : "y" + tag;
    }

    /// The nodes whose Z is needed, ascending.
    int[] nodes() {
        return read;
    }

    private boolean learns() {
        return switch (hops.weights()) {
            case FIXED -> false;
            case LEARNED -> true;
        };
    }

    private double weight(Pass pass, int k) {
        return learns() ? hops.usual(k) * pass.get(LEARNED).get(k, 0) : hops.usual(k);
    }

    /// Names Y, if there are hops.
    void forward(Pass pass) {
        if (areNone()) {
            return;
        }
        Arithmetic a = pass.arithmetic();
        if (learns()) {
            pass.at(LEARNED, () -> field.theta().get(Hops.GAMMA));
        }
        pass.at(
                output(),
                () -> {
                    Matrix sum = a.zeros(field.nodes().length, pass.get(read()).columns());
                    for (int k = 0; k <= hops.count(); k++) {
                        double weight = weight(pass, k);
                        sum =
                                a.combined(
                                        sum,
                                        a.product(powers.get(k), pass.get(read())),
                                        (x, y) -> x + weight * y);
                    }
                    return sum;
                });
    }

    private Axis counts() {
        return Axis.of(IntStream.rangeClosed(0, hops.count()).mapToObj(k -> "k = " + k).toList());
    }

    /// Adds the weights, what arrives with each hop at the node in focus, and their sum.
    void values(List<Term> terms, Pass base) {
        if (areNone()) {
            return;
        }
        int layer = field.depth();
        int row = Field.place(field.nodes(), field.focus());
        Matrix z = base.get(read());
        double[] weights =
                IntStream.rangeClosed(0, hops.count()).mapToDouble(k -> weight(base, k)).toArray();
        double[] arriving =
                powers.stream()
                        .map(power -> base.arithmetic().product(power, z))
                        .flatMapToDouble(arrived -> Arrays.stream(Field.row(arrived, row)))
                        .toArray();
        terms.add(
                Term.given(
                        layer,
                        "γₖ",
                        learns()
                                ? "what restarts are usual, times parameter g"
                                : "α (1 − α)ᵏ, the last (1 − α)ᴷ, α = " + hops.restart(),
                        Values.row(counts(), weights)));
        terms.add(
                Term.value(
                        layer,
                        "(Âᵏ Z" + tag + ")ᵢ",
                        "what arrives after k hops",
                        new Values(counts(), Axis.counted(z.columns()), arriving)));
        terms.add(
                Term.value(
                        layer,
                        symbol(),
                        "Σₖ γₖ (Âᵏ Z" + tag + ")ᵢ",
                        Field.rowOf(base.get(output()), row)));
    }

    /// Adds the derivatives.
    ///
    /// @param output of Y
    /// @return of Z
    Slope derivatives(Derived derived, Pass base, Slope output) {
        if (areNone()) {
            return output;
        }
        Arithmetic a = base.arithmetic();
        int layer = field.depth();
        Matrix dy = output.value();
        derived.add(layer, output(), "dY" + tag, output.formula(), dy, field.names(field.nodes()));
        Matrix z = base.get(read());
        Matrix dz = a.zeros(z.rows(), z.columns());
        double[] dg = new double[hops.count() + 1];
        for (int k = 0; k <= hops.count(); k++) {
            double weight = weight(base, k);
            SparseMatrix power = powers.get(k);
            dz = a.combined(dz, a.transposedProduct(power, dy), (x, y) -> x + weight * y);
            dg[k] = hops.usual(k) * a.backend().dot(dy, a.product(power, z));
        }
        if (learns()) {
            derived.add(
                    layer,
                    LEARNED,
                    "dg",
                    "usualₖ Σ dY ∘ Âᵏ " + Symbols.of("Z", layer),
                    a.backend().matrix(dg.length, 1, dg),
                    counts());
        }
        return new Slope(dz, "Σₖ γₖ (Âᵏ)ᵀ dY" + tag);
    }
}
