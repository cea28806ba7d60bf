package innerloop.calculus;

import innerloop.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A layer `Z = Σ U W + b` with one weight for each way rows reach it: of a GCN `U = Â H`, of a SAGE the neighbours' mean (or
/// largest entries) and the node itself, of an SGC and a perceptron the node itself.
///
/// `dW = Uᵀ dZ`, `db = Σ_rows dZ`, `dU = dZ Wᵀ`.
final class LinearSteps implements LayerSteps {

    private final Stage stage;
    private final List<Factor> factors;
    private final String bias;
    private final boolean propagates;

    /// A weight and the rows it multiplies.
    ///
    /// @param parameter the name of the weight among the layer's parameters
    /// @param symbol W in formulas
    record Factor(Reading reading, String parameter, String symbol) {}

    /// @param bias the name of b among the layer's parameters
    /// @param propagates whether a neighbour's row reaches a weight, of which formulas are often printed wrong
    LinearSteps(Stage stage, List<Factor> factors, String bias, boolean propagates) {
        this.stage = stage;
        this.factors = List.copyOf(factors);
        this.bias = bias;
        this.propagates = propagates;
    }

    private String named(Factor factor) {
        return stage.named(factor.symbol());
    }

    private String biasNamed() {
        return stage.named("b");
    }

    @Override
    public void forward(Pass pass) {
        for (Factor factor : factors) {
            pass.at(named(factor), () -> stage.parameter(factor.parameter()));
        }
        pass.at(biasNamed(), () -> stage.parameter(bias));
        factors.forEach(factor -> factor.reading().forward(pass));
    }

    @Override
    public Matrix written(Pass pass) {
        Arithmetic a = pass.arithmetic();
        Matrix sum =
                factors.stream()
                        .map(factor -> factor.reading().times(pass, pass.get(named(factor))))
                        .reduce((x, y) -> a.combined(x, y, Double::sum))
                        .orElseThrow();
        return a.plusRow(sum, pass.get(biasNamed()));
    }

    @Override
    public String values(List<Term> terms, Pass base) {
        List<String> summands = new ArrayList<>();
        for (Factor factor : factors) {
            String multiplied = factor.reading().values(terms, base);
            weight(terms, base, stage, factor, named(factor));
            summands.add(multiplied + " " + stage.of(factor.symbol()));
        }
        String b = stage.of("b");
        terms.add(stage.given(b, "parameter", Field.rowOf(base.get(biasNamed()), 0)));
        summands.add(b);
        return String.join(" + ", summands);
    }

    /// Adds a weight; of the first layer the rows that the node in focus has features for.
    static void weight(List<Term> terms, Pass base, Stage stage, Factor factor, String named) {
        Matrix weight = base.get(named);
        terms.add(
                stage.given(
                        stage.of(factor.symbol()),
                        stage.isFirst()
                                ? "parameter; the rows of the features that are not 0"
                                : "parameter",
                        Field.rowsOf(
                                weight,
                                stage.isFirst()
                                        ? factor.reading().columns(base)
                                        : IntStream.range(0, weight.rows()).toArray())));
    }

    @Override
    public List<Slope> derivatives(Derived derived, Pass base, Slopes slopes) {
        Arithmetic a = base.arithmetic();
        String dZ = stage.of("dZ");
        for (Factor factor : factors) {
            Matrix dw = factor.reading().transposedTimes(base, slopes.dz());
            derived.add(
                    stage.layer(),
                    named(factor),
                    stage.of("d" + factor.symbol()),
                    "(" + factor.reading().symbol() + ")ᵀ " + dZ,
                    dw,
                    Axis.counted(dw.rows()));
        }
        derived.add(
                stage.layer(),
                biasNamed(),
                stage.of("db"),
                "Σ_rows " + dZ,
                a.sumRows(slopes.dz()),
                Axis.ONE);
        if (propagates) {
            printed(derived, base, slopes);
        }
        List<Slope> below = new ArrayList<>();
        for (Factor factor : factors) {
            Slope du =
                    new Slope(
                            a.productTransposed(slopes.dz(), base.get(named(factor))),
                            "%s (%s)ᵀ".formatted(dZ, stage.of(factor.symbol())));
            factor.reading().coefficients(derived, base, du);
            if (!stage.isFirst()) {
                below.add(factor.reading().below(derived, base, du));
            }
        }
        return below;
    }

    /// Without σ′, and without the transpose.
    private void printed(Derived derived, Pass base, Slopes slopes) {
        Factor factor = factors.getFirst();
        String dW = stage.of("d" + factor.symbol());
        String read = factor.reading().symbol();
        if (!stage.isLast()) {
            Matrix printed = factor.reading().transposedTimes(base, slopes.dh());
            derived.usual(
                    stage.layer(),
                    named(factor),
                    dW,
                    "(%s)ᵀ %s".formatted(read, stage.of("dH")),
                    printed,
                    factor.reading().transposedTimes(base, slopes.dz()),
                    Axis.counted(printed.rows()),
                    "dH′ in the place of dZ forgets σ′(Z)");
        }
        int inner = base.get(named(factor)).rows();
        int rows = slopes.dz().rows();
        if (inner != rows) {
            derived.impossible(
                    stage.layer(),
                    dW,
                    read + " " + stage.of("dZ"),
                    "without the transpose the shapes [%d × %d] and [%d × %d] do not fit"
                            .formatted(rows, inner, rows, slopes.dz().columns()));
        }
    }
}
