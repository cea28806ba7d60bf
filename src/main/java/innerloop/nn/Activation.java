package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.math.ScalarFunction;

/// The non-linearity between two layers.
public enum Activation {
    /// max(x, 0); its derivative at 0 is 0.
    RELU(ScalarFunction.RELU, 0),
    /// x for x > 0, exp(x) − 1 otherwise.
    ELU(ScalarFunction.ELU, 0),
    /// x for x > 0, 0.01 x otherwise.
    LEAKY_RELU(ScalarFunction.LEAKY_RELU, 0.01),
    /// Hyperbolic tangent.
    TANH(ScalarFunction.TANH, 0),
    /// Logistic function.
    SIGMOID(ScalarFunction.SIGMOID, 0);

    private final ScalarFunction function;
    private final double parameter;

    Activation(ScalarFunction function, double parameter) {
        this.function = function;
        this.parameter = parameter;
    }

    /// The activation of every entry.
    Expression of(Expression x) {
        return x.map(function, parameter);
    }
}
