package innerloop.projection;

/// Turns one picture of points onto another of the same points, so that they move instead of jumping.
///
/// The orthogonal Procrustes problem (Schönemann 1966): of all rotations and reflections Q about the origin, the one
/// with the least `Σᵢ |pᵢ Q − tᵢ|²`. With `M = Σᵢ pᵢᵀ tᵢ = U S Vᵀ` it is `Q = U Vᵀ`.
final class Alignment {

    /// More than Jacobi's method ever needs for three columns.
    private static final int MOST_SWEEPS = 30;

    /// Relative to the widest: what is narrower than this has no direction but that of rounding errors.
    private static final double NO_WIDTH = 1e-12;

    private Alignment() {}

    /// Turns `points` in place onto `target`, both `[n × dimensions]`, row after row.
    ///
    /// @param dimensions 2 or 3
    static void onto(float[] points, float[] target, int dimensions) {
        if (points.length != target.length) {
            throw new IllegalArgumentException(
                    "%d numbers cannot be turned onto %d".formatted(points.length, target.length));
        }
        switch (dimensions) {
            case 2 -> ontoInPlane(points, target);
            case 3 -> ontoInSpace(points, target);
            default -> throw new IllegalArgumentException(dimensions + " dimensions, not 2 or 3");
        }
    }

    /// The closed form: the best rotation has angle `atan2(M₀₁ − M₁₀, M₀₀ + M₁₁)`, the best reflection
    /// `atan2(M₀₁ + M₁₀, M₀₀ − M₁₁)`; the larger trace wins.
    private static void ontoInPlane(float[] xy, float[] target) {
        double m00 = 0;
        double m01 = 0;
        double m10 = 0;
        double m11 = 0;
        for (int i = 0; i < xy.length; i += 2) {
            m00 += (double) xy[i] * target[i];
            m01 += (double) xy[i] * target[i + 1];
            m10 += (double) xy[i + 1] * target[i];
            m11 += (double) xy[i + 1] * target[i + 1];
        }
        boolean reflect = Math.hypot(m00 - m11, m01 + m10) > Math.hypot(m00 + m11, m01 - m10);
        double angle =
                reflect ? Math.atan2(m01 + m10, m00 - m11) : Math.atan2(m01 - m10, m00 + m11);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double side = reflect ? -1 : 1;
        for (int i = 0; i < xy.length; i += 2) {
            double a = xy[i];
            double b = side * xy[i + 1];
            xy[i] = (float) (cos * a - sin * b);
            xy[i + 1] = (float) (sin * a + cos * b);
        }
    }

    /// `p Q = Σₖ (p · uₖ) vₖ` with the singular vectors u and v of M.
    private static void ontoInSpace(float[] points, float[] target) {
        double[][] columns = new double[3][3];
        for (int i = 0; i < points.length; i += 3) {
            for (int b = 0; b < 3; b++) {
                for (int a = 0; a < 3; a++) {
                    columns[b][a] += (double) points[i + a] * target[i + b];
                }
            }
        }
        double[][] v = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        orthogonalise(columns, v);
        sortByLength(columns, v);
        if (!(length(columns[0]) > 0)) {
            // All in one point: no direction is better than another.
            return;
        }
        double[][] u = directions(columns, v);
        for (int i = 0; i < points.length; i += 3) {
            double[] p = {points[i], points[i + 1], points[i + 2]};
            double along0 = dot(p, u[0]);
            double along1 = dot(p, u[1]);
            double along2 = dot(p, u[2]);
            for (int b = 0; b < 3; b++) {
                points[i + b] = (float) (along0 * v[0][b] + along1 * v[1][b] + along2 * v[2][b]);
            }
        }
    }

    /// One-sided Jacobi (Hestenes 1958): turns pairs of columns until all are orthogonal, and `v` along. The columns of M
    /// become those of `M V = U S`.
    private static void orthogonalise(double[][] columns, double[][] v) {
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MOST_SWEEPS; sweep++) {
            turned = false;
            for (int p = 0; p < 2; p++) {
                for (int q = p + 1; q < 3; q++) {
                    double pp = dot(columns[p], columns[p]);
                    double qq = dot(columns[q], columns[q]);
                    double pq = dot(columns[p], columns[q]);
                    if (Math.abs(pq) > 1e-15 * Math.sqrt(pp * qq)) {
                        double zeta = (qq - pp) / (2 * pq);
                        double tan =
                                Math.copySign(1 / (Math.abs(zeta) + Math.hypot(1, zeta)), zeta);
                        turn(columns[p], columns[q], tan);
                        turn(v[p], v[q], tan);
                        turned = true;
                    }
                }
            }
        }
    }

    private static void turn(double[] p, double[] q, double tan) {
        double cos = 1 / Math.hypot(1, tan);
        double sin = cos * tan;
        for (int a = 0; a < 3; a++) {
            double old = p[a];
            p[a] = cos * old - sin * q[a];
            q[a] = sin * old + cos * q[a];
        }
    }

    private static void sortByLength(double[][] columns, double[][] v) {
        for (int[] pair : new int[][] {{0, 1}, {1, 2}, {0, 1}}) {
            if (length(columns[pair[0]]) < length(columns[pair[1]])) {
                swap(columns, pair[0], pair[1]);
                swap(v, pair[0], pair[1]);
            }
        }
    }

    private static void swap(double[][] rows, int a, int b) {
        double[] old = rows[a];
        rows[a] = rows[b];
        rows[b] = old;
    }

    /// The columns scaled to length 1. One without length (the points lie in a plane or on a line) may point anywhere that
    /// is orthogonal to the others; the last then makes a rotation, no reflection.
    private static double[][] directions(double[][] columns, double[][] v) {
        double[] first = scaled(columns[0]);
        double[] second;
        if (length(columns[1]) > NO_WIDTH * length(columns[0])) {
            second = scaled(columns[1]);
        } else {
            boolean skew = Math.abs(dot(v[1], first)) < Math.abs(dot(v[2], first));
            second = scaled(orthogonalTo(first, skew ? v[1] : v[2]));
        }
        double[] third = cross(first, second);
        double side =
                length(columns[2]) > NO_WIDTH * length(columns[0])
                        ? dot(third, columns[2])
                        : dot(cross(v[0], v[1]), v[2]);
        for (int a = 0; a < 3; a++) {
            third[a] *= Math.signum(side);
        }
        return new double[][] {first, second, third};
    }

    private static double[] orthogonalTo(double[] unit, double[] x) {
        double along = dot(unit, x);
        return new double[] {
            x[0] - along * unit[0], x[1] - along * unit[1], x[2] - along * unit[2]
        };
    }

    private static double[] scaled(double[] x) {
        double length = length(x);
        return new double[] {x[0] / length, x[1] / length, x[2] / length};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }

    private static double length(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
