package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.math.ScalarFunction;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Refusal;
import java.util.List;
import java.util.Map;

/// Graph attention network (Veličković et al. 2018).
///
/// `s_ij = a_dst·Wh_i + a_src·Wh_j` (i the centre, j the neighbour), `α_ij = softmax_j(LeakyReLU(s_ij))`,
/// `h'_i = Σ_j α_ij W h_j + b`, per head. Heads stand side by side after every hidden layer and are averaged
/// after the last, which may have fewer. Existing self-loops are removed, then one is added per node.
///
/// @param layers hidden sizes are channels per head
/// @param heads number of attention heads in every hidden layer
/// @param outputHeads number of attention heads in the last layer; 0 = as many
/// @param negativeSlope slope of LeakyReLU below 0
/// @param attentionDropout share of attention weights removed at random while training, in [0, 1)
public record Gat(
        Layers layers, int heads, int outputHeads, double negativeSlope, double attentionDropout)
        implements Encoder {

    /// The most heads of a layer.
    public static final int MOST_HEADS = 256;

    public Gat {
        if (heads < 1 || heads > MOST_HEADS) {
            throw Refusal.outside("encoder.heads", 1, MOST_HEADS, heads);
        }
        if (outputHeads < 0 || outputHeads > MOST_HEADS) {
            throw Refusal.outside("encoder.outputHeads", 0, MOST_HEADS, outputHeads);
        }
        if (!(negativeSlope >= 0 && negativeSlope < 1)) {
            throw Refusal.notAShare("encoder.negativeSlope", negativeSlope);
        }
        if (!(attentionDropout >= 0 && attentionDropout < 1)) {
            throw Refusal.notAShare("encoder.attentionDropout", attentionDropout);
        }
    }

    /// One hidden layer of 16 channels in 4 heads with ELU and rows of length 1.
    public static Gat defaults() {
        return new Gat(Layers.of(List.of(16), Activation.ELU).withNormalize(true), 4, 0, 0.2, 0);
    }

    @Override
    public Gat withLayers(Layers newLayers) {
        return new Gat(newLayers, heads, outputHeads, negativeSlope, attentionDropout);
    }

    public Gat withHeads(int newHeads) {
        return new Gat(layers, newHeads, outputHeads, negativeSlope, attentionDropout);
    }

    public Gat withOutputHeads(int newHeads) {
        return new Gat(layers, heads, newHeads, negativeSlope, attentionDropout);
    }

    public Gat withNegativeSlope(double newSlope) {
        return new Gat(layers, heads, outputHeads, newSlope, attentionDropout);
    }

    public Gat withAttentionDropout(double newDropout) {
        return new Gat(layers, heads, outputHeads, negativeSlope, newDropout);
    }

    @Override
    public int width(int layer) {
        return layers.hidden().get(layer) * heads;
    }

    private int heads(boolean last) {
        return last && outputHeads > 0 ? outputHeads : heads;
    }

    @Override
    public List<ParameterSpec> layerParameters(LayerShape shape) {
        int side = heads(shape.last());
        int wide = side * shape.out();
        return List.of(
                shape.weight("lin.weight", wide),
                shape.attention("att_src", side),
                shape.attention("att_dst", side),
                shape.bias("bias", shape.last() ? shape.out() : wide));
    }

    @Override
    public Expression layer(LayerScope scope) {
        int side = heads(scope.isLast());
        String edges = scope.block();
        Rows read = scope.read();
        Expression z = read.times(scope.parameter("lin.weight"));
        Expression centre = z.headDot(scope.parameter("att_dst")).propagate(scope.centre());
        Expression neighbour = z.headDot(scope.parameter("att_src"));
        Expression score = centre.edgeGather(edges, false).plus(neighbour.edgeGather(edges, true));
        Expression alpha = score.map(ScalarFunction.LEAKY_RELU, negativeSlope).edgeSoftmax(edges);
        scope.attends(alpha);
        Expression message = scope.dropped(alpha, attentionDropout).edgeAggregate(edges, z);
        // Without attention vectors all neighbours have equal weight, which the block's values
        // already express.
        scope.headWeight(read.through(edges), "lin.weight", side);
        Expression combined = scope.isLast() ? message.meanHeads(side) : message;
        return combined.addRow(scope.parameter("bias"));
    }

    @Override
    public int messageLayers() {
        return layers.count();
    }

    @Override
    public boolean readsCentre() {
        return true;
    }

    @Override
    public boolean learnsInTheHead() {
        return true;
    }

    @Override
    public Formulas formulas() {
        return new Formulas.Attention(negativeSlope);
    }

    @Override
    public GraphView layerView(AttributedGraph graph, SparseMatrix features) {
        return new GraphView(Propagation.attention(graph), Map.of(OWN, layers.read(features)));
    }
}
