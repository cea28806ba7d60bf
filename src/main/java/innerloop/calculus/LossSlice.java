package innerloop.calculus;

import java.util.List;

/// A slice of a loss: what it is at the points of a grid in a plane through θ₀, whose origin is θ₀, with the inner loop's path and
/// the meta-gradient in both orders, seen in that plane.
///
/// @param wanted which loss in which plane
/// @param at where the grid's lines are, the same on both axes, ascending
/// @param losses row after row, from the lowest; NaN where the loss is no number; read only
/// @param path θ₀ … θ_K
/// @param exact against the meta-gradient with all second-order terms
/// @param first against that without them
/// @param cosine of the angle between both, in the space of all parameters
public record LossSlice(
        Wanted wanted,
        List<Double> at,
        double[] losses,
        List<Spot> path,
        Arrow exact,
        Arrow first,
        double cosine) {

    /// Copies the lists.
    public LossSlice {
        at = List.copyOf(at);
        path = List.copyOf(path);
        if (losses.length != at.size() * at.size()) {
            throw new IllegalArgumentException(losses.length + " losses for " + at.size() + "²");
        }
    }

    /// What is sliced.
    public enum Loss {
        /// The query loss after the inner loop that begins there. The meta-gradient is its gradient.
        AFTER,
        /// The query loss there.
        QUERY,
        /// The support loss there, which the inner loop descends.
        SUPPORT
    }

    /// What the plane goes through, besides θ₀.
    public enum Through {
        /// The meta-gradient in both orders.
        GRADIENTS,
        /// The end of the path, θ_K; and then as much of the meta-gradient as one more direction can show.
        PATH
    }

    /// What is wanted.
    ///
    /// @param loss what is sliced
    /// @param through what the plane goes through
    public record Wanted(Loss loss, Through through) {}

    /// θ_k, as far as the plane shows it.
    ///
    /// @param step k
    /// @param x its first coordinate
    /// @param y the second
    /// @param beside how far it is from the plane
    /// @param loss what is sliced, at θ_k itself
    public record Spot(int step, double x, double y, double beside, double loss) {}

    /// A direction downhill from θ₀.
    ///
    /// @param x first coordinate of the vector
    /// @param y the second
    /// @param length of the whole vector
    /// @param slope how the loss that is sliced changes along it, by its gradient and by its central difference
    public record Arrow(double x, double y, double length, Check slope) {}

    /// The loss at a point of the grid.
    ///
    /// @param row counted from the lowest
    public double get(int row, int column) {
        return losses[row * at.size() + column];
    }

    /// The angle between both arrows, in degrees.
    public double angle() {
        return Math.toDegrees(Math.acos(cosine));
    }
}
