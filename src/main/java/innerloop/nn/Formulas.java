package innerloop.nn;

/// Which formulas a layer of an encoder is explained by.
public sealed interface Formulas {

    /// `H′ = σ(Â H W + b)` in every layer.
    record Convolution() implements Formulas {}

    /// `H′ = σ(H W + b)` in every layer, on `Âᴷ X`.
    ///
    /// @param hops K; 0 for the features themselves
    record Propagated(int hops) implements Formulas {}

    /// `α = softmax(LeakyReLU(s))` over the neighbours.
    ///
    /// @param negativeSlope slope of LeakyReLU below 0
    record Attention(double negativeSlope) implements Formulas {}

    /// None yet.
    record None() implements Formulas {}
}
