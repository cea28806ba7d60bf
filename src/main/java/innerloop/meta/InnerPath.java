package innerloop.meta;

import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.List;

/// The path of plain descent, `θ_k = θ₀ + M m_k` with `m₀ = 0, m_{k+1} = m_k − A_k ∘ ∇L_support(θ_k)`.
///
/// `m_k` is the accumulated movement of the adapted parameters, as a cotangent; M turns it into a displacement
/// ([InnerShapes]). The m_k are all that second order has to store. Where displacements are expensive and parameters
/// small, the θ_k are stored too.
final class InnerPath implements Trajectory {

    private final EpisodeProblem problem;
    private final Parameters episodeStart;
    private final Parameters start;
    private final Workspace w;
    private final List<Parameters> moved = new ArrayList<>();
    private final List<Parameters> stored = new ArrayList<>();
    private final Parameters here;

    /// A path that has not left its start.
    InnerPath(EpisodeProblem problem, InnerLoop.Start begin, Workspace w) {
        this.problem = problem;
        this.episodeStart = begin.episode();
        this.start = begin.support();
        this.w = w;
        this.here = w.supportSpace().copy(start);
        moved.add(w.moveSpace().zero());
    }

    /// K, the number of steps so far.
    @Override
    public int steps() {
        return moved.size() - 1;
    }

    /// θ₀ in the inner loop's shapes.
    Parameters start() {
        return start;
    }

    /// m_k.
    Parameters moved(int k) {
        return moved.get(k);
    }

    @Override
    public Parameters at(int k) {
        Parameters reached = w.space().copy(episodeStart);
        problem.addCotangent(moved(k), 1, reached, w.scratch());
        return reached;
    }

    /// θ_k in the inner loop's shapes; valid until the next call.
    Parameters parameters(int k) {
        if (k == 0) {
            return start;
        }
        if (k <= stored.size()) {
            return stored.get(k - 1);
        }
        Parameters into = here;
        if (problem.storesParameters() && k == stored.size() + 1) {
            into = w.supportSpace().copy(start);
            stored.add(into);
        }
        Parameters displacement = problem.displacement(moved.get(k), w);
        for (int p = 0; p < displacement.specs().size(); p++) {
            String name = displacement.specs().get(p).name();
            w.backend().addScaled(start.get(name), 1, displacement.values().get(p), into.get(name));
        }
        return into;
    }

    /// Takes the next step along this gradient.
    void descend(Parameters gradient, InnerRates rates) {
        Parameters next = w.moveSpace().copy(moved.getLast());
        rates.descend(next, gradient, steps(), w.product(), w.moveSpace());
        moved.add(next);
    }
}
