package innerloop.calculus;

import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A layer of a GAT: `g = H W`, `s_ij = a_dst·g_i + a_src·g_j`, `e = LeakyReLU(s)`, `α = softmax_j(e)`, `z_i = Σ_j α_ij g_j + b`.
///
/// With `dM` the derivative of the sum of messages: `dα_ij = dM_i·g_j`, `de_ij = α_ij (dα_ij − Σ_k α_ik dα_ik)`, `ds = de ∘ l` with
/// `l = LeakyReLU′(s)`, `da_src = Σ_ij ds_ij g_j`, `da_dst = Σ_ij ds_ij g_i`, and `dg` gets its three parts from α, a_src and a_dst.
final class AttentionSteps implements LayerSteps {

    private final Stage stage;
    private final Gate leaky;
    private final SparseMatrix pattern;
    private final SparseMatrix first;
    private final int heads;

    AttentionSteps(Stage stage, double negativeSlope) {
        this.stage = stage;
        this.leaky =
                new Gate(
                        ScalarFunction.LEAKY_RELU,
                        negativeSlope,
                        "s if s > 0, else %s s".formatted(negativeSlope));
        this.pattern = stage.block();
        SparseMatrix features = stage.field().features();
        this.first =
                (stage.normalised() ? features.unitRows() : features)
                        .selectRows(stage.reached().nodes().getFirst());
        this.heads = stage.parameter("att_src").rows();
    }

    private String named(String letter) {
        return stage.named(letter);
    }

    private Matrix get(Pass pass, String letter) {
        return pass.get(named(letter));
    }

    @Override
    public void forward(Pass pass) {
        Arithmetic a = pass.arithmetic();
        pass.at(named("W"), () -> stage.parameter("lin.weight"));
        if (!stage.isFirst()) {
            pass.at(
                    named("U"),
                    () ->
                            stage.normalised()
                                    ? a.unitRows(pass.get(stage.below()))
                                    : pass.get(stage.below()));
        }
        pass.at(
                named("G"),
                () ->
                        stage.isFirst()
                                ? a.product(first, get(pass, "W"))
                                : a.product(get(pass, "U"), get(pass, "W")));
        pass.at(named("a_src"), () -> stage.parameter("att_src"));
        pass.at(named("a_dst"), () -> stage.parameter("att_dst"));
        pass.at(named("S"), () -> scores(pass));
        pass.at(named("E"), () -> pass.gated(leaky, named("S")));
        pass.at(named("A"), () -> a.edgeSoftmax(pattern, get(pass, "E")));
        pass.at(named("M"), () -> a.edgeAggregate(pattern, get(pass, "A"), get(pass, "G")));
        pass.at(named("b"), () -> stage.parameter("bias"));
    }

    /// The heads beside each other; of the last layer their mean.
    @Override
    public Matrix written(Pass pass) {
        Arithmetic a = pass.arithmetic();
        Matrix message = get(pass, "M");
        Matrix combined = message;
        if (stage.isLast()) {
            combined = a.zeros(message.rows(), message.columns() / heads);
            a.backend().meanHeads(heads, message, combined);
        }
        return a.plusRow(combined, get(pass, "b"));
    }

    private Matrix scores(Pass pass) {
        Arithmetic a = pass.arithmetic();
        Matrix g = get(pass, "G");
        Matrix toCentre = a.zeros(g.rows(), heads);
        a.backend().headDot(g, get(pass, "a_dst"), toCentre);
        Matrix toSource = a.zeros(g.rows(), heads);
        a.backend().headDot(g, get(pass, "a_src"), toSource);
        Matrix own = a.product(stage.centres(), toCentre);
        return a.combined(
                a.edgeGather(pattern, false, own),
                a.edgeGather(pattern, true, toSource),
                Double::sum);
    }

    /// The edges of the node in focus among those of the layer, and who is at their other ends.
    private record Spokes(int[] edges, int[] rows, Axis names) {}

    private Spokes spokes() {
        int row = stage.row();
        int[] own = IntStream.range(pattern.begins()[row], pattern.ends()[row]).toArray();
        int[] rows = Arrays.stream(own).map(e -> pattern.column()[e]).toArray();
        int[] nodes = Arrays.stream(rows).map(r -> stage.read()[r]).toArray();
        return new Spokes(own, rows, stage.field().names(nodes));
    }

    private static Values some(Axis names, Axis columns, Matrix of, int[] rows) {
        return new Values(names, columns, Field.rowsOf(of, rows).numbers());
    }

    @Override
    public String values(List<Term> terms, Pass base) {
        Spokes spokes = spokes();
        Matrix weight = get(base, "W");
        Matrix g = get(base, "G");
        int[] rows =
                stage.isFirst()
                        ? Field.active(first, spokes.rows())
                        : IntStream.range(0, weight.rows()).toArray();
        Axis channels = Axis.counted(g.columns());
        String w = stage.of("W");
        terms.add(
                stage.given(
                        w,
                        stage.isFirst()
                                ? "parameter; the rows of the features that are not 0"
                                : "parameter",
                        Field.rowsOf(weight, rows)));
        String reads = stage.reads() + "ⱼ";
        terms.add(
                stage.value(
                        stage.of("g") + "ⱼ",
                        (stage.normalised() ? "(" + reads + " / |" + reads + "|)" : reads)
                                + " "
                                + w,
                        some(spokes.names(), channels, g, spokes.rows())));
        for (String a : List.of("a_dst", "a_src")) {
            Matrix vectors = get(base, a);
            terms.add(
                    stage.given(
                            stage.of(a),
                            "parameter",
                            Values.of(headNames(), Axis.counted(vectors.columns()), vectors)));
        }
        terms.add(edgeTerm(base, "s", "S", "a_dst·gᵢ + a_src·gⱼ, per head"));
        terms.add(edgeTerm(base, "e", "E", "LeakyReLU(sᵢⱼ) = " + leaky.formula()));
        terms.add(edgeTerm(base, "α", "A", "exp(eᵢⱼ) / Σₖ exp(eᵢₖ)"));
        String m = stage.of("m");
        terms.add(
                stage.value(
                        m,
                        "Σⱼ αᵢⱼ gⱼ, head beside head",
                        Values.row(channels, Field.row(get(base, "M"), stage.row()))));
        String b = stage.of("b");
        terms.add(stage.given(b, "parameter", Field.rowOf(get(base, "b"), 0)));
        return (stage.isLast() ? "mean of " + m + " over the heads" : m) + " + " + b;
    }

    private Axis headNames() {
        return Axis.of(IntStream.range(0, heads).mapToObj(h -> "head " + h).toList());
    }

    private Term edgeTerm(Pass base, String letter, String matrix, String formula) {
        Spokes spokes = spokes();
        return stage.value(
                stage.of(letter) + "ᵢⱼ",
                formula,
                some(spokes.names(), headNames(), get(base, matrix), spokes.edges()));
    }

    @Override
    public List<Slope> derivatives(Derived derived, Pass base, Slopes slopes) {
        Arithmetic a = base.arithmetic();
        add(derived, "b", "Σ_rows " + stage.of("dZ"), a.sumRows(slopes.dz()), Axis.ONE);
        Matrix dg = attention(derived, base, slopes.dz());
        Spokes spokes = spokes();
        derived.terms()
                .addAll(
                        new AttentionJacobian(base, derived.differences(), stage, spokes.names())
                                .terms(spokes.edges(), spokes.rows(), leaky));
        return stage.isFirst() ? List.of() : List.of(below(derived, base, dg));
    }

    private void add(Derived derived, String letter, String formula, Matrix value, Axis rows) {
        add(derived, letter, "d" + letter, formula, value, rows);
    }

    private void add(
            Derived derived,
            String letter,
            String symbol,
            String formula,
            Matrix value,
            Axis rows) {
        derived.add(stage.layer(), named(letter), stage.of(symbol), formula, value, rows);
    }

    /// The derivatives of attention and weight.
    ///
    /// @return `dG`
    private Matrix attention(Derived derived, Pass base, Matrix dz) {
        Arithmetic a = base.arithmetic();
        Matrix g = get(base, "G");
        Matrix alpha = get(base, "A");
        Matrix dm = dz;
        if (stage.isLast()) {
            dm = a.zeros(dz.rows(), g.columns());
            a.backend().spreadHeads(heads, dz, dm);
        }
        String shared = stage.isLast() ? " / number of heads, to each" : "";
        add(derived, "M", stage.of("dZ") + shared, dm, stage.writtenNames());
        Matrix dAlpha = a.zeros(pattern.size(), heads);
        a.backend().edgeDot(pattern, heads, dm, g, dAlpha);
        Matrix weighted = a.combined(alpha, dAlpha, (x, y) -> x * y);
        Matrix sums = a.edgeScatter(pattern, false, weighted);
        Matrix mean = a.edgeGather(pattern, false, sums);
        Matrix de = a.combined(weighted, a.combined(alpha, mean, (x, y) -> x * y), (x, y) -> x - y);
        Matrix ds = a.combined(de, get(base, "S"), (d, s) -> d * leaky.slope(s));
        Axis edgeNames = edgeNames();
        add(derived, "A", "dα", "dMᵢ·gⱼ", dAlpha, edgeNames);
        add(derived, "E", "de", "αᵢⱼ (dαᵢⱼ − Σₖ αᵢₖ dαᵢₖ)", de, edgeNames);
        add(derived, "S", "ds", stage.of("de") + " ∘ LeakyReLU′(s)", ds, edgeNames);
        Matrix toSource = a.edgeScatter(pattern, true, ds);
        Matrix toCentre = a.edgeScatter(pattern, false, ds);
        Matrix centres = a.transposedProduct(stage.centres(), toCentre);
        add(derived, "a_src", "Σᵢⱼ dsᵢⱼ gⱼ", outer(a, toSource, g), headNames());
        add(derived, "a_dst", "Σᵢⱼ dsᵢⱼ gᵢ", outer(a, centres, g), headNames());
        Matrix dg = a.zeros(g.rows(), g.columns());
        a.backend().edgeAggregate(pattern, true, alpha, dm, dg);
        dg = a.combined(dg, scaled(a, toSource, get(base, "a_src")), Double::sum);
        dg = a.combined(dg, scaled(a, centres, get(base, "a_dst")), Double::sum);
        add(derived, "G", "Σᵢ αᵢⱼ dMᵢ + (Σᵢ dsᵢⱼ) a_src + (Σₖ dsⱼₖ) a_dst", dg, stage.readNames());
        Matrix dw =
                stage.isFirst()
                        ? a.transposedProduct(first, dg)
                        : a.transposedProduct(get(base, "U"), dg);
        String read = stage.readsAll();
        add(
                derived,
                "W",
                (stage.normalised() ? "(rows of " + read + " of length 1)ᵀ " : read + "ᵀ ")
                        + stage.of("dG"),
                dw,
                Axis.counted(dw.rows()));
        return dg;
    }

    private static Matrix outer(Arithmetic a, Matrix s, Matrix g) {
        Matrix out = a.zeros(s.columns(), g.columns() / s.columns());
        a.backend().headOuter(s, g, out);
        return out;
    }

    private static Matrix scaled(Arithmetic a, Matrix s, Matrix vectors) {
        Matrix out = a.zeros(s.rows(), s.columns() * vectors.columns());
        a.backend().headScale(s, vectors, out);
        return out;
    }

    /// Each edge as centre ← neighbour.
    private Axis edgeNames() {
        Axis centres = stage.writtenNames();
        Axis neighbours = stage.readNames();
        List<String> edgeNames = new ArrayList<>();
        List<List<Integer>> ends = new ArrayList<>();
        for (int row = 0; row < pattern.rows(); row++) {
            for (int e = pattern.begins()[row]; e < pattern.ends()[row]; e++) {
                int column = pattern.column()[e];
                edgeNames.add(centres.get(row) + " ← " + neighbours.get(column));
                ends.add(List.of(centres.nodeAt(row), neighbours.nodeAt(column)));
            }
        }
        return new Axis(edgeNames, ends);
    }

    private Slope below(Derived derived, Pass base, Matrix dg) {
        Arithmetic a = base.arithmetic();
        Matrix du = a.productTransposed(dg, get(base, "W"));
        String product = "%s (%s)ᵀ".formatted(stage.of("dG"), stage.of("W"));
        if (!stage.normalised()) {
            return new Slope(du, product);
        }
        add(derived, "U", product, du, stage.readNames());
        return new Slope(
                a.unitRowsBack(base.get(stage.below()), get(base, "U"), du),
                "(du − u (u·du)) / √(|h|² + 1e-8), row by row");
    }
}
