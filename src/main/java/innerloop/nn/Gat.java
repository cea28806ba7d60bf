package innerloop.nn;

import java.util.ArrayList;
import java.util.List;

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
            specs.add(ParameterSpec.linear(conv + ".lin.weight", in, heads * channels));
            specs.add(ParameterSpec.attention(conv + ".att_src", heads, channels));
            specs.add(ParameterSpec.attention(conv + ".att_dst", heads, channels));
            specs.add(ParameterSpec.bias(conv + ".bias", last ? channels : heads * channels));
            in = heads * channels;
        }
        return List.copyOf(specs);
    }
}
