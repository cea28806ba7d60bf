package innerloop.projection;

import java.util.Arrays;
import java.util.List;

/// Where vectors of the space that was projected point in its picture: the linear part of the projection.
///
/// @param axes one for each dimension of the picture, in the space; empty if they are not known
public record Directions(List<double[]> axes) {

    /// Nothing is known.
    public static final Directions NONE = new Directions(List.of());

    /// Copies the list.
    public Directions {
        axes = List.copyOf(axes);
    }

    /// Those of a picture that was turned after it was projected. As the coordinates on principal axes are uncorrelated, each axis
    /// is found by itself: `Q_ab = Σ_i x_ia y_ib / Σ_i x_ia²`.
    ///
    /// @param principal the axes on which it was projected
    /// @param before coordinates on them, `[n × dimensions]`
    /// @param turned the same in the picture
    static Directions turned(double[][] principal, float[] before, float[] turned, int dimensions) {
        int kept = Math.min(dimensions, principal.length);
        double[][] turn = new double[kept][dimensions];
        for (int a = 0; a < kept; a++) {
            double squares = 0;
            for (int i = 0; i < before.length; i += dimensions) {
                double x = before[i + a];
                squares += x * x;
                for (int b = 0; b < dimensions; b++) {
                    turn[a][b] += x * turned[i + b];
                }
            }
            for (int b = 0; b < dimensions; b++) {
                turn[a][b] = squares > 0 ? turn[a][b] / squares : 0;
            }
        }
        double[][] axes = new double[dimensions][kept == 0 ? 0 : principal[0].length];
        for (int b = 0; b < dimensions; b++) {
            for (int a = 0; a < kept; a++) {
                for (int c = 0; c < axes[b].length; c++) {
                    axes[b][c] += turn[a][b] * principal[a][c];
                }
            }
        }
        return new Directions(Arrays.asList(axes));
    }

    /// Whether vectors of this length are of the space.
    public boolean know(int length) {
        return !axes.isEmpty() && axes.getFirst().length == length;
    }

    /// A vector in the picture.
    public double[] of(double[] vector) {
        return axes.stream().mapToDouble(axis -> dot(axis, vector)).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }
}
