package innerloop.projection;

/// The repulsive forces of t-SNE: between every pair `wᵢⱼ² (yᵢ − yⱼ)`, where `wᵢⱼ = 1 / (1 + |yᵢ − yⱼ|²)`.
///
/// Positions are `[n × 3]`, row after row; pictures in the plane have a third coordinate of 0, which stays 0.
sealed interface Repulsion permits PairwiseRepulsion, BarnesHutRepulsion {

    /// Adds `Σⱼ wᵢⱼ² (yᵢ − yⱼ)` to row i of `push`.
    ///
    /// @return `Z = Σ_{i≠j} wᵢⱼ` over ordered pairs
    double add(double[] y, double[] push);
}
