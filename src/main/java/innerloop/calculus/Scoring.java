package innerloop.calculus;

import innerloop.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/// From scores to the cross-entropy of one example: `p = softmax(z)`, `L = −log p_y`, `∂L/∂z = p − y`.
///
/// @param arithmetic computes it
/// @param layer the last layer, counted from 1
/// @param classes the names of the columns
/// @param slot the column of the example's own class; negative if it is none of them
/// @param symbol what formulas call the scores
record Scoring(Arithmetic arithmetic, int layer, Axis classes, int slot, String symbol) {

    /// Probabilities, and the loss if there is one.
    List<Term> values(Matrix logits) {
        List<Term> terms = new ArrayList<>();
        terms.add(
                Term.value(
                        layer,
                        "p",
                        "exp(%sₖ) / Σₗ exp(%sₗ)".formatted(symbol, symbol),
                        Values.row(classes, arithmetic.softmax(logits).toArray())));
        if (slot >= 0) {
            terms.add(
                    Term.value(
                            layer, "L", "−log p of " + classes.get(slot), Values.of(loss(logits))));
        }
        return terms;
    }

    /// The cross-entropy.
    double loss(Matrix logits) {
        return -arithmetic.logSoftmax(logits).get(0, slot);
    }

    /// `p − y`.
    Matrix derivative(Matrix logits) {
        double[] p = arithmetic.softmax(logits).toArray();
        p[slot] -= 1;
        return arithmetic.backend().matrix(1, p.length, p);
    }
}
