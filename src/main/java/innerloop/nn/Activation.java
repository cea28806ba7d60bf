package innerloop.nn;

/// The non-linearity between two layers.
public enum Activation {
    /// max(x, 0); its derivative at 0 is 0.
    RELU,
    /// x for x > 0, exp(x) − 1 otherwise.
    ELU,
    /// x for x > 0, 0.01 x otherwise.
    LEAKY_RELU,
    /// Hyperbolic tangent.
    TANH,
    /// Logistic function.
    SIGMOID
}
