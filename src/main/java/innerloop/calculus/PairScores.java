package innerloop.calculus;

import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import innerloop.math.SparseMatrix;
import innerloop.nn.Scoring;
import java.util.List;
import java.util.stream.IntStream;

/// Every example is a pair of nodes, and its row a score: `s = a·b`, `s = (a ∘ b) w + c`, or
/// `s = ELU((a + b) W_s + (a ∘ b) W_p + e) w + c`.
final class PairScores implements ReadoutSteps {

    private static final String OUTPUT = "O";
    private static final Gate INNER =
            new Gate(ScalarFunction.ELU, 0, "u if u > 0, else exp(u) − 1");

    private final Field field;
    private final String nodes;
    private final Scoring scoring;
    private final SparseMatrix from;
    private final SparseMatrix to;

    /// @param places of one node and the other, pair after pair
    PairScores(Field field, String nodes, Scoring scoring, int[] places) {
        this.field = field;
        this.nodes = nodes;
        this.scoring = scoring;
        this.from = end(places, 0);
        this.to = end(places, 1);
    }

    private SparseMatrix end(int[] places, int first) {
        return SparseMatrix.selection(
                IntStream.range(0, places.length / 2).map(k -> places[2 * k + first]).toArray(),
                field.nodes().length);
    }

    private Matrix learned(String name) {
        return field.theta().get(name);
    }

    @Override
    public void forward(Pass pass) {
        Arithmetic a = pass.arithmetic();
        pass.at("A", () -> a.product(from, pass.get(nodes)));
        pass.at("B", () -> a.product(to, pass.get(nodes)));
        pass.at("AB", () -> a.combined(pass.get("A"), pass.get("B"), (x, y) -> x * y));
        switch (scoring) {
            case DOT -> pass.at(OUTPUT, () -> rowSums(a, pass.get("AB")));
            case HADAMARD -> linear(pass, "AB");
            case MLP -> {
                pass.at("W_s", () -> learned(Scoring.SUM));
                pass.at("W_p", () -> learned(Scoring.PRODUCT));
                pass.at("e", () -> learned(Scoring.HIDDEN_BIAS));
                pass.at(
                        "U",
                        () -> {
                            Matrix sum = a.combined(pass.get("A"), pass.get("B"), Double::sum);
                            return a.plusRow(
                                    a.combined(
                                            a.product(sum, pass.get("W_s")),
                                            a.product(pass.get("AB"), pass.get("W_p")),
                                            Double::sum),
                                    pass.get("e"));
                        });
                pass.at("V", () -> pass.gated(INNER, "U"));
                linear(pass, "V");
            }
        }
    }

    private void linear(Pass pass, String rows) {
        Arithmetic a = pass.arithmetic();
        pass.at("w", () -> learned(Scoring.WEIGHT));
        pass.at("c", () -> learned(Scoring.BIAS));
        pass.at(OUTPUT, () -> a.plusRow(a.product(pass.get(rows), pass.get("w")), pass.get("c")));
    }

    private static Matrix rowSums(Arithmetic a, Matrix x) {
        Matrix sums = a.zeros(x.rows(), 1);
        a.backend().sumColumns(x, sums);
        return sums;
    }

    @Override
    public String output() {
        return OUTPUT;
    }

    @Override
    public void values(List<Term> terms, Pass base) {
        value(terms, base, "a", "A", "what the last layer says of one node");
        value(terms, base, "b", "B", "what it says of the other");
        switch (scoring) {
            case DOT -> value(terms, base, "s", OUTPUT, "a·b");
            case HADAMARD -> {
                value(terms, base, "a ∘ b", "AB", "entry by entry");
                head(terms, base, "(a ∘ b)");
            }
            case MLP -> {
                value(terms, base, "a ∘ b", "AB", "entry by entry");
                given(terms, base, "W_s");
                given(terms, base, "W_p");
                given(terms, base, "e");
                value(terms, base, "u", "U", "(a + b) W_s + (a ∘ b) W_p + e");
                value(terms, base, "v", "V", "ELU(u) = " + INNER.formula());
                head(terms, base, "v");
            }
        }
    }

    private void head(List<Term> terms, Pass base, String rows) {
        given(terms, base, "w");
        given(terms, base, "c");
        value(terms, base, "s", OUTPUT, rows + " w + c");
    }

    private void given(List<Term> terms, Pass base, String name) {
        Matrix matrix = base.get(name);
        terms.add(
                Term.given(
                        field.depth(),
                        name,
                        "parameter",
                        Field.rowsOf(matrix, IntStream.range(0, matrix.rows()).toArray())));
    }

    private void value(List<Term> terms, Pass base, String name, String of, String formula) {
        Matrix matrix = base.get(of);
        terms.add(Term.value(field.depth(), name, formula, Field.rowOf(matrix, matrix.rows() - 1)));
    }

    @Override
    public Slope derivatives(Derived derived, Pass base, Slope output) {
        Arithmetic a = base.arithmetic();
        Matrix ds = output.value();
        add(derived, OUTPUT, "ds", output.formula(), ds);
        Matrix one = base.get("A");
        Matrix other = base.get("B");
        Matrix ones = a.zeros(1, one.columns());
        a.backend().fill(1, ones);
        Slope sum = new Slope(a.zeros(one.rows(), one.columns()), "");
        Slope product =
                switch (scoring) {
                    case DOT -> new Slope(a.product(ds, ones), "ds");
                    case HADAMARD ->
                            new Slope(weights(derived, base, ds, "AB", "(a ∘ b)"), "ds wᵀ");
                    case MLP -> {
                        Matrix dv = weights(derived, base, ds, "V", "v");
                        add(derived, "V", "dv", "ds wᵀ", dv);
                        Matrix du = a.combined(dv, base.get("U"), (d, u) -> d * INNER.slope(u));
                        add(derived, "U", "du", "dv ∘ ELU′(u)", du);
                        Matrix added = a.combined(one, other, Double::sum);
                        add(derived, "W_s", "dW_s", "(a + b)ᵀ du", a.transposedProduct(added, du));
                        Matrix both = a.transposedProduct(base.get("AB"), du);
                        add(derived, "W_p", "dW_p", "(a ∘ b)ᵀ du", both);
                        add(derived, "e", "de", "Σ_rows du", a.sumRows(du));
                        sum = new Slope(a.productTransposed(du, base.get("W_s")), "du W_sᵀ + ");
                        yield new Slope(a.productTransposed(du, base.get("W_p")), "(du W_pᵀ)");
                    }
                };
        Matrix da = end(a, sum.value(), product.value(), other);
        Matrix db = end(a, sum.value(), product.value(), one);
        add(derived, "A", "da", sum.formula() + product.formula() + " ∘ b", da);
        add(derived, "B", "db", sum.formula() + product.formula() + " ∘ a", db);
        return new Slope(
                a.combined(a.transposedProduct(from, da), a.transposedProduct(to, db), Double::sum),
                "da at one node, db at the other");
    }

    private static Matrix end(Arithmetic a, Matrix sum, Matrix product, Matrix other) {
        return a.combined(sum, a.combined(product, other, (x, y) -> x * y), Double::sum);
    }

    /// Adds `dw` and `dc`.
    ///
    /// @return `ds wᵀ`
    private Matrix weights(Derived derived, Pass base, Matrix ds, String rows, String symbol) {
        Arithmetic a = base.arithmetic();
        add(derived, "w", "dw", symbol + "ᵀ ds", a.transposedProduct(base.get(rows), ds));
        add(derived, "c", "dc", "Σ_rows ds", a.sumRows(ds));
        return a.productTransposed(ds, base.get("w"));
    }

    private void add(Derived derived, String of, String name, String formula, Matrix value) {
        derived.add(
                field.depth(),
                of,
                name,
                formula,
                value,
                value.rows() == 1 ? Axis.ONE : Axis.counted(value.rows()));
    }
}
