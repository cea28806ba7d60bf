package innerloop.calculus;

import innerloop.calculus.LinearSteps.Factor;
import innerloop.calculus.Reading.From;
import innerloop.calculus.Reading.Words;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.graph.ReceptiveField;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.nn.Formulas;
import innerloop.nn.Sage;
import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.List;

/// What an encoder computes for some nodes: its layers one after another, `Z` what a layer writes (with the residual
/// `U W_res`), `N` its rows standardised where the layers ask for it, `H = σ(N)`; and the [HopSteps] behind the last layer.
final class EncoderSteps {

    private final Gate gate;
    private final List<Layer> hidden = new ArrayList<>();
    private final List<Last> last = new ArrayList<>();

    /// A layer with its residual.
    private record Layer(Stage stage, LayerSteps steps, List<Factor> residual) {}

    /// A last layer with the hops behind it.
    private record Last(Layer layer, HopSteps hops) {}

    /// What to call a last layer.
    ///
    /// @param tag tells it from others; empty if it is the only one
    /// @param prefix what the names of its parameters begin with
    record Top(String tag, String prefix) {}

    /// @throws InputException if the encoder is not explained
    EncoderSteps(Field field) throws InputException {
        this(field, List.of(new Top("", field.encoder().prefix(field.depth() - 1))));
    }

    /// An encoder with several last layers beside each other.
    ///
    /// @throws InputException if the encoder is not explained
    EncoderSteps(Field field, List<Top> tops) throws InputException {
        this.gate = Gate.of(field.layers().activation());
        List<HopSteps> hops = tops.stream().map(top -> new HopSteps(field, top.tag())).toList();
        SparseMatrix structure = structure(field);
        ReceptiveField reached =
                ReceptiveField.of(structure, hops.getFirst().nodes(), field.depth());
        for (int layer = 1; layer < field.depth(); layer++) {
            String prefix = field.encoder().prefix(layer - 1);
            hidden.add(layer(new Stage(field, structure, reached, layer, prefix, "")));
        }
        for (int k = 0; k < tops.size(); k++) {
            Top top = tops.get(k);
            Stage stage =
                    new Stage(field, structure, reached, field.depth(), top.prefix(), top.tag());
            last.add(new Last(layer(stage), hops.get(k)));
        }
    }

    private static Layer layer(Stage stage) throws InputException {
        return new Layer(stage, steps(stage), residual(stage));
    }

    private static SparseMatrix structure(Field field) throws InputException {
        AttributedGraph graph = field.graph();
        return switch (field.encoder().formulas()) {
            case Formulas.Convolution _ -> Propagation.symmetric(graph);
            case Formulas.Propagated _ ->
                    SparseMatrix.ofTriplets(
                            graph.nodes(), graph.nodes(), new int[0], new int[0], new double[0]);
            case Formulas.Attention _ -> Propagation.attention(graph);
            case Formulas.Neighbours _ -> Propagation.mean(graph);
            case Formulas.Isomorphism _ -> Propagation.sum(graph);
            case Formulas.None _ -> throw notExplained();
        };
    }

    private static LayerSteps steps(Stage stage) throws InputException {
        return switch (stage.field().encoder().formulas()) {
            case Formulas.Convolution _ ->
                    linear(
                            stage,
                            new Reading(
                                    stage,
                                    From.SUM,
                                    new Words(
                                            "",
                                            "p",
                                            "u",
                                            "Â",
                                            "aᵢⱼ / √(dᵢ dⱼ), loops included",
                                            true)),
                            "lin.weight",
                            true);
            case Formulas.Propagated(int count) ->
                    linear(stage, propagated(stage, count), "weight", false);
            case Formulas.Attention(double slope) -> new AttentionSteps(stage, slope);
            case Formulas.Neighbours(Sage.Aggregation aggregation) ->
                    new LinearSteps(
                            stage,
                            List.of(
                                    new Factor(
                                            neighbours(stage, aggregation), "lin_l.weight", "W_l"),
                                    new Factor(
                                            new Reading(stage, From.OWN, Words.OWN),
                                            "lin_r.weight",
                                            "W_r")),
                            "lin_l.bias",
                            true);
            case Formulas.Isomorphism(boolean learnsEpsilon) ->
                    new IsomorphismSteps(stage, learnsEpsilon);
            case Formulas.None _ -> throw notExplained();
        };
    }

    static InputException notExplained() {
        return new InputException(Trouble.of("explain.encoder"), "encoder.kind");
    }

    private static LinearSteps linear(
            Stage stage, Reading reading, String weight, boolean propagates) {
        return new LinearSteps(
                stage, List.of(new Factor(reading, weight, "W")), "bias", propagates);
    }

    /// `Âᴷ X` in the first layer; nothing for K = 0.
    private static Reading propagated(Stage stage, int count) {
        if (!stage.isFirst() || count == 0) {
            return new Reading(stage, From.OWN, Words.ALONE);
        }
        SparseMatrix once = Propagation.symmetric(stage.field().graph());
        SparseMatrix rows = SparseMatrix.selection(stage.written(), stage.field().graph().nodes());
        for (int hop = 0; hop < count; hop++) {
            rows = rows.multiply(once);
        }
        return new Reading(
                stage,
                From.SUM,
                new Words("", "p", "u", "Âᴷ", "(Âᴷ)ᵢⱼ, K = " + count, false),
                rows);
    }

    private static Reading neighbours(Stage stage, Sage.Aggregation aggregation) {
        return switch (aggregation) {
            case MEAN ->
                    new Reading(
                            stage,
                            From.SUM,
                            new Words("", "p", "u", "D⁻¹A", "1 / number of neighbours", false));
            case MAX -> new Reading(stage, From.LARGEST, new Words("", "p", "u", "max", "", false));
        };
    }

    private static List<Factor> residual(Stage stage) {
        return stage.field().layers().residual()
                ? List.of(
                        new Factor(
                                new Reading(
                                        stage, From.OWN, new Words("res", "k", "t", "", "", false)),
                                "res.weight",
                                "W_res"))
                : List.of();
    }

    private static String residualNamed(Stage stage) {
        return stage.named("W_res");
    }

    /// What the pass calls the encoder's output, a row for each node of the field; of each last layer.
    List<String> outputs() {
        return last.stream().map(each -> each.hops().output()).toList();
    }

    /// The same of the only last layer.
    String output() {
        return outputs().getFirst();
    }

    /// What formulas call its row of a node.
    String symbol() {
        return last.getFirst().hops().symbol();
    }

    /// The forward pass.
    void forward(Pass pass) {
        for (Layer layer : hidden) {
            forward(pass, layer);
            between(layer.stage()).forward(pass);
        }
        for (Last each : last) {
            forward(pass, each.layer());
            each.hops().forward(pass);
        }
    }

    private static void forward(Pass pass, Layer layer) {
        Arithmetic a = pass.arithmetic();
        Stage stage = layer.stage();
        layer.steps().forward(pass);
        for (Factor residual : layer.residual()) {
            pass.at(residualNamed(stage), () -> stage.parameter(residual.parameter()));
            residual.reading().forward(pass);
        }
        pass.at(
                stage.named("Z"),
                () -> {
                    Matrix z = layer.steps().written(pass);
                    for (Factor residual : layer.residual()) {
                        Matrix weight = pass.get(residualNamed(stage));
                        z = a.combined(z, residual.reading().times(pass, weight), Double::sum);
                    }
                    return z;
                });
    }

    private Between between(Stage stage) {
        return new Between(stage, gate);
    }

    /// Adds the values at the node in focus, layer after layer.
    void values(List<Term> terms, Pass base) {
        for (Layer layer : hidden) {
            values(terms, base, layer);
            between(layer.stage()).values(terms, base);
        }
        for (Last each : last) {
            values(terms, base, each.layer());
            each.hops().values(terms, base);
        }
    }

    private static void values(List<Term> terms, Pass base, Layer layer) {
        Stage stage = layer.stage();
        StringBuilder formula = new StringBuilder(layer.steps().values(terms, base));
        for (Factor residual : layer.residual()) {
            String own = residual.reading().values(terms, base);
            LinearSteps.weight(terms, base, stage, residual, residualNamed(stage));
            formula.append(" + ").append(own).append(' ').append(stage.of("W_res"));
        }
        Values row = Field.rowOf(base.get(stage.named("Z")), stage.row());
        terms.add(stage.value(stage.of("z"), formula.toString(), row));
    }

    /// Adds the derivatives, from the last layer to the first.
    ///
    /// @param outputs of the encoder's outputs, in the order of [#outputs]
    void derivatives(Derived derived, Pass base, List<Slope> outputs) {
        Arithmetic a = base.arithmetic();
        List<Slope> parts = new ArrayList<>();
        for (int k = 0; k < last.size(); k++) {
            Slope ofZ = last.get(k).hops().derivatives(derived, base, outputs.get(k));
            parts.addAll(derivatives(derived, base, last.get(k).layer(), ofZ, ofZ.value()));
        }
        for (Layer layer : hidden.reversed()) {
            Stage stage = layer.stage();
            Slope dh = Slope.sum(a, parts);
            derived.add(
                    stage.layer(),
                    stage.named("H"),
                    stage.of("dH"),
                    dh.formula(),
                    dh.value(),
                    stage.writtenNames());
            Slope dz = between(stage).derivatives(derived, base, dh.value());
            parts = derivatives(derived, base, layer, dz, dh.value());
        }
    }

    /// @return the parts of the derivative of what the layer reads
    private static List<Slope> derivatives(
            Derived derived, Pass base, Layer layer, Slope dz, Matrix dh) {
        Stage stage = layer.stage();
        derived.add(
                stage.layer(),
                stage.named("Z"),
                stage.of("dZ"),
                dz.formula(),
                dz.value(),
                stage.writtenNames());
        List<Slope> parts =
                new ArrayList<>(
                        layer.steps()
                                .derivatives(derived, base, new LayerSteps.Slopes(dz.value(), dh)));
        for (Factor residual : layer.residual()) {
            parts.addAll(residual(derived, base, stage, residual, dz.value()));
        }
        return parts;
    }

    private static List<Slope> residual(
            Derived derived, Pass base, Stage stage, Factor residual, Matrix dz) {
        String named = residualNamed(stage);
        Matrix dw = residual.reading().transposedTimes(base, dz);
        derived.add(
                stage.layer(),
                named,
                stage.of("dW_res"),
                "(%s)ᵀ %s".formatted(residual.reading().symbol(), stage.of("dZ")),
                dw,
                Axis.counted(dw.rows()));
        if (stage.isFirst()) {
            return List.of();
        }
        Matrix du = base.arithmetic().productTransposed(dz, base.get(named));
        String product = "%s (%s)ᵀ".formatted(stage.of("dZ"), stage.of("W_res"));
        return List.of(residual.reading().below(derived, base, new Slope(du, product)));
    }
}
