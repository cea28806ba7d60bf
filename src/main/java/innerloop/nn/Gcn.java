package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.graph.ReceptiveField;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Graph convolutional network `H' = σ(Â H W + b)`, `Â = D^-½ (A+I) D^-½` (Kipf and Welling 2017, eq. 2).
///
/// | symbol | shape | meaning |
/// |---|---|---|
/// | `Â` | `[n × n]` | normalised adjacency; existing self-loops are kept, missing ones added |
/// | `H` | `[n × f]` | node vectors, row = node |
/// | `W` | `[f × h]` | `convs.i.lin.weight` |
/// | `b` | `[1 × h]` | `convs.i.bias`, added after propagation |
public record Gcn(List<Integer> hidden, Activation activation) implements Encoder {

    public Gcn {
        hidden = Encoder.checkedHidden(hidden);
    }

    /// One hidden layer of 64 with ELU: activations that are not all positive let the head tell classes apart
    /// after few inner steps.
    public static Gcn defaults() {
        return new Gcn(List.of(64), Activation.ELU);
    }

    @Override
    public List<ParameterSpec> parameters(int inputs, int outputs) {
        List<ParameterSpec> specs = new ArrayList<>();
        int in = inputs;
        for (int layer = 0; layer < layers(); layer++) {
            boolean last = layer == hidden.size();
            int out = last ? outputs : hidden.get(layer);
            String weight = "convs." + layer + ".lin.weight";
            specs.add(
                    last
                            ? ParameterSpec.head(weight, in, out)
                            : ParameterSpec.linear(weight, in, out));
            specs.add(ParameterSpec.bias("convs." + layer + ".bias", out));
            in = out;
        }
        return List.copyOf(specs);
    }

    /// `ÂX` has no parameters, so the first layer starts from it.
    @Override
    public GraphView view(AttributedGraph graph, SparseMatrix features) {
        SparseMatrix normalised = Propagation.symmetric(graph);
        return new GraphView(normalised, normalised.multiply(features));
    }

    @Override
    public Operands operands(GraphView view, int[] targets) {
        ReceptiveField field = ReceptiveField.of(view.structure(), targets, layers() - 1);
        Map<String, SparseMatrix> byName = new HashMap<>();
        for (int layer = 1; layer < layers(); layer++) {
            byName.put(Encoder.block(layer), field.blocks().get(layer - 1));
        }
        return new Operands(field.nodes().getFirst(), byName);
    }

    @Override
    public Forward forward(Function<String, Expression> parameter) {
        Expression h =
                parameter
                        .apply("convs.0.lin.weight")
                        .propagate(Encoder.FIRST)
                        .addRow(parameter.apply("convs.0.bias"));
        Expression embedding = h;
        for (int layer = 1; layer < layers(); layer++) {
            embedding = activation.of(h);
            h =
                    embedding
                            .matmul(parameter.apply("convs." + layer + ".lin.weight"))
                            .propagate(Encoder.block(layer))
                            .addRow(parameter.apply("convs." + layer + ".bias"));
        }
        return new Forward(embedding, h);
    }
}
