package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.math.SparseMatrix;
import java.util.List;
import java.util.Map;

/// Graph convolutional network `H' = σ(Â H W + b)`, `Â = D^-½ (A+I) D^-½` (Kipf and Welling 2017, eq. 2).
///
/// | symbol | shape | meaning |
/// |---|---|---|
/// | `Â` | `[n × n]` | normalised adjacency; existing self-loops are kept, missing ones added |
/// | `H` | `[n × f]` | node vectors, row = node |
/// | `W` | `[f × h]` | `convs.i.lin.weight` |
/// | `b` | `[1 × h]` | `convs.i.bias`, added after propagation |
public record Gcn(Layers layers) implements Encoder {

    /// One hidden layer of 512 with ELU and rows of length 1, the best of the ablation in docs/results.md: a wide random layer
    /// preserves the information in the features, and with activations of both signs the head separates classes after few
    /// inner steps.
    public static Gcn defaults() {
        return new Gcn(Layers.of(List.of(512), Activation.ELU).withNormalize(true));
    }

    @Override
    public Gcn withLayers(Layers newLayers) {
        return new Gcn(newLayers);
    }

    @Override
    public List<ParameterSpec> layerParameters(LayerShape shape) {
        return List.of(shape.weight("lin.weight"), shape.bias("bias"));
    }

    @Override
    public Expression layer(LayerScope scope) {
        return scope.product(scope.aggregated(), "lin.weight").addRow(scope.parameter("bias"));
    }

    /// `ÂX` needs no parameters, so it is computed once and the first layer starts from it.
    @Override
    public int messageLayers() {
        return layers.count() - 1;
    }

    @Override
    public boolean readsCentre() {
        return false;
    }

    @Override
    public Formulas formulas() {
        return new Formulas.Convolution();
    }

    @Override
    public GraphView layerView(AttributedGraph graph, SparseMatrix features) {
        SparseMatrix normalised = Propagation.symmetric(graph);
        SparseMatrix aggregated = layers.read(normalised.multiply(features));
        return new GraphView(
                normalised,
                layers.residual()
                        ? Map.of(AGGREGATED, aggregated, OWN, layers.read(features))
                        : Map.of(AGGREGATED, aggregated));
    }
}
