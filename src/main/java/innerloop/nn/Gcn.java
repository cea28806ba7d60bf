package innerloop.nn;

import java.util.ArrayList;
import java.util.List;

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

    /// One hidden layer of 16 with ReLU.
    public static Gcn defaults() {
        return new Gcn(List.of(16), Activation.RELU);
    }

    @Override
    public List<ParameterSpec> parameters(int inputs, int outputs) {
        List<ParameterSpec> specs = new ArrayList<>();
        int in = inputs;
        for (int layer = 0; layer < layers(); layer++) {
            int out = layer < hidden.size() ? hidden.get(layer) : outputs;
            specs.add(ParameterSpec.linear("convs." + layer + ".lin.weight", in, out));
            specs.add(ParameterSpec.bias("convs." + layer + ".bias", out));
            in = out;
        }
        return List.copyOf(specs);
    }
}
