package innerloop.calculus;

import innerloop.graph.Propagation;
import innerloop.graph.ReceptiveField;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Layers `H′ = σ(S H W + b)` with a matrix S that has no parameters: of a GCN `S = Â = D^-½ (A+I) D^-½` in every layer, of an
/// SGC `S = Âᴷ` in the first, of a perceptron none.
///
/// With `dZ = dH′ ∘ σ′(Z)`: `dW = (S H)ᵀ dZ`, `db = Σ_rows dZ`, `dH = Sᵀ dZ Wᵀ`.
final class ConvolutionSteps implements Steps {

    private final Field field;
    private final Wiring wiring;
    private final Gate gate;
    private final List<int[]> written;
    private final List<SparseMatrix> blocks;
    private final SparseMatrix first;

    /// How an encoder's layers are connected.
    ///
    /// @param weight name of a layer's weight among its parameters
    /// @param structure S of the first layer
    /// @param everywhere whether the other layers have it, too
    /// @param symbol S in formulas; empty if there is none
    /// @param coefficient one entry of S in words
    record Wiring(
            String weight,
            SparseMatrix structure,
            boolean everywhere,
            String symbol,
            String coefficient) {

        static Wiring gcn(Field field) {
            return new Wiring(
                    "lin.weight",
                    Propagation.symmetric(field.graph()),
                    true,
                    "Â",
                    "aᵢⱼ / √(dᵢ dⱼ), loops included");
        }

        /// S = Âᴷ in the first layer; nothing for K = 0.
        static Wiring propagated(Field field, int hops) {
            int[] only = {field.node()};
            SparseMatrix row = SparseMatrix.selection(only, field.graph().nodes());
            if (hops == 0) {
                return new Wiring("weight", row, false, "", "");
            }
            SparseMatrix once = Propagation.symmetric(field.graph());
            for (int hop = 0; hop < hops; hop++) {
                row = row.multiply(once);
            }
            return new Wiring("weight", row, false, "Âᴷ", "(Âᴷ)ᵢⱼ, K = " + hops);
        }
    }

    ConvolutionSteps(Field field, Wiring wiring) {
        this.field = field;
        this.wiring = wiring;
        this.gate = Gate.of(field.layers().activation());
        int depth = field.depth();
        int[] only = {field.node()};
        if (wiring.everywhere()) {
            ReceptiveField reached = field.along(wiring.structure(), depth);
            this.written = reached.nodes().subList(1, depth + 1);
            this.blocks = reached.blocks();
        } else {
            this.written = IntStream.range(0, depth).mapToObj(_ -> only).toList();
            this.blocks = List.of();
        }
        SparseMatrix propagated = wiring.structure().multiply(field.features());
        SparseMatrix read = normalised() ? propagated.unitRows() : propagated;
        this.first = wiring.everywhere() ? read.selectRows(written.getFirst()) : read;
    }

    private boolean normalised() {
        return field.layers().normalize();
    }

    private boolean passes(int layer) {
        return layer > 1 && wiring.everywhere();
    }

    @Override
    public void forward(Pass pass) {
        Arithmetic a = pass.arithmetic();
        for (int layer = 1; layer <= field.depth(); layer++) {
            int at = layer;
            pass.at("W" + at, () -> field.parameter(at, wiring.weight()));
            pass.at("b" + at, () -> field.parameter(at, "bias"));
            if (at > 1) {
                String h = "H" + (at - 1);
                pass.at(
                        "P" + at,
                        () -> passes(at) ? a.product(block(at), pass.get(h)) : pass.get(h));
                pass.at("U" + at, () -> unit(a, pass.get("P" + at)));
            }
            pass.at(
                    Steps.z(at),
                    () -> a.plusRow(product(pass, at, pass.get("W" + at)), pass.get("b" + at)));
            if (at < field.depth()) {
                pass.at("H" + at, () -> pass.gated(gate, Steps.z(at)));
            }
        }
    }

    private Matrix unit(Arithmetic a, Matrix p) {
        return normalised() ? a.unitRows(p) : p;
    }

    private Matrix product(Pass pass, int layer, Matrix weight) {
        Arithmetic a = pass.arithmetic();
        return layer == 1 ? a.product(first, weight) : a.product(pass.get("U" + layer), weight);
    }

    /// From what the layer before writes to what this one does.
    private SparseMatrix block(int layer) {
        return blocks.get(layer - 1);
    }

    @Override
    public List<Term> values(Pass base, int layer) {
        List<Term> terms = new ArrayList<>();
        int row = Field.place(written.get(layer - 1), field.node());
        String reads = Symbols.read(layer);
        String gathered = reads + "ᵢ";
        if (!wiring.symbol().isEmpty() && (layer == 1 || wiring.everywhere())) {
            messages(terms, base, layer);
            gathered = Symbols.of("p", layer);
        }
        String multiplied = gathered;
        if (normalised()) {
            multiplied = Symbols.of("u", layer);
            String length =
                    layer == 1 ? " / |" + gathered + "|" : " / √(|" + gathered + "|² + 1e-8)";
            terms.add(Term.value(layer, multiplied, gathered + length, input(base, layer, row)));
        } else if (wiring.symbol().isEmpty() && layer == 1) {
            terms.add(
                    Term.given(layer, multiplied, "the node's features", input(base, layer, row)));
        }
        Matrix weight = base.get("W" + layer);
        int[] rows =
                layer == 1
                        ? Field.active(first, new int[] {row})
                        : IntStream.range(0, weight.rows()).toArray();
        terms.add(
                Term.given(
                        layer,
                        Symbols.of("W", layer),
                        layer == 1
                                ? "parameter; the rows of the features that are not 0"
                                : "parameter",
                        Field.rowsOf(weight, rows)));
        Axis units = Axis.counted(weight.columns());
        terms.add(
                Term.given(
                        layer,
                        Symbols.of("b", layer),
                        "parameter",
                        Values.row(units, Field.row(base.get("b" + layer), 0))));
        String z = Symbols.of("z", layer);
        terms.add(
                Term.value(
                        layer,
                        z,
                        multiplied + " " + Symbols.of("W", layer) + " + " + Symbols.of("b", layer),
                        Values.row(units, Field.row(base.get(Steps.z(layer)), row))));
        if (layer < field.depth()) {
            terms.add(
                    Term.value(
                            layer,
                            Symbols.of("h", layer),
                            "σ(" + z + "), σ(z) = " + gate.formula(),
                            Values.row(units, Field.row(base.get("H" + layer), row))));
        }
        return terms;
    }

    private Values input(Pass base, int layer, int row) {
        if (layer == 1) {
            int[] columns = Field.active(first, new int[] {row});
            return Values.row(Field.counted(columns), Field.entries(first, row, columns));
        }
        Matrix u = base.get("U" + layer);
        return Values.row(Axis.counted(u.columns()), Field.row(u, row));
    }

    /// Coefficients, messages and their sum.
    private void messages(List<Term> terms, Pass base, int layer) {
        SparseMatrix s = wiring.structure();
        int centre = s.rows() == 1 ? 0 : field.node();
        int[] neighbours = Field.active(s, new int[] {centre});
        double[] coefficients = Field.entries(s, centre, neighbours);
        Axis names = field.names(neighbours);
        if (wiring.everywhere()) {
            terms.add(
                    Term.given(
                            layer, "dⱼ", "Σₖ aⱼₖ, the loop included", degrees(names, neighbours)));
        }
        terms.add(Term.value(layer, "cᵢⱼ", wiring.coefficient(), Values.row(names, coefficients)));
        int[] columns =
                layer == 1
                        ? Field.active(field.features(), neighbours)
                        : IntStream.range(0, base.get("H" + (layer - 1)).columns()).toArray();
        double[] read = new double[neighbours.length * columns.length];
        double[] message = new double[read.length];
        double[] sum = new double[columns.length];
        for (int j = 0; j < neighbours.length; j++) {
            double[] own = read(base, layer, neighbours[j], columns);
            for (int c = 0; c < columns.length; c++) {
                read[j * columns.length + c] = own[c];
                message[j * columns.length + c] = coefficients[j] * own[c];
                sum[c] += coefficients[j] * own[c];
            }
        }
        String reads = Symbols.read(layer);
        Axis columnNames = Field.counted(columns);
        terms.add(
                Term.given(
                        layer,
                        reads + "ⱼ",
                        layer == 1 ? "features that are not 0" : "what the layer before says",
                        new Values(names, columnNames, read)));
        terms.add(
                Term.value(
                        layer,
                        Symbols.of("m", layer) + "ⱼ",
                        "cᵢⱼ " + reads + "ⱼ",
                        new Values(names, columnNames, message)));
        terms.add(
                Term.value(
                        layer,
                        Symbols.of("p", layer),
                        "Σⱼ %sⱼ, the row of %s %s"
                                .formatted(
                                        Symbols.of("m", layer),
                                        wiring.symbol(),
                                        layer == 1 ? "X" : Symbols.of("H", layer - 1)),
                        Values.row(columnNames, sum)));
    }

    /// d: an entry of Â on the diagonal is `aⱼⱼ / dⱼ`, the loop's weight 1 where it was added.
    private Values degrees(Axis names, int[] nodes) {
        SparseMatrix adjacency = field.graph().adjacency();
        double[] degrees = new double[nodes.length];
        for (int j = 0; j < nodes.length; j++) {
            int node = nodes[j];
            degrees[j] = adjacency.holds(node, node) ? 0 : 1;
            for (int k = adjacency.begins()[node]; k < adjacency.ends()[node]; k++) {
                degrees[j] += adjacency.value()[k];
            }
        }
        return Values.row(names, degrees);
    }

    private double[] read(Pass base, int layer, int node, int[] columns) {
        if (layer == 1) {
            return Field.entries(field.features(), node, columns);
        }
        int row = Field.place(written.get(layer - 2), node);
        return Field.row(base.get("H" + (layer - 1)), row);
    }

    @Override
    public List<Term> derivatives(Pass base, Matrix logits, Differences differences) {
        List<Term> terms = new ArrayList<>();
        Derived derived = new Derived(terms, differences);
        Arithmetic a = base.arithmetic();
        Matrix dz = logits;
        for (int layer = field.depth(); layer >= 1; layer--) {
            Axis nodes = field.names(written.get(layer - 1));
            String dZ = Symbols.of("dZ", layer);
            if (layer < field.depth()) {
                Matrix dh = dz;
                dz = a.combined(dh, base.get(Steps.z(layer)), (d, z) -> d * gate.slope(z));
                derived.add(
                        layer,
                        Steps.z(layer),
                        dZ,
                        "%s ∘ σ′(%s)".formatted(Symbols.of("dH", layer), Symbols.of("Z", layer)),
                        dz,
                        nodes);
                weights(derived, base, layer, dz, dh);
            } else {
                derived.add(layer, Steps.z(layer), dZ, "p − y", dz, nodes);
                weights(derived, base, layer, dz, dz);
            }
            dz = layer == 1 ? dz : below(derived, base, layer, dz);
        }
        return terms;
    }

    /// What the weight of a layer multiplies, in formulas.
    private String multiplied(int layer) {
        String x = layer == 1 ? "X" : Symbols.of("H", layer - 1);
        boolean propagated = layer == 1 || wiring.everywhere();
        String read = propagated ? (wiring.symbol() + " " + x).strip() : x;
        return normalised() ? "U" + Symbols.of("", layer) : read;
    }

    private Matrix transposedTimes(Pass base, int layer, Matrix d) {
        return layer == 1
                ? base.arithmetic().transposedProduct(first, d)
                : base.arithmetic().transposedProduct(base.get("U" + layer), d);
    }

    private void weights(Derived derived, Pass base, int layer, Matrix dz, Matrix dh) {
        String dZ = Symbols.of("dZ", layer);
        String dW = Symbols.of("dW", layer);
        Matrix dw = transposedTimes(base, layer, dz);
        Axis rows = Axis.counted(dw.rows());
        derived.add(layer, "W" + layer, dW, "(" + multiplied(layer) + ")ᵀ " + dZ, dw, rows);
        Matrix db = base.arithmetic().sumRows(dz);
        derived.add(layer, "b" + layer, Symbols.of("db", layer), "Σ_rows " + dZ, db, Axis.ONE);
        if (!wiring.everywhere()) {
            return;
        }
        if (layer < field.depth()) {
            derived.usual(
                    layer,
                    "W" + layer,
                    dW,
                    "(%s)ᵀ %s".formatted(multiplied(layer), Symbols.of("dH", layer)),
                    transposedTimes(base, layer, dh),
                    dw,
                    rows,
                    "dH′ in the place of dZ forgets σ′(Z)");
        }
        int inner = layer == 1 ? field.features().columns() : dw.rows();
        if (inner != dz.rows()) {
            derived.impossible(
                    layer,
                    dW,
                    multiplied(layer) + " " + dZ,
                    "without the transpose the shapes [%d × %d] and [%d × %d] do not fit"
                            .formatted(dz.rows(), inner, dz.rows(), dz.columns()));
        }
    }

    /// `dH` of the layer below.
    private Matrix below(Derived derived, Pass base, int layer, Matrix dz) {
        Arithmetic a = base.arithmetic();
        Axis nodes = field.names(written.get(layer - 1));
        Matrix du = a.productTransposed(dz, base.get("W" + layer));
        String product = "%s (%s)ᵀ".formatted(Symbols.of("dZ", layer), Symbols.of("W", layer));
        Matrix dp = du;
        String symbol = product;
        if (normalised()) {
            String dU = Symbols.of("dU", layer);
            derived.add(layer, "U" + layer, dU, product, du, nodes);
            dp = a.unitRowsBack(base.get("P" + layer), base.get("U" + layer), du);
            symbol = Symbols.of("dP", layer);
            derived.add(
                    layer,
                    "P" + layer,
                    symbol,
                    "(du − u (u·du)) / √(|p|² + 1e-8), row by row",
                    dp,
                    nodes);
        }
        Matrix dh = passes(layer) ? a.transposedProduct(block(layer), dp) : dp;
        derived.add(
                layer - 1,
                "H" + (layer - 1),
                Symbols.of("dH", layer - 1),
                passes(layer) ? wiring.symbol() + "ᵀ " + symbol : symbol,
                dh,
                field.names(written.get(layer - 2)));
        return dh;
    }
}
