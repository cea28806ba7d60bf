package innerloop.microscope;

import innerloop.meta.Traits;
import java.util.List;
import java.util.Optional;

/// One outer step, taken apart. Everything lies in one plane through θ, whose origin is θ.
///
/// @param step outer steps done before it
/// @param drawn episodes of the step
/// @param episodes the first of them
/// @param kind what the pulls are: gradients, or displacements
/// @param plane the plane
/// @param mean the mean pull of all episodes
/// @param move what the outer optimiser makes of it, θ after the step − θ; empty if what it remembers is not known, or if numbers
///     are not finite
/// @param moveWithMean cosine of the angle between the move and the mean pull; 0 if there is no move
public record OuterTrace(
        int step,
        int drawn,
        List<EpisodeTrace> episodes,
        Traits.Move kind,
        Seen plane,
        Arrow mean,
        Optional<Arrow> move,
        double moveWithMean) {

    public OuterTrace {
        episodes = List.copyOf(episodes);
    }

    /// What a plane was laid through.
    public enum Through {
        /// The largest movement of the inner loops, all `θ_k − θ`.
        MOVEMENT,
        /// The pulls, because nothing moves in an inner loop.
        PULLS
    }

    /// What a plane shows.
    ///
    /// @param through what it was laid through
    /// @param share the part of the squared length of all of it that lies in the plane, 0 … 1
    /// @param points how many vectors it was laid through
    public record Seen(Through through, double share, int points) {}

    /// Whether there is a move, or none that could be known because numbers are not finite.
    public boolean isMoveKnown() {
        return move.isPresent() || !Double.isFinite(mean.length());
    }

    /// How much the episodes agree: the length of the mean pull, as a share of the mean length of the pulls that are shown. 1 if
    /// all are the same, near 0 if they cancel out.
    public double agreement() {
        double lengths =
                episodes.stream().mapToDouble(each -> each.pull().length()).average().orElse(0);
        return lengths == 0 ? 0 : mean.length() / lengths;
    }
}
