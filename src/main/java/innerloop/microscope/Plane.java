package innerloop.microscope;

import innerloop.math.JacobiEigen;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.util.Arrays;
import java.util.List;

/// The plane through θ in which some vectors from θ are as long as they can be: that of the two largest eigenvectors of
/// `Σ v vᵀ`. They are found by way of the Gram matrix of the vectors, which is as small as their number:
///
///     G_ij = v_i · v_j,    G c = λ c,    e = Σ_i c_i v_i / √λ
final class Plane {

    /// Eigenvalues below this share of the sum are rounding errors.
    private static final double NOTHING = 1e-12;

    private final ParameterSpace space;
    private final Parameters[] axes;
    private final double share;

    private Plane(ParameterSpace space, Parameters[] axes, double share) {
        this.space = space;
        this.axes = axes;
        this.share = share;
    }

    /// The plane of some vectors, which must be finite.
    ///
    /// @param towards a vector whose coordinates are not negative: it says which way the axes point
    static Plane of(List<Parameters> vectors, Parameters towards, ParameterSpace space) {
        int n = vectors.size();
        double[] gram = new double[n * n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i * n + j] = space.dot(vectors.get(i), vectors.get(j));
                gram[j * n + i] = gram[i * n + j];
            }
            all += gram[i * n + i];
        }
        JacobiEigen.Decomposition found = JacobiEigen.decompose(gram, n);
        Parameters[] axes = new Parameters[2];
        double held = 0;
        for (int a = 0; a < axes.length; a++) {
            axes[a] = space.zero();
            if (a < n && found.values()[a] > NOTHING * all) {
                held += found.values()[a];
                double scale = 1 / Math.sqrt(found.values()[a]);
                for (int i = 0; i < n; i++) {
                    space.add(axes[a], scale * found.vectors()[a][i], vectors.get(i));
                }
                if (space.dot(axes[a], towards) < 0) {
                    Parameters turned = space.zero();
                    space.add(turned, -1, axes[a]);
                    axes[a] = turned;
                }
            }
        }
        return new Plane(space, axes, all == 0 ? 0 : Math.min(1, held / all));
    }

    /// The part of the squared length of its vectors that lies in it, 0 … 1.
    double share() {
        return share;
    }

    /// The two coordinates of a vector.
    double[] at(Parameters vector) {
        return Arrays.stream(axes).mapToDouble(axis -> space.dot(axis, vector)).toArray();
    }

    /// A vector as an arrow; one that is not finite is a point.
    Arrow arrow(Parameters vector) {
        double length = space.norm(vector);
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            return new Arrow(0, 0, length, 0);
        }
        double[] at = at(vector);
        return new Arrow(at[0], at[1], length, Math.min(1, Math.hypot(at[0], at[1]) / length));
    }
}
