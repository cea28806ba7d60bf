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
import java.util.ArrayList;
import java.util.List;

/// What an encoder computes for some nodes: its layers one after another, `Z` what a layer writes (with the residual
/// `U W_res`), `N` its rows standardised where the layers ask for it, `H = σ(N)`; and the [HopSteps] behind the last layer.
final class EncoderSteps {

    private final Field field;
    private final Gate gate;
    private final List<Layer> layers = new ArrayList<>();
    private final HopSteps hops;

    /// A layer with its residual.
    private record Layer(Stage stage, LayerSteps steps, List<Factor> residual) {}

    /// @throws InputException if the encoder is not explained
    EncoderSteps(Field field) throws InputException {
        this.field = field;
        this.gate = Gate.of(field.layers().activation());
        this.hops = new HopSteps(field);
        SparseMatrix structure = structure(field);
        ReceptiveField reached = ReceptiveField.of(structure, hops.read(), field.depth());
        for (int layer = 1; layer <= field.depth(); layer++) {
            Stage stage =
                    new Stage(field, structure, reached, layer, field.encoder().prefix(layer - 1));
            layers.add(new Layer(stage, steps(stage), residual(stage)));
        }
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
        return new InputException(
                "this encoder is not explained",
                "encoder.kind",
                "choose gcn, gat, sage, gin, sgc or mlp");
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

    private static String z(Stage stage) {
        return "Z" + stage.layer();
    }

    /// What the pass calls the encoder's output, a row for each node of the field.
    String output() {
        return hops.areNone() ? "Z" + field.depth() : HopSteps.OUTPUT;
    }

    /// What formulas call its row of a node.
    String symbol() {
        return hops.areNone() ? Symbols.of("z", field.depth()) : "y";
    }

    /// The forward pass.
    void forward(Pass pass) {
        Arithmetic a = pass.arithmetic();
        for (Layer layer : layers) {
            Stage stage = layer.stage();
            String below = "W_res" + stage.layer();
            layer.steps().forward(pass);
            for (Factor residual : layer.residual()) {
                pass.at(below, () -> stage.parameter(residual.parameter()));
                residual.reading().forward(pass);
            }
            pass.at(
                    z(stage),
                    () -> {
                        Matrix z = layer.steps().written(pass);
                        for (Factor residual : layer.residual()) {
                            z =
                                    a.combined(
                                            z,
                                            residual.reading().times(pass, pass.get(below)),
                                            Double::sum);
                        }
                        return z;
                    });
            if (!stage.isLast()) {
                between(stage).forward(pass);
            }
        }
        hops.forward(pass, "Z" + field.depth());
    }

    private Between between(Stage stage) {
        return new Between(stage, gate);
    }

    /// Adds the values of a layer at the node in focus.
    void values(List<Term> terms, Pass base, int number) {
        Layer layer = layers.get(number - 1);
        Stage stage = layer.stage();
        String formula = layer.steps().values(terms, base);
        for (Factor residual : layer.residual()) {
            String own = residual.reading().values(terms, base);
            LinearSteps.weight(terms, base, stage, residual, "W_res" + number);
            formula += " + " + own + " " + stage.of("W_res");
        }
        terms.add(
                stage.value(stage.of("z"), formula, Field.rowOf(base.get(z(stage)), stage.row())));
        if (!stage.isLast()) {
            between(stage).values(terms, base);
        } else {
            hops.values(terms, base);
        }
    }

    /// Adds the derivatives, from the last layer to the first.
    ///
    /// @param output of the encoder's output
    void derivatives(Derived derived, Pass base, Slope output) {
        Arithmetic a = base.arithmetic();
        Slope down = hops.derivatives(derived, base, output);
        for (Layer layer : layers.reversed()) {
            Stage stage = layer.stage();
            Axis nodes = stage.writtenNames();
            Matrix dh = down.value();
            if (!stage.isLast()) {
                derived.add(
                        stage.layer(),
                        "H" + stage.layer(),
                        stage.of("dH"),
                        down.formula(),
                        dh,
                        nodes);
                down = between(stage).derivatives(derived, base, dh);
            }
            Matrix dz = down.value();
            derived.add(stage.layer(), z(stage), stage.of("dZ"), down.formula(), dz, nodes);
            List<Slope> parts =
                    new ArrayList<>(
                            layer.steps()
                                    .derivatives(derived, base, new LayerSteps.Slopes(dz, dh)));
            for (Factor residual : layer.residual()) {
                parts.addAll(residual(derived, base, stage, residual, dz));
            }
            if (!stage.isFirst()) {
                down = Slope.sum(a, parts);
            }
        }
    }

    private static List<Slope> residual(
            Derived derived, Pass base, Stage stage, Factor residual, Matrix dz) {
        String named = "W_res" + stage.layer();
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
