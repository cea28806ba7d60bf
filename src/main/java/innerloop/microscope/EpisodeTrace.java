package innerloop.microscope;

import innerloop.training.Subject;
import java.util.List;
import java.util.Optional;

/// One of the episodes of an outer step.
///
/// @param index its number in training, counted from 0
/// @param subject the episode
/// @param lossBefore query loss at θ
/// @param lossAfter query loss at θ_K; the same without an inner loop
/// @param path θ₀ … θ_K in the plane, up to the first that is no number; θ alone without an inner loop. Of long paths some points
///     between the ends are left out
/// @param pull where this episode alone would move θ: against its gradient, or along its displacement
/// @param orders its meta-gradient in both orders; empty for a learner without two orders
/// @param solution what a head that is computed makes of it at θ; empty for a learner that has none
/// @param withMean cosine of the angle between its pull and that of the mean
public record EpisodeTrace(
        long index,
        Subject subject,
        double lossBefore,
        double lossAfter,
        List<Point> path,
        Arrow pull,
        Optional<Orders> orders,
        Optional<Solution> solution,
        double withMean) {

    public EpisodeTrace {
        path = List.copyOf(path);
    }

    /// θ_k in the plane, seen from θ.
    ///
    /// @param step k
    /// @param x its first coordinate
    /// @param y the second
    public record Point(int step, double x, double y) {}

    /// The meta-gradient of an episode in both orders, as pulls: against the gradients.
    ///
    /// @param exact with the second-order term
    /// @param first without it
    /// @param cosine of the angle between both, in the space of all parameters
    /// @param ratio `‖first‖ / ‖exact‖`
    public record Orders(Arrow exact, Arrow first, double cosine, double ratio) {}
}
