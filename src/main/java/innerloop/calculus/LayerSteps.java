package innerloop.calculus;

import innerloop.math.Matrix;
import java.util.List;

/// What one layer of a kind of encoder computes, before the residual and the operations between layers.
sealed interface LayerSteps permits LinearSteps, IsomorphismSteps, AttentionSteps {

    /// Names in the pass what the layer is computed from.
    void forward(Pass pass);

    /// The rows it writes, from what [#forward] named.
    Matrix written(Pass pass);

    /// Adds its values at the node in focus.
    ///
    /// @return the formula of what it writes
    String values(List<Term> terms, Pass base);

    /// Adds its derivatives.
    ///
    /// @param slopes of what it writes
    /// @return the parts of the derivative of what it reads; none in the first layer
    List<Slope> derivatives(Derived derived, Pass base, Slopes slopes);

    /// The derivatives of what a layer writes.
    ///
    /// @param dz before the operations between layers
    /// @param dh behind them; the same of the last layer
    record Slopes(Matrix dz, Matrix dh) {}
}
