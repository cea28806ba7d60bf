package innerloop.nn;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.HashMap;
import java.util.Map;

/// Some nodes with known answers and everything a model needs to compute their loss: the sparse operands of their
/// receptive field and dense inputs.
///
/// @param operands the encoder's sparse operands by name
/// @param inputs dense inputs by name
/// @param slots the right slot of each node; all 0 in regression
public record Block(Map<String, SparseMatrix> operands, Map<String, Matrix> inputs, int[] slots) {

    /// In classification `[nodes × ways]`, −1/nodes at the node's slot, so that the mean cross-entropy is
    /// `Σ target ∘ log softmax(output)`; in regression the numbers to be met, `[nodes × 1]`.
    static final String TARGET = "target";

    /// `[nodes × ways]`: what each node counts in the mean of its class.
    static final String MEANS = "means";

    /// 1/nodes, `[1 × 1]`.
    static final String SHARE = "share";

    /// Prepares some nodes for classification.
    ///
    /// @param features the encoder's features by operand name, rows and columns as chosen by the caller
    public static Block of(
            Backend backend,
            Encoder.Operands operands,
            Map<String, SparseMatrix> features,
            int[] slots,
            int ways) {
        Map<String, SparseMatrix> all = new HashMap<>(operands.byName());
        all.putAll(features);
        int[] sizes = new int[ways];
        for (int slot : slots) {
            sizes[slot]++;
        }
        double[] target = new double[slots.length * ways];
        double[] means = new double[slots.length * ways];
        for (int i = 0; i < slots.length; i++) {
            target[i * ways + slots[i]] = -1.0 / slots.length;
            means[i * ways + slots[i]] = 1.0 / sizes[slots[i]];
        }
        Map<String, Matrix> inputs =
                Map.of(
                        TARGET,
                        backend.matrix(slots.length, ways, target),
                        MEANS,
                        backend.matrix(slots.length, ways, means));
        return new Block(Map.copyOf(all), inputs, slots);
    }

    /// Prepares a regression problem for an [Mlp] with one output: `inputs[i]` should give `answers[i]`.
    public static Block regression(Backend backend, double[] inputs, double[] answers) {
        int n = inputs.length;
        return new Block(
                Map.of(Encoder.OWN, SparseMatrix.ofDense(n, 1, inputs)),
                Map.of(
                        TARGET,
                        backend.matrix(n, 1, answers),
                        SHARE,
                        backend.matrix(1, 1, new double[] {1.0 / n})),
                new int[n]);
    }

    /// Bytes of its numbers.
    public long bytes() {
        long sum = 0;
        for (SparseMatrix operand : operands.values()) {
            sum += operand.bytes();
        }
        for (Matrix input : inputs.values()) {
            sum += input.bytes();
        }
        return sum;
    }

    SparseMatrix operand(String name) {
        SparseMatrix operand = operands.get(name);
        if (operand == null) {
            throw new IllegalStateException("the block lacks operand " + name);
        }
        return operand;
    }
}
