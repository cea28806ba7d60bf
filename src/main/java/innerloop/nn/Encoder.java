package innerloop.nn;

import java.util.List;

/// A graph neural network as a value: kind and sizes, no weights.
///
/// With hidden sizes `[h₁ … h_L]` the network has L + 1 layers; the last maps to the episode's ways. What leaves
/// layer L after its activation is the *embedding*, the last layer is the *head*.
public sealed interface Encoder permits Gcn, Gat {

    /// Output size of every layer but the last.
    List<Integer> hidden();

    /// Non-linearity between the layers.
    Activation activation();

    /// Number of layers, the head included.
    default int layers() {
        return hidden().size() + 1;
    }

    /// All weights, in the order of the layers, for `inputs` feature columns and `outputs` ways.
    List<ParameterSpec> parameters(int inputs, int outputs);

    /// Checks the sizes every encoder has and copies them.
    static List<Integer> checkedHidden(List<Integer> hidden) {
        if (hidden.isEmpty() || hidden.size() > 3) {
            throw new IllegalArgumentException(
                    "encoder.hidden needs 1 to 3 sizes, not " + hidden.size());
        }
        for (int size : hidden) {
            if (size < 1) {
                throw new IllegalArgumentException("encoder.hidden must be at least 1, not " + size);
            }
        }
        return List.copyOf(hidden);
    }
}
