package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import java.util.List;
import java.util.Map;

/// Multi-layer perceptron on the node's own features: the baseline that does not use edges.
public record Mlp(Layers layers) implements Encoder {

    /// One hidden layer of 256 with ELU and rows of length 1.
    public static Mlp defaults() {
        return new Mlp(Layers.of(List.of(256), Activation.ELU).withNormalize(true));
    }

    @Override
    public Mlp withLayers(Layers newLayers) {
        return new Mlp(newLayers);
    }

    @Override
    public String prefix(int layer) {
        return linear(layer);
    }

    /// The prefix of the names of a linear layer's parameters.
    static String linear(int layer) {
        return "lins." + layer + ".";
    }

    @Override
    public List<ParameterSpec> layerParameters(LayerShape shape) {
        return List.of(shape.weight("weight"), shape.bias("bias"));
    }

    @Override
    public Expression layer(LayerScope scope) {
        return scope.product(scope.own(), "weight").addRow(scope.parameter("bias"));
    }

    @Override
    public int messageLayers() {
        return 0;
    }

    @Override
    public boolean readsCentre() {
        return false;
    }

    @Override
    public int layerReach() {
        return 0;
    }

    @Override
    public Formulas formulas() {
        return new Formulas.Propagated(0);
    }

    @Override
    public GraphView layerView(AttributedGraph graph, SparseMatrix features) {
        return new GraphView(graph.adjacency(), Map.of(OWN, layers.read(features)));
    }
}
