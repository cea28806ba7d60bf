package innerloop.calculus;

import innerloop.graph.Propagation;
import innerloop.graph.ReceptiveField;
import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Layers of a GAT: `g = H W`, `s_ij = a_dst·g_i + a_src·g_j`, `e = LeakyReLU(s)`, `α = softmax_j(e)`, `z_i = Σ_j α_ij g_j + b`.
///
/// With `dM` the derivative of the sum of messages: `dα_ij = dM_i·g_j`, `de_ij = α_ij (dα_ij − Σ_k α_ik dα_ik)`, `ds = de ∘ l` with
/// `l = LeakyReLU′(s)`, `da_src = Σ_ij ds_ij g_j`, `da_dst = Σ_ij ds_ij g_i`, and `dg` gets its three parts from α, a_src and a_dst.
final class AttentionSteps implements Steps {

    private final Field field;
    private final Gate gate;
    private final Gate leaky;
    private final ReceptiveField reached;
    private final SparseMatrix first;

    AttentionSteps(Field field, double negativeSlope) {
        this.field = field;
        this.gate = Gate.of(field.layers().activation());
        this.leaky =
                new Gate(
                        ScalarFunction.LEAKY_RELU,
                        negativeSlope,
                        "s if s > 0, else %s s".formatted(negativeSlope));
        this.reached = field.along(Propagation.attention(field.graph()), field.depth());
        SparseMatrix read =
                field.layers().normalize() ? field.features().unitRows() : field.features();
        this.first = read.selectRows(reached.nodes().getFirst());
    }

    private int heads(int layer) {
        return parameter(layer, "att_src").rows();
    }

    private Matrix parameter(int layer, String name) {
        return field.parameter(layer, name);
    }

    private boolean isLast(int layer) {
        return layer == field.depth();
    }

    private SparseMatrix edges(int layer) {
        return reached.blocks().get(layer - 1);
    }

    @Override
    public void forward(Pass pass) {
        Arithmetic a = pass.arithmetic();
        for (int layer = 1; layer <= field.depth(); layer++) {
            int at = layer;
            pass.at("W" + at, () -> parameter(at, "lin.weight"));
            if (at > 1) {
                pass.at("U" + at, () -> unit(a, pass.get("H" + (at - 1))));
            }
            pass.at(
                    "G" + at,
                    () ->
                            at == 1
                                    ? a.product(first, pass.get("W" + at))
                                    : a.product(pass.get("U" + at), pass.get("W" + at)));
            pass.at("a_src" + at, () -> parameter(at, "att_src"));
            pass.at("a_dst" + at, () -> parameter(at, "att_dst"));
            pass.at("S" + at, () -> scores(pass, at));
            pass.at("E" + at, () -> pass.gated(leaky, "S" + at));
            pass.at("A" + at, () -> a.edgeSoftmax(edges(at), pass.get("E" + at)));
            pass.at(
                    "M" + at,
                    () -> a.edgeAggregate(edges(at), pass.get("A" + at), pass.get("G" + at)));
            pass.at("b" + at, () -> parameter(at, "bias"));
            pass.at(Steps.z(at), () -> a.plusRow(combined(pass, at), pass.get("b" + at)));
            if (!isLast(at)) {
                pass.at("H" + at, () -> pass.gated(gate, Steps.z(at)));
            }
        }
    }

    private Matrix unit(Arithmetic a, Matrix h) {
        return field.layers().normalize() ? a.unitRows(h) : h;
    }

    /// The heads beside each other; of the last layer their mean.
    private Matrix combined(Pass pass, int layer) {
        Matrix message = pass.get("M" + layer);
        if (!isLast(layer)) {
            return message;
        }
        Arithmetic a = pass.arithmetic();
        Matrix mean = a.zeros(message.rows(), message.columns() / heads(layer));
        a.backend().meanHeads(heads(layer), message, mean);
        return mean;
    }

    private Matrix scores(Pass pass, int layer) {
        Arithmetic a = pass.arithmetic();
        Matrix g = pass.get("G" + layer);
        int heads = heads(layer);
        Matrix toCentre = a.zeros(g.rows(), heads);
        a.backend().headDot(g, pass.get("a_dst" + layer), toCentre);
        Matrix toSource = a.zeros(g.rows(), heads);
        a.backend().headDot(g, pass.get("a_src" + layer), toSource);
        Matrix own = a.product(reached.centres(layer - 1), toCentre);
        return a.combined(
                a.edgeGather(edges(layer), false, own),
                a.edgeGather(edges(layer), true, toSource),
                Double::sum);
    }

    private Axis names(int layer) {
        return field.names(reached.nodes().get(layer));
    }

    private int rowIn(int layer) {
        return Field.place(reached.nodes().get(layer), field.node());
    }

    /// The node's edges among those of a layer, and who is at their other ends.
    private record Spokes(int[] edges, int[] rows, Axis names) {}

    private Spokes spokes(int layer) {
        SparseMatrix pattern = edges(layer);
        int row = rowIn(layer);
        int[] own = IntStream.range(pattern.begins()[row], pattern.ends()[row]).toArray();
        int[] rows = Arrays.stream(own).map(e -> pattern.column()[e]).toArray();
        int[] nodes = Arrays.stream(rows).map(r -> reached.nodes().get(layer - 1)[r]).toArray();
        return new Spokes(own, rows, field.names(nodes));
    }

    private static Values some(Axis names, Axis columns, Matrix of, int[] rows) {
        return new Values(names, columns, Field.rowsOf(of, rows).numbers());
    }

    @Override
    public List<Term> values(Pass base, int layer) {
        List<Term> terms = new ArrayList<>();
        Spokes spokes = spokes(layer);
        Matrix weight = base.get("W" + layer);
        Matrix g = base.get("G" + layer);
        int[] rows =
                layer == 1
                        ? Field.active(first, spokes.rows())
                        : IntStream.range(0, weight.rows()).toArray();
        Axis channels = Axis.counted(g.columns());
        Axis heads = heads(layer, "head ");
        String W = Symbols.of("W", layer);
        terms.add(
                Term.given(
                        layer,
                        W,
                        layer == 1
                                ? "parameter; the rows of the features that are not 0"
                                : "parameter",
                        Field.rowsOf(weight, rows)));
        String reads = Symbols.read(layer) + "ⱼ";
        terms.add(
                Term.value(
                        layer,
                        Symbols.of("g", layer) + "ⱼ",
                        (field.layers().normalize() ? "(" + reads + " / |" + reads + "|)" : reads)
                                + " "
                                + W,
                        some(spokes.names(), channels, g, spokes.rows())));
        for (String a : List.of("a_dst", "a_src")) {
            terms.add(
                    Term.given(
                            layer,
                            Symbols.of(a, layer),
                            "parameter",
                            Values.of(
                                    heads,
                                    Axis.counted(base.get(a + layer).columns()),
                                    base.get(a + layer))));
        }
        terms.add(edgeTerm(base, layer, "s", "S", "a_dst·gᵢ + a_src·gⱼ, per head"));
        terms.add(edgeTerm(base, layer, "e", "E", "LeakyReLU(sᵢⱼ) = " + leaky.formula()));
        terms.add(edgeTerm(base, layer, "α", "A", "exp(eᵢⱼ) / Σₖ exp(eᵢₖ)"));
        terms.add(
                Term.value(
                        layer,
                        Symbols.of("m", layer),
                        "Σⱼ αᵢⱼ gⱼ, head beside head",
                        Values.row(channels, Field.row(base.get("M" + layer), rowIn(layer)))));
        Matrix bias = base.get("b" + layer);
        Axis units = Axis.counted(bias.columns());
        String b = Symbols.of("b", layer);
        terms.add(Term.given(layer, b, "parameter", Values.row(units, Field.row(bias, 0))));
        String z = Symbols.of("z", layer);
        String m = Symbols.of("m", layer);
        terms.add(
                Term.value(
                        layer,
                        z,
                        (isLast(layer) ? "mean of " + m + " over the heads" : m) + " + " + b,
                        Values.row(units, Field.row(base.get(Steps.z(layer)), rowIn(layer)))));
        if (!isLast(layer)) {
            terms.add(
                    Term.value(
                            layer,
                            Symbols.of("h", layer),
                            "σ(" + z + "), σ(z) = " + gate.formula(),
                            Values.row(units, Field.row(base.get("H" + layer), rowIn(layer)))));
        }
        return terms;
    }

    private Axis heads(int layer, String prefix) {
        return Axis.of(IntStream.range(0, heads(layer)).mapToObj(h -> prefix + h).toList());
    }

    private Term edgeTerm(Pass base, int layer, String letter, String matrix, String formula) {
        Spokes spokes = spokes(layer);
        return Term.value(
                layer,
                Symbols.of(letter, layer) + "ᵢⱼ",
                formula,
                some(
                        spokes.names(),
                        heads(layer, "head "),
                        base.get(matrix + layer),
                        spokes.edges()));
    }

    @Override
    public List<Term> derivatives(Pass base, Matrix logits, Differences differences) {
        List<Term> terms = new ArrayList<>();
        Derived derived = new Derived(terms, differences);
        Arithmetic a = base.arithmetic();
        Matrix dz = logits;
        for (int layer = field.depth(); layer >= 1; layer--) {
            String dZ = Symbols.of("dZ", layer);
            if (!isLast(layer)) {
                dz = a.combined(dz, base.get(Steps.z(layer)), (d, z) -> d * gate.slope(z));
            }
            String formula =
                    isLast(layer)
                            ? "p − y"
                            : Symbols.of("dH", layer) + " ∘ σ′(" + Symbols.of("Z", layer) + ")";
            derived.add(layer, Steps.z(layer), dZ, formula, dz, names(layer));
            derived.add(
                    layer,
                    "b" + layer,
                    Symbols.of("db", layer),
                    "Σ_rows " + dZ,
                    a.sumRows(dz),
                    Axis.ONE);
            Matrix dg = attention(derived, base, layer, dz);
            terms.addAll(
                    new AttentionJacobian(base, differences, layer, spokes(layer).names())
                            .terms(spokes(layer).edges(), spokes(layer).rows(), leaky));
            dz = layer == 1 ? dz : below(derived, base, layer, dg);
        }
        return terms;
    }

    /// The derivatives of a layer's attention and weight.
    ///
    /// @return `dG`
    private Matrix attention(Derived derived, Pass base, int layer, Matrix dz) {
        Arithmetic a = base.arithmetic();
        SparseMatrix pattern = edges(layer);
        int heads = heads(layer);
        Matrix g = base.get("G" + layer);
        Matrix alpha = base.get("A" + layer);
        Matrix dm = dz;
        if (isLast(layer)) {
            dm = a.zeros(dz.rows(), g.columns());
            a.backend().spreadHeads(heads, dz, dm);
        }
        derived.add(
                layer,
                "M" + layer,
                Symbols.of("dM", layer),
                Symbols.of("dZ", layer) + (isLast(layer) ? " / number of heads, to each" : ""),
                dm,
                names(layer));
        Matrix dAlpha = a.zeros(pattern.size(), heads);
        a.backend().edgeDot(pattern, heads, dm, g, dAlpha);
        Matrix weighted = a.combined(alpha, dAlpha, (x, y) -> x * y);
        Matrix sums = a.edgeScatter(pattern, false, weighted);
        Matrix mean = a.edgeGather(pattern, false, sums);
        Matrix de = a.combined(weighted, a.combined(alpha, mean, (x, y) -> x * y), (x, y) -> x - y);
        Matrix ds = a.combined(de, base.get("S" + layer), (d, s) -> d * leaky.slope(s));
        Axis edgeNames = edgeNames(layer);
        derived.add(layer, "A" + layer, Symbols.of("dα", layer), "dMᵢ·gⱼ", dAlpha, edgeNames);
        derived.add(
                layer,
                "E" + layer,
                Symbols.of("de", layer),
                "αᵢⱼ (dαᵢⱼ − Σₖ αᵢₖ dαᵢₖ)",
                de,
                edgeNames);
        derived.add(
                layer,
                "S" + layer,
                Symbols.of("ds", layer),
                Symbols.of("de", layer) + " ∘ LeakyReLU′(s)",
                ds,
                edgeNames);
        Matrix toSource = a.edgeScatter(pattern, true, ds);
        Matrix toCentre = a.edgeScatter(pattern, false, ds);
        Matrix centres = a.transposedProduct(reached.centres(layer - 1), toCentre);
        Axis headNames = heads(layer, "head ");
        derived.add(
                layer,
                "a_src" + layer,
                Symbols.of("da_src", layer),
                "Σᵢⱼ dsᵢⱼ gⱼ",
                outer(a, toSource, g),
                headNames);
        derived.add(
                layer,
                "a_dst" + layer,
                Symbols.of("da_dst", layer),
                "Σᵢⱼ dsᵢⱼ gᵢ",
                outer(a, centres, g),
                headNames);
        Matrix dg = a.zeros(g.rows(), g.columns());
        a.backend().edgeAggregate(pattern, true, alpha, dm, dg);
        dg = a.combined(dg, scaled(a, toSource, base.get("a_src" + layer)), Double::sum);
        dg = a.combined(dg, scaled(a, centres, base.get("a_dst" + layer)), Double::sum);
        derived.add(
                layer,
                "G" + layer,
                Symbols.of("dG", layer),
                "Σᵢ αᵢⱼ dMᵢ + (Σᵢ dsᵢⱼ) a_src + (Σₖ dsⱼₖ) a_dst",
                dg,
                names(layer - 1));
        Matrix dw =
                layer == 1
                        ? a.transposedProduct(first, dg)
                        : a.transposedProduct(base.get("U" + layer), dg);
        String read = layer == 1 ? "X" : Symbols.of("H", layer - 1);
        derived.add(
                layer,
                "W" + layer,
                Symbols.of("dW", layer),
                (field.layers().normalize() ? "(rows of " + read + " of length 1)ᵀ " : read + "ᵀ ")
                        + Symbols.of("dG", layer),
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
    private Axis edgeNames(int layer) {
        SparseMatrix pattern = edges(layer);
        Axis centres = names(layer);
        Axis neighbours = names(layer - 1);
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

    private Matrix below(Derived derived, Pass base, int layer, Matrix dg) {
        Arithmetic a = base.arithmetic();
        Matrix du = a.productTransposed(dg, base.get("W" + layer));
        String product = "%s (%s)ᵀ".formatted(Symbols.of("dG", layer), Symbols.of("W", layer));
        Matrix dh = du;
        if (field.layers().normalize()) {
            derived.add(layer, "U" + layer, Symbols.of("dU", layer), product, du, names(layer - 1));
            dh = a.unitRowsBack(base.get("H" + (layer - 1)), base.get("U" + layer), du);
            product = "(du − u (u·du)) / √(|h|² + 1e-8), row by row";
        }
        derived.add(
                layer - 1,
                "H" + (layer - 1),
                Symbols.of("dH", layer - 1),
                product,
                dh,
                names(layer - 1));
        return dh;
    }
}
