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

    /// `H′ = σ(U_l W_l + U_r W_r + b)` of the neighbours and of the node itself.
    ///
    /// @param aggregation how the neighbours' rows are combined
    record Neighbours(Sage.Aggregation aggregation) implements Formulas {}

    /// `H′ = σ(max(Q W_a + b_a, 0) W_b + b_b)` with `Q = A H + (1 + ε) H`.
    ///
    /// @param learnsEpsilon whether ε is a parameter; otherwise it is 0
    record Isomorphism(boolean learnsEpsilon) implements Formulas {}

    /// None yet.
    record None() implements Formulas {}
}
