package innerloop.microscope;

import java.util.List;

/// An episode at θ_k.
///
/// @param step k
/// @param support what is said of the support set, in the order of its examples
/// @param query the same of the query set
/// @param moved how far each layer has moved, the first layer first; empty without an inner loop
/// @param gradientNorm `‖∇L_support(θ_k)‖` over everything that adapts; 0 without an inner loop
public record InnerStep(
        int step, Said support, Said query, List<LayerMove> moved, double gradientNorm) {

    public InnerStep {
        moved = List.copyOf(moved);
    }

    /// Whether all its losses are numbers.
    public boolean isFinite() {
        return Double.isFinite(support.loss()) && Double.isFinite(query.loss());
    }

    /// How far everything has moved, `‖θ_k − θ₀‖`.
    public double distance() {
        return Math.sqrt(
                moved.stream().mapToDouble(move -> move.distance() * move.distance()).sum());
    }
}
