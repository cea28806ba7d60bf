package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Refusal;
import java.util.List;
import java.util.Map;

/// Simplified graph convolution: a linear layer on `Â^K X` (Wu et al. 2019). The propagation is done once per run, so
/// training is as cheap as without a graph. With hidden sizes, a multi-layer perceptron on `Â^K X`.
///
/// @param layers sizes and options; without hidden sizes this is SGC as published
/// @param hops K, how often the features are propagated
public record Sgc(Layers layers, int hops) implements Encoder {

    /// The most hops; with more, all nodes become indistinguishable.
    public static final int MOST_HOPS = 20;

    public Sgc {
        if (hops < 1 || hops > MOST_HOPS) {
            throw Refusal.outside("encoder.hops", 1, MOST_HOPS, hops);
        }
    }

    /// The head alone on two hops, rows of length 1.
    public static Sgc defaults() {
        return new Sgc(Layers.of(List.of(), Activation.ELU).withNormalize(true), 2);
    }

    @Override
    public Sgc withLayers(Layers newLayers) {
        return new Sgc(newLayers, hops);
    }

    public Sgc withHops(int newHops) {
        return new Sgc(layers, newHops);
    }

    @Override
    public String prefix(int layer) {
        return layer == 0 ? "convs.0.lin." : Mlp.linear(layer);
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
        return hops;
    }

    @Override
    public Formulas formulas() {
        return new Formulas.Propagated(hops);
    }

    @Override
    public GraphView layerView(AttributedGraph graph, SparseMatrix features) {
        SparseMatrix normalised = Propagation.symmetric(graph);
        SparseMatrix propagated = features;
        for (int hop = 0; hop < hops; hop++) {
            propagated = normalised.multiply(propagated);
        }
        return new GraphView(normalised, Map.of(OWN, layers.read(propagated)));
    }
}
