package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.graph.ReceptiveField;
import innerloop.math.SparseMatrix;
import innerloop.nn.ParameterSpec.Columns;
import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A graph neural network as a value: its kind and sizes, without weights.
///
/// An encoder defines what *one layer* computes ([#layer]), which parameters it has ([#layerParameters]) and which matrices
/// it propagates with ([#view]). The composition of layers is the same for all encoders and is defined here. The output of
/// the last hidden layer is the *embedding*. A [Readout] maps the last layer's rows to scores; often they are the scores
/// themselves, and the last layer is the *head*.
public sealed interface Encoder permits Gcn, Gat, Sage, Gin, Sgc, Mlp {

    /// The operand with the features of the nodes themselves.
    String OWN = "x";

    /// The operand with features that were propagated once or more beforehand, if that needs no parameters.
    String AGGREGATED = "aggregated";

    /// Sizes and options of the layers.
    Layers layers();

    /// The same encoder with other layers.
    Encoder withLayers(Layers layers);

    /// Width of a hidden layer's output.
    default int width(int layer) {
        return layers().hidden().get(layer);
    }

    /// The parameters of one layer, without residual and layer norm.
    List<ParameterSpec> layerParameters(LayerShape shape);

    /// The output of one layer, before the residual and the operations between layers.
    Expression layer(LayerScope scope);

    /// How many layers pass messages when the program runs; the layers before them work node by node.
    int messageLayers();

    /// The largest distance, in edges, between two nodes of which one influences the last layer at the other.
    default int layerReach() {
        return layers().count();
    }

    /// The same for the output.
    default int reach() {
        return layerReach() + layers().hops().count();
    }

    /// Whether a layer reads the node itself apart from its neighbours.
    boolean readsCentre();

    /// Whether the last layer has weights besides those its output is linear in (attention, the inside of a perceptron), so
    /// that something is learned even where it is the only layer.
    default boolean learnsInTheHead() {
        return false;
    }

    /// Which formulas its layers are explained by.
    default Formulas formulas() {
        return new Formulas.None();
    }

    /// The matrices the layers of this encoder propagate with, prepared once per run.
    GraphView layerView(AttributedGraph graph, SparseMatrix features);

    /// The same with what the hops after the last layer need.
    default GraphView view(AttributedGraph graph, SparseMatrix features) {
        GraphView view = layerView(graph, features);
        return layers().hops().areNone()
                ? view
                : new GraphView(
                        view.structure(),
                        view.features(),
                        Optional.of(Propagation.symmetric(graph)));
    }

    /// Whether this layer passes messages when the program runs.
    default boolean passesMessages(int layer) {
        return layer >= layers().count() - messageLayers();
    }

    /// The prefix of the names of a layer's parameters.
    default String prefix(int layer) {
        return "convs." + layer + ".";
    }

    /// All weights, in the order of the layers.
    ///
    /// @param inputs feature columns
    /// @param outputs columns of the last layer
    /// @param outputsAre what these columns stand for
    default List<ParameterSpec> parameters(int inputs, int outputs, Columns outputsAre) {
        List<ParameterSpec> specs = new ArrayList<>();
        int in = inputs;
        for (int layer = 0; layer < layers().count(); layer++) {
            boolean last = layers().isLast(layer);
            int out = last ? outputs : layers().hidden().get(layer);
            int width = last ? outputs : width(layer);
            LayerShape shape = new LayerShape(prefix(layer), layer, in, out, last, outputsAre);
            specs.addAll(layerParameters(shape));
            if (layers().residual()) {
                specs.add(shape.weight("res.weight", width));
            }
            if (layers().layerNorm() && !last) {
                LayerShape norm = new LayerShape(norm(layer), layer, in, out, false, outputsAre);
                specs.add(norm.row("weight", width, ParameterSpec.Initialisation.ONE));
                specs.add(norm.row("bias", width, ParameterSpec.Initialisation.ZERO));
            }
            in = width;
        }
        specs.addAll(layers().hops().parameters(layers().count() - 1));
        return List.copyOf(specs);
    }

    /// The expressions an encoder computes.
    ///
    /// @param embedding rows after the last hidden layer; the output itself if there is none
    /// @param output of the last layer, `[targets × outputs]`
    /// @param head the weights the output is linear in
    /// @param attention of the first layer, `[edges × heads]`; empty if the encoder has none
    /// @param latent the distribution that the output is a sample of; empty if it is no sample
    record Forward(
            Expression embedding,
            Expression output,
            List<HeadWeight> head,
            Optional<Expression> attention,
            Optional<Gaussian> latent) {

        Forward(
                Expression embedding,
                Expression output,
                List<HeadWeight> head,
                Optional<Expression> attention) {
            this(embedding, output, head, attention, Optional.empty());
        }
    }

    /// Independent normal distributions, one for each entry of a matrix.
    ///
    /// @param mean μ
    /// @param logDeviation log σ
    record Gaussian(Expression mean, Expression logDeviation) {}

    /// A weight the output is linear in.
    ///
    /// @param parameter its name
    /// @param rows what it multiplies: one row per target
    /// @param copies how often the outputs stand side by side in it; the output is their mean
    record HeadWeight(String parameter, Rows rows, int copies) {

        /// The same weight, and what it multiplies in other rows.
        HeadWeight with(Rows newRows) {
            return new HeadWeight(parameter, newRows, copies);
        }
    }

    /// The forward pass.
    ///
    /// @param parameter the parameters by name
    /// @param operandPrefix stands before the names that [#operands] uses
    default Forward forward(Function<String, Expression> parameter, String operandPrefix) {
        return forward(0, null, parameter, operandPrefix);
    }

    private Forward forward(
            int layer,
            @Nullable Expression hidden,
            Function<String, Expression> parameter,
            String operandPrefix) {
        LayerScope scope = new LayerScope(this, layer, hidden, parameter, operandPrefix);
        Expression given =
                Expression.section(
                        Phrase.of("section.layer", layer + 1),
                        () -> {
                            Expression z = layer(scope);
                            if (layers().residual()) {
                                z = z.plus(scope.product(scope.own(), "res.weight"));
                            }
                            return scope.isLast() ? z : scope.betweenLayers(z);
                        });
        if (scope.isLast()) {
            return layers().hops().areNone()
                    ? new Forward(
                            hidden == null ? given : hidden,
                            given,
                            scope.headWeights(),
                            scope.attention())
                    : propagated(scope, hidden, given, parameter, operandPrefix);
        }
        Forward rest = forward(layer + 1, given, parameter, operandPrefix);
        return new Forward(rest.embedding(), rest.output(), rest.head(), scope.attention());
    }

    /// The hops after the last layer. The embedding goes the same way as the output, so that it shows what the output is made of.
    /// A head at class means is that of the rows before the hops.
    private Forward propagated(
            LayerScope scope,
            @Nullable Expression hidden,
            Expression last,
            Function<String, Expression> parameter,
            String operandPrefix) {
        Hops hops = layers().hops();
        return Expression.section(
                Phrase.of("section.hops"),
                () -> {
                    Expression output = hops.of(last, parameter, operandPrefix);
                    Expression read = hidden == null ? null : scope.written(hidden);
                    return new Forward(
                            read == null ? output : hops.of(read, parameter, operandPrefix),
                            output,
                            scope.headWeights().stream()
                                    .map(head -> head.with(hops.own(head.rows(), operandPrefix)))
                                    .toList(),
                            scope.attention());
                });
    }

    /// The graph as an encoder sees it.
    ///
    /// @param structure `[n × n]`, the weighted edges that messages are passed along
    /// @param features by operand name, `[n × f]`: the matrices that the first layer's weights multiply
    /// @param normalised `[n × n]`, the edges of the hops after the last layer; empty if there are none
    record GraphView(
            SparseMatrix structure,
            Map<String, SparseMatrix> features,
            Optional<SparseMatrix> normalised) {

        /// The matrices of an encoder's layers.
        GraphView(SparseMatrix structure, Map<String, SparseMatrix> features) {
            this(structure, features, Optional.empty());
        }

        /// f, the number of feature columns.
        public int columns() {
            return features.values().iterator().next().columns();
        }
    }

    /// The sparse operands of an encoder for some targets.
    ///
    /// @param rows the rows of every matrix of [GraphView#features]
    /// @param byName all other operands
    record Operands(int[] rows, Map<String, SparseMatrix> byName) {}

    /// The operands of [#forward] for some target nodes: their exact receptive field, except that the columns of the
    /// features are chosen by the caller.
    default Operands operands(GraphView view, int[] targets) {
        int messages = messageLayers();
        Hops hops = layers().hops();
        Map<String, SparseMatrix> byName = new HashMap<>();
        int[] written =
                hops.areNone()
                        ? targets
                        : hops.operands(view.normalised().orElseThrow(), targets, byName);
        ReceptiveField field = ReceptiveField.of(view.structure(), written, messages);
        for (int k = 0; k < messages; k++) {
            int layer = layers().count() - messages + k;
            byName.put(block(layer), field.blocks().get(k));
            if (readsCentre() || layers().residual() || !hops.areNone()) {
                byName.put(centre(layer), field.centres(k));
            }
        }
        return new Operands(field.nodes().getFirst(), Map.copyOf(byName));
    }

    /// The operand of a layer's messages.
    static String block(int layer) {
        return "block" + layer;
    }

    /// The operand that picks a layer's own nodes among those it reads.
    static String centre(int layer) {
        return "centre" + layer;
    }

    /// The prefix of the names of a layer norm's parameters.
    static String norm(int layer) {
        return "norms." + layer + ".";
    }
}
