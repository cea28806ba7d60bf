package innerloop.nn;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.HashMap;
import java.util.Map;

/// Some labelled nodes with everything a model needs to compute their loss: the sparse operands of their
/// receptive field and their target matrix.
///
/// @param operands the encoder's sparse operands by name
/// @param target `[nodes × ways]`: −1/nodes at the node's slot, so that the mean cross-entropy is
///     `Σ target ∘ log softmax(output)`
/// @param slots the right slot of each node
public record Block(Map<String, SparseMatrix> operands, Matrix target, int[] slots) {

    /// Prepares some nodes.
    ///
    /// @param x rows and columns of the encoder's first matrix, as chosen by the caller
    public static Block of(
            Backend backend, Encoder.Operands operands, SparseMatrix x, int[] slots, int ways) {
        Map<String, SparseMatrix> all = new HashMap<>(operands.byName());
        all.put(Encoder.FIRST, x);
        double[] target = new double[slots.length * ways];
        for (int i = 0; i < slots.length; i++) {
            target[i * ways + slots[i]] = -1.0 / slots.length;
        }
        return new Block(all, backend.matrix(slots.length, ways, target), slots);
    }
}
