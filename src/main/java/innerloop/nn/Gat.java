package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.graph.ReceptiveField;
import innerloop.math.ScalarFunction;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Graph attention network (Veličković et al. 2018).
///
/// `s_ij = a_dst·Wh_i + a_src·Wh_j` (i the centre, j the neighbour), `α_ij = softmax_j(LeakyReLU(s_ij))`,
/// `h'_i = Σ_j α_ij W h_j + b`, per head. Heads stand side by side after every hidden layer and are averaged
/// after the last. Existing self-loops are removed, then one is added per node.
///
/// @param hidden channels per head of each hidden layer
/// @param activation between the layers
/// @param heads number of attention heads in every layer
/// @param negativeSlope slope of LeakyReLU below 0
public record Gat(List<Integer> hidden, Activation activation, int heads, double negativeSlope)
        implements Encoder {

    public Gat {
        hidden = Encoder.checkedHidden(hidden);
        if (heads < 1) {
            throw new IllegalArgumentException("encoder.heads must be at least 1, not " + heads);
        }
        if (!(negativeSlope >= 0 && negativeSlope < 1)) {
            throw new IllegalArgumentException(
                    "encoder.negativeSlope must be in [0, 1), not " + negativeSlope);
        }
    }

    /// One hidden layer of 8 channels in 4 heads with ELU.
    public static Gat defaults() {
        return new Gat(List.of(8), Activation.ELU, 4, 0.2);
    }

    @Override
    public List<ParameterSpec> parameters(int inputs, int outputs) {
        List<ParameterSpec> specs = new ArrayList<>();
        int in = inputs;
        for (int layer = 0; layer < layers(); layer++) {
            boolean last = layer == hidden.size();
            int channels = last ? outputs : hidden.get(layer);
            String conv = "convs." + layer;
            String weight = conv + ".lin.weight";
            specs.add(
                    last
                            ? ParameterSpec.head(weight, in, heads * channels)
                            : ParameterSpec.linear(weight, in, heads * channels));
            for (String attention : List.of(conv + ".att_src", conv + ".att_dst")) {
                specs.add(
                        last
                                ? ParameterSpec.headAttention(attention, heads, channels)
                                : ParameterSpec.attention(attention, heads, channels));
            }
            specs.add(ParameterSpec.bias(conv + ".bias", last ? channels : heads * channels));
            in = heads * channels;
        }
        return List.copyOf(specs);
    }

    @Override
    public GraphView view(AttributedGraph graph, SparseMatrix features) {
        return new GraphView(Propagation.attention(graph), features);
    }

    @Override
    public Operands operands(GraphView view, int[] targets) {
        ReceptiveField field = ReceptiveField.of(view.structure(), targets, layers());
        Map<String, SparseMatrix> byName = new HashMap<>();
        for (int layer = 0; layer < layers(); layer++) {
            byName.put(Encoder.block(layer), field.blocks().get(layer));
            byName.put(centre(layer), field.centres(layer));
        }
        return new Operands(field.nodes().getFirst(), byName);
    }

    private static String centre(int layer) {
        return "centre" + layer;
    }

    @Override
    public Forward forward(Function<String, Expression> parameter) {
        Expression h =
                layer(0, parameter.apply("convs.0.lin.weight").propagate(Encoder.FIRST), parameter);
        Expression embedding = h;
        for (int layer = 1; layer < layers(); layer++) {
            embedding = activation.of(h);
            Expression weight = parameter.apply("convs." + layer + ".lin.weight");
            h = layer(layer, embedding.matmul(weight), parameter);
        }
        return new Forward(embedding, h);
    }

    private Expression layer(int layer, Expression z, Function<String, Expression> parameter) {
        String conv = "convs." + layer;
        String edges = Encoder.block(layer);
        Expression centre = z.headDot(parameter.apply(conv + ".att_dst")).propagate(centre(layer));
        Expression neighbour = z.headDot(parameter.apply(conv + ".att_src"));
        Expression score = centre.edgeGather(edges, false).plus(neighbour.edgeGather(edges, true));
        Expression alpha = score.map(ScalarFunction.LEAKY_RELU, negativeSlope).edgeSoftmax(edges);
        Expression message = alpha.edgeAggregate(edges, z);
        Expression heads = layer == hidden.size() ? message.meanHeads(this.heads) : message;
        return heads.addRow(parameter.apply(conv + ".bias"));
    }
}
