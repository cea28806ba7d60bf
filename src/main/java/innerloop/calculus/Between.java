package innerloop.calculus;

import innerloop.math.Matrix;
import innerloop.nn.Encoder;
import java.util.ArrayList;
import java.util.List;

/// The operations between two layers: `n = (z − mean z) r ∘ γ + β` with `r = 1 / √(variance + 1e-5)` where the layers ask for it, and
/// `h = σ(n)`.
///
/// With `dN = dH ∘ σ′(N)` and `ĉ = (z − mean z) r`: `dγ = Σ_rows dN ∘ ĉ`, `dβ = Σ_rows dN`, and with `d = dN ∘ γ`
/// `dz = r (d − mean d − ĉ mean(d ∘ ĉ))`, row by row.
///
/// @param stage the layer below
/// @param gate σ
record Between(Stage stage, Gate gate) {

    private static final double LEAST_VARIANCE = 1e-5;

    private boolean norms() {
        return stage.field().layers().layerNorm();
    }

    private String named(String letter) {
        return stage.named(letter);
    }

    /// What σ reads.
    private String read() {
        return named(norms() ? "N" : "Z");
    }

    private Matrix learned(String name) {
        return stage.field().theta().get(Encoder.norm(stage.layer() - 1) + name);
    }

    /// Names what comes between.
    void forward(Pass pass) {
        if (norms()) {
            Arithmetic a = pass.arithmetic();
            pass.at(named("γ"), () -> learned("weight"));
            pass.at(named("β"), () -> learned("bias"));
            pass.at(
                    named("N"),
                    () ->
                            a.plusRow(
                                    timesRow(
                                            a,
                                            standard(a, pass.get(named("Z"))),
                                            pass.get(named("γ"))),
                                    pass.get(named("β"))));
        }
        pass.at(named("H"), () -> pass.gated(gate, read()));
    }

    private static Matrix timesRow(Arithmetic a, Matrix x, Matrix row) {
        double[] numbers = x.toArray();
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] *= row.get(0, k % x.columns());
        }
        return a.backend().matrix(x.rows(), x.columns(), numbers);
    }

    private static double mean(double[] row) {
        double sum = 0;
        for (double number : row) {
            sum += number;
        }
        return sum / row.length;
    }

    /// `1 / √(variance + 1e-5)` of a row.
    private static double inverse(double[] row) {
        double mean = mean(row);
        double squares = 0;
        for (double number : row) {
            squares += (number - mean) * (number - mean);
        }
        return 1 / Math.sqrt(squares / row.length + LEAST_VARIANCE);
    }

    private static Matrix standard(Arithmetic a, Matrix z) {
        double[] numbers = new double[z.rows() * z.columns()];
        for (int r = 0; r < z.rows(); r++) {
            double[] row = Field.row(z, r);
            double mean = mean(row);
            double inverse = inverse(row);
            for (int c = 0; c < row.length; c++) {
                numbers[r * row.length + c] = (row[c] - mean) * inverse;
            }
        }
        return a.backend().matrix(z.rows(), z.columns(), numbers);
    }

    /// Adds the values at the node in focus.
    void values(List<Term> terms, Pass base) {
        String letter = stage.of("z");
        if (norms()) {
            terms.add(
                    stage.given(stage.of("γ"), "parameter", Field.rowOf(base.get(named("γ")), 0)));
            terms.add(
                    stage.given(stage.of("β"), "parameter", Field.rowOf(base.get(named("β")), 0)));
            terms.add(
                    stage.value(
                            stage.of("n"),
                            "(%s − mean) / √(variance + 1e-5) ∘ %s + %s"
                                    .formatted(letter, stage.of("γ"), stage.of("β")),
                            Field.rowOf(base.get(named("N")), stage.row())));
            letter = stage.of("n");
        }
        terms.add(
                stage.value(
                        stage.of("h"),
                        "σ(" + letter + "), σ(z) = " + gate.formula(),
                        Field.rowOf(base.get(named("H")), stage.row())));
    }

    /// Adds the derivatives of the layer norm.
    ///
    /// @param dh of what comes out
    /// @return of Z
    Slope derivatives(Derived derived, Pass base, Matrix dh) {
        Arithmetic a = base.arithmetic();
        Matrix gated = a.combined(dh, base.get(read()), (d, z) -> d * gate.slope(z));
        String formula = "%s ∘ σ′(%s)".formatted(stage.of("dH"), stage.of(norms() ? "N" : "Z"));
        if (!norms()) {
            return new Slope(gated, formula);
        }
        String dN = stage.of("dN");
        derived.add(stage.layer(), named("N"), dN, formula, gated, stage.writtenNames());
        Matrix standard = standard(a, base.get(named("Z")));
        derived.add(
                stage.layer(),
                named("γ"),
                stage.of("dγ"),
                "Σ_rows " + dN + " ∘ ĉ, ĉ = (z − mean) / √(variance + 1e-5)",
                a.sumRows(a.combined(gated, standard, (x, y) -> x * y)),
                Axis.ONE);
        derived.add(
                stage.layer(),
                named("β"),
                stage.of("dβ"),
                "Σ_rows " + dN,
                a.sumRows(gated),
                Axis.ONE);
        Matrix d = timesRow(a, gated, base.get(named("γ")));
        return new Slope(
                unstandardised(a, base.get(named("Z")), standard, d),
                "(d − mean d − ĉ mean(d ∘ ĉ)) / √(variance + 1e-5), d = %s ∘ %s, row by row"
                        .formatted(dN, stage.of("γ")));
    }

    private static Matrix unstandardised(Arithmetic a, Matrix z, Matrix standard, Matrix d) {
        List<Double> numbers = new ArrayList<>();
        for (int r = 0; r < z.rows(); r++) {
            double[] row = Field.row(d, r);
            double[] own = Field.row(standard, r);
            double mean = mean(row);
            double along = 0;
            for (int c = 0; c < row.length; c++) {
                along += row[c] * own[c] / row.length;
            }
            double inverse = inverse(Field.row(z, r));
            for (int c = 0; c < row.length; c++) {
                numbers.add(inverse * (row[c] - mean - own[c] * along));
            }
        }
        return a.backend()
                .matrix(
                        z.rows(),
                        z.columns(),
                        numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
