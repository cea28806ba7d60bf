package innerloop.calculus;

import innerloop.math.ScalarFunction;
import innerloop.nn.Activation;

/// A non-linearity σ, held to a side of its kink at 0.
///
/// @param function σ
/// @param parameter its slope below 0, where it has one
/// @param formula σ in words
record Gate(ScalarFunction function, double parameter, String formula) {

    /// The non-linearity between layers.
    static Gate of(Activation activation) {
        return switch (activation) {
            case RELU -> new Gate(ScalarFunction.RELU, 0, "max(z, 0)");
            case ELU -> new Gate(ScalarFunction.ELU, 0, "z if z > 0, else exp(z) − 1");
            case LEAKY_RELU -> new Gate(ScalarFunction.LEAKY_RELU, 0.01, "z if z > 0, else 0.01 z");
            case TANH -> new Gate(ScalarFunction.TANH, 0, "tanh(z)");
            case SIGMOID -> new Gate(ScalarFunction.SIGMOID, 0, "1 / (1 + exp(−z))");
        };
    }

    /// σ(z) by the formula for numbers above 0, or that for others.
    double of(double z, boolean above) {
        return function.on(above, z, parameter);
    }

    /// σ′(z); of a function with a kink, the slope below 0 at 0.
    double slope(double z) {
        double sigma = of(z, z > 0);
        return switch (function) {
            case RELU -> ScalarFunction.STEP.apply(z, 0);
            case LEAKY_RELU -> ScalarFunction.LEAKY_STEP.apply(z, parameter);
            case ELU -> ScalarFunction.ELU_SLOPE.apply(z, 0);
            case TANH -> 1 - sigma * sigma;
            case SIGMOID -> sigma * (1 - sigma);
            case STEP, LEAKY_STEP, ELU_SLOPE, ELU_CURVATURE, RSQRT, SOFTPLUS, EXP, EXPM1 ->
                    throw new IllegalStateException(function + " is no non-linearity of a layer");
        };
    }
}
