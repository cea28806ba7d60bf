package innerloop.projection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The smallest convex polygon around points of the plane, and which points of a group it should go around.
public final class ConvexHull {

    private ConvexHull() {}

    /// The corners of the hull of some points, x and y in turn, each once, counterclockwise where y points up; all points
    /// on a line leave its two ends, equal ones a single corner. Andrew's monotone chain (1979).
    ///
    /// @param xy x and y of each point in turn
    /// @param points those the hull goes around; those without a place (NaN) do not count
    public static double[] around(float[] xy, int[] points) {
        double[][] sorted =
                Arrays.stream(points)
                        .filter(i -> Float.isFinite(xy[2 * i]) && Float.isFinite(xy[2 * i + 1]))
                        .mapToObj(i -> new double[] {xy[2 * i], xy[2 * i + 1]})
                        .sorted(
                                Comparator.<double[]>comparingDouble(p -> p[0])
                                        .thenComparingDouble(p -> p[1]))
                        .toArray(double[][]::new);
        double[][] corners = new double[2 * sorted.length + 1][];
        int count = chain(sorted, corners, 0, true);
        // The way back begins with the last corner of the way there.
        count = chain(sorted, corners, Math.max(0, count - 1), false);
        int kept = count > 1 ? count - 1 : count;
        double[] hull = new double[2 * kept];
        for (int k = 0; k < kept; k++) {
            hull[2 * k] = corners[k][0];
            hull[2 * k + 1] = corners[k][1];
        }
        return hull;
    }

    /// Adds one side of the hull to the corners: points that are not left of the way through their neighbours are left out.
    ///
    /// @return how many corners there are then
    private static int chain(double[][] sorted, double[][] corners, int from, boolean forth) {
        int count = from;
        for (int k = 0; k < sorted.length; k++) {
            double[] next = sorted[forth ? k : sorted.length - 1 - k];
            while (count - from >= 2 && !isLeft(corners[count - 2], corners[count - 1], next)) {
                count--;
            }
            boolean repeated = count > from && Arrays.equals(corners[count - 1], next);
            if (!repeated) {
                corners[count++] = next;
            }
        }
        return count;
    }

    private static boolean isLeft(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
    }

    /// The share of some points that is nearest to their middle, the median of each coordinate: a few that strayed far
    /// do not count. At least one; equally near ones all count.
    ///
    /// @param positions `[n × dimensions]`, row after row
    /// @param points to choose from; those without a place (NaN) are never chosen
    public static int[] core(float[] positions, int dimensions, int[] points, double share) {
        int[] placed =
                Arrays.stream(points)
                        .filter(i ->
                                IntStream.range(0, dimensions)
                                        .allMatch(
                                                d -> Float.isFinite(positions[dimensions * i + d])))
                        .toArray();
        if (placed.length == 0) {
            return placed;
        }
        double[] middle = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            int axis = d;
            double[] along =
                    Arrays.stream(placed)
                            .mapToDouble(i -> positions[dimensions * i + axis])
                            .sorted()
                            .toArray();
            middle[d] = (along[(along.length - 1) / 2] + along[along.length / 2]) / 2;
        }
        double[] squares = new double[placed.length];
        for (int k = 0; k < placed.length; k++) {
            for (int d = 0; d < dimensions; d++) {
                double away = positions[dimensions * placed[k] + d] - middle[d];
                squares[k] += away * away;
            }
        }
        double[] sorted = squares.clone();
        Arrays.sort(sorted);
        double reach = sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
        return IntStream.range(0, placed.length)
                .filter(k -> squares[k] <= reach)
                .map(k -> placed[k])
                .toArray();
    }
}
