package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.math.ScalarFunction;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Graph isomorphism network `h'_i = MLP((1 + ε) h_i + Σ_j h_j)` over the neighbours j (Xu et al. 2019), with
/// `MLP(x) = W₁ ReLU(W₀ x + b₀) + b₁`; no self-loops are added and edge weights are not used.
///
/// @param layers sizes and options; inside, a layer's MLP is as wide as the hidden side of the layer
/// @param trainEps whether ε is learned; otherwise it is 0
public record Gin(Layers layers, boolean trainEps) implements Encoder {

    /// Inner width of an MLP that is the only layer and so has no hidden size.
    private static final int LONE_WIDTH = 64;

    /// One hidden layer of 64 with ELU and rows of length 1, ε learned.
    public static Gin defaults() {
        return new Gin(Layers.of(List.of(64), Activation.ELU).withNormalize(true), true);
    }

    @Override
    public Gin withLayers(Layers newLayers) {
        return new Gin(newLayers, trainEps);
    }

    public Gin withTrainEps(boolean newTrainEps) {
        return new Gin(layers, newTrainEps);
    }

    @Override
    public List<ParameterSpec> layerParameters(LayerShape shape) {
        int inner = shape.last() ? (shape.layer() == 0 ? LONE_WIDTH : shape.in()) : shape.out();
        List<ParameterSpec> specs = new ArrayList<>();
        if (trainEps) {
            specs.add(shape.row("eps", 1, ParameterSpec.Initialisation.ZERO));
        }
        specs.add(shape.inner("nn.lins.0.weight", inner));
        specs.add(shape.row("nn.lins.0.bias", inner, ParameterSpec.Initialisation.ZERO));
        specs.add(shape.outer("nn.lins.1.weight", inner));
        specs.add(shape.bias("nn.lins.1.bias"));
        return specs;
    }

    @Override
    public Expression layer(LayerScope scope) {
        Expression weight = scope.parameter("nn.lins.0.weight");
        Expression neighbours = scope.aggregated().times(weight);
        Expression own = scope.own().times(weight);
        Expression sum = neighbours.plus(own);
        if (trainEps) {
            sum = sum.plus(scope.parameter("eps").broadcastLike(own).times(own));
        }
        Expression inner = sum.addRow(scope.parameter("nn.lins.0.bias")).map(ScalarFunction.RELU);
        return scope.product(new Rows.Dense(inner), "nn.lins.1.weight")
                .addRow(scope.parameter("nn.lins.1.bias"));
    }

    /// The sum over the neighbours' features needs no parameters, so it is computed once and the first layer starts from it.
    @Override
    public int messageLayers() {
        return layers.count() - 1;
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
        return new Formulas.Isomorphism(trainEps);
    }

    @Override
    public GraphView layerView(AttributedGraph graph, SparseMatrix features) {
        SparseMatrix sum = Propagation.sum(graph);
        return new GraphView(
                sum,
                Map.of(
                        AGGREGATED,
                        layers.read(sum.multiply(features)),
                        OWN,
                        layers.read(features)));
    }
}
