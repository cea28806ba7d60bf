package innerloop.calculus;

import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import java.util.List;
import java.util.stream.IntStream;

/// A layer of a GIN: `q = Σ_j h_j + (1 + ε) h_i`, `s = q W_a + b_a`, `r = max(s, 0)`, `z = r W_b + b_b`.
///
/// With `dS = (dZ W_bᵀ) ∘ [S > 0]`: `dW_b = Rᵀ dZ`, `dW_a = Qᵀ dS`, `dε = Σ dS ∘ (H W_a)` over all entries of the nodes' own rows, and
/// `dS W_aᵀ` goes to the neighbours, `(1 + ε) dS W_aᵀ` to the node itself.
final class IsomorphismSteps implements LayerSteps {

    private static final Gate INNER = new Gate(ScalarFunction.RELU, 0, "max(s, 0)");

    private final Stage stage;
    private final boolean learnsEpsilon;
    private final Reading neighbours;
    private final Reading own;

    /// @param learnsEpsilon whether there is an ε; otherwise it is 0
    IsomorphismSteps(Stage stage, boolean learnsEpsilon) {
        this.stage = stage;
        this.learnsEpsilon = learnsEpsilon;
        this.neighbours =
                new Reading(
                        stage,
                        Reading.From.SUM,
                        new Reading.Words("", "p", "u", "A", "1 for every neighbour", false));
        this.own = new Reading(stage, Reading.From.OWN, Reading.Words.OWN);
    }

    private String named(String letter) {
        return stage.named(letter);
    }

    @Override
    public void forward(Pass pass) {
        Arithmetic a = pass.arithmetic();
        if (learnsEpsilon) {
            pass.at(named("ε"), () -> stage.parameter("eps"));
        }
        pass.at(named("W_a"), () -> stage.parameter("nn.lins.0.weight"));
        pass.at(named("b_a"), () -> stage.parameter("nn.lins.0.bias"));
        pass.at(named("W_b"), () -> stage.parameter("nn.lins.1.weight"));
        pass.at(named("b_b"), () -> stage.parameter("nn.lins.1.bias"));
        neighbours.forward(pass);
        own.forward(pass);
        pass.at(
                named("S"),
                () -> {
                    Matrix weight = pass.get(named("W_a"));
                    double factor = factor(pass);
                    Matrix sum =
                            a.combined(
                                    neighbours.times(pass, weight),
                                    own.times(pass, weight),
                                    (x, y) -> x + factor * y);
                    return a.plusRow(sum, pass.get(named("b_a")));
                });
        pass.at(named("R"), () -> pass.gated(INNER, named("S")));
    }

    /// `1 + ε`.
    private double factor(Pass pass) {
        return learnsEpsilon ? 1 + pass.get(named("ε")).get(0, 0) : 1;
    }

    @Override
    public Matrix written(Pass pass) {
        Arithmetic a = pass.arithmetic();
        return a.plusRow(
                a.product(pass.get(named("R")), pass.get(named("W_b"))), pass.get(named("b_b")));
    }

    @Override
    public String values(List<Term> terms, Pass base) {
        String gathered = neighbours.values(terms, base);
        String self = own.values(terms, base);
        if (learnsEpsilon) {
            terms.add(
                    stage.given(
                            stage.of("ε"), "parameter", Values.of(base.get(named("ε")).get(0, 0))));
        }
        int[] columns =
                IntStream.concat(
                                IntStream.of(neighbours.columns(base)),
                                IntStream.of(own.columns(base)))
                        .sorted()
                        .distinct()
                        .toArray();
        double[] q = neighbours.focus(base, columns);
        double[] centre = own.focus(base, columns);
        for (int c = 0; c < q.length; c++) {
            q[c] += factor(base) * centre[c];
        }
        String factor = learnsEpsilon ? "(1 + " + stage.of("ε") + ") " : "";
        terms.add(
                stage.value(
                        stage.of("q"),
                        gathered + " + " + factor + self,
                        Values.row(Field.counted(columns), q)));
        Matrix weight = base.get(named("W_a"));
        terms.add(
                stage.given(
                        stage.of("W_a"),
                        stage.isFirst()
                                ? "parameter; the rows of the features that are not 0"
                                : "parameter",
                        Field.rowsOf(weight, columns)));
        row(terms, base, "b_a", "b_a", "parameter", 0);
        row(terms, base, "s", "S", mapped("q", "a"), stage.row());
        row(terms, base, "r", "R", "max(" + stage.of("s") + ", 0)", stage.row());
        Matrix outer = base.get(named("W_b"));
        terms.add(
                stage.given(
                        stage.of("W_b"),
                        "parameter",
                        Field.rowsOf(outer, IntStream.range(0, outer.rows()).toArray())));
        row(terms, base, "b_b", "b_b", "parameter", 0);
        return mapped("r", "b");
    }

    private String mapped(String letter, String map) {
        return "%s %s + %s".formatted(stage.of(letter), stage.of("W_" + map), stage.of("b_" + map));
    }

    private void row(
            List<Term> terms, Pass base, String letter, String name, String formula, int row) {
        Values value = Field.rowOf(base.get(named(name)), row);
        terms.add(
                formula.equals("parameter")
                        ? stage.given(stage.of(letter), formula, value)
                        : stage.value(stage.of(letter), formula, value));
    }

    @Override
    public List<Slope> derivatives(Derived derived, Pass base, Slopes slopes) {
        Arithmetic a = base.arithmetic();
        Axis nodes = stage.writtenNames();
        String dZ = stage.of("dZ");
        String dS = stage.of("dS");
        Matrix dz = slopes.dz();
        Matrix dwb = a.transposedProduct(base.get(named("R")), dz);
        add(derived, "W_b", "(" + stage.of("R") + ")ᵀ " + dZ, dwb, Axis.counted(dwb.rows()));
        add(derived, "b_b", "Σ_rows " + dZ, a.sumRows(dz), Axis.ONE);
        Matrix dr = a.productTransposed(dz, base.get(named("W_b")));
        add(derived, "R", "%s (%s)ᵀ".formatted(dZ, stage.of("W_b")), dr, nodes);
        Matrix ds = a.combined(dr, base.get(named("S")), (d, s) -> d * INNER.slope(s));
        add(derived, "S", "%s ∘ [%s > 0]".formatted(stage.of("dR"), stage.of("S")), ds, nodes);
        Matrix dwa = weight(base, ds);
        Axis rows = Axis.counted(dwa.rows());
        add(derived, "W_a", "(" + stage.of("Q") + ")ᵀ " + dS, dwa, rows);
        add(derived, "b_a", "Σ_rows " + dS, a.sumRows(ds), Axis.ONE);
        derived.usual(
                stage.layer(),
                named("W_a"),
                stage.of("dW_a"),
                "(%s)ᵀ %s".formatted(stage.of("Q"), stage.of("dR")),
                weight(base, dr),
                dwa,
                rows,
                "dR in the place of dS forgets the gate of the inner layer");
        Matrix weight = base.get(named("W_a"));
        if (learnsEpsilon) {
            double slope = a.backend().dot(ds, own.times(base, weight));
            add(
                    derived,
                    "ε",
                    "Σ %s ∘ (%s %s)".formatted(dS, own.symbol(), stage.of("W_a")),
                    a.backend().matrix(1, 1, new double[] {slope}),
                    Axis.ONE);
        }
        Matrix dq = a.productTransposed(ds, weight);
        double factor = factor(base);
        String product = "%s (%s)ᵀ".formatted(dS, stage.of("W_a"));
        neighbours.coefficients(derived, base, new Slope(dq, product));
        if (stage.isFirst()) {
            return List.of();
        }
        String scaled = learnsEpsilon ? "(1 + " + stage.of("ε") + ") " + product : product;
        return List.of(
                neighbours.below(derived, base, new Slope(dq, product)),
                own.below(
                        derived,
                        base,
                        new Slope(a.combined(dq, dq, (x, _) -> factor * x), scaled)));
    }

    private void add(Derived derived, String letter, String formula, Matrix value, Axis rows) {
        derived.add(stage.layer(), named(letter), stage.of("d" + letter), formula, value, rows);
    }

    /// `Qᵀ d`.
    private Matrix weight(Pass base, Matrix d) {
        double factor = factor(base);
        return base.arithmetic()
                .combined(
                        neighbours.transposedTimes(base, d),
                        own.transposedTimes(base, d),
                        (x, y) -> x + factor * y);
    }
}
