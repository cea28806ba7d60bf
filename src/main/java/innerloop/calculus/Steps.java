package innerloop.calculus;

import innerloop.math.Matrix;
import java.util.List;

/// What a kind of encoder computes for one node, by formulas, on the node's receptive field.
sealed interface Steps permits ConvolutionSteps, AttentionSteps {

    /// What the pass calls the matrix that a layer writes before σ; that of the last layer has the logits.
    static String z(int layer) {
        return "Z" + layer;
    }

    /// The forward pass up to the logits, one row.
    void forward(Pass pass);

    /// The values of a layer at the node.
    List<Term> values(Pass base, int layer);

    /// The derivatives of the loss, from the last layer to the first.
    ///
    /// @param logits `∂L/∂logits`
    List<Term> derivatives(Pass base, Matrix logits, Differences differences);
}
