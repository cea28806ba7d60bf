package innerloop.meta;

import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.List;

/// The path of plain descent, `θ_k = θ₀ + M m_k` with `m₀ = 0, m_{k+1} = m_k − A_k ∘ ∇L_support(θ_k)`.
///
/// `m_k` is how far the adapted parameters moved, written as a slope; M makes it a step ([InnerShapes]). The m_k are all
/// that second order needs to remember; where steps are dear and points small, it remembers the points too.
final class InnerPath implements Trajectory {

    private final EpisodeProblem problem;
    private final Parameters episodeStart;
    private final Parameters start;
    private final Workspace w;
    private final List<Parameters> moved = new ArrayList<>();
    private final List<Parameters> points = new ArrayList<>();
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
        problem.addSlope(moved(k), 1, reached, w.scratch());
        return reached;
    }

    /// θ_k in the inner loop's shapes; valid until the next call.
    Parameters point(int k) {
        if (k == 0) {
            return start;
        }
        if (k <= points.size()) {
            return points.get(k - 1);
        }
        Parameters into = here;
        if (problem.remembersPoints() && k == points.size() + 1) {
            into = w.supportSpace().copy(start);
            points.add(into);
        }
        Parameters step = problem.step(moved.get(k), w);
        for (int p = 0; p < step.specs().size(); p++) {
            String name = step.specs().get(p).name();
            w.backend().addScaled(start.get(name), 1, step.values().get(p), into.get(name));
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
