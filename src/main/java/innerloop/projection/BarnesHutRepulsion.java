package innerloop.projection;

import java.util.Arrays;

/// The repulsion in O(n log n): far groups of points push as one (Barnes & Hut 1986; for t-SNE van der Maaten 2014).
///
/// Space is halved along each axis again and again into an octree, which for points of a plane is a quadtree: the octants
/// behind it stay empty. Cells are numbered depth first, so that `next[c]` is the cell after all those inside c, and a
/// walk needs no stack: into a cell is `c + 1`, past it `next[c]`.
final class BarnesHutRepulsion implements Repulsion {

    /// A cell with so few points is not cut any more.
    private static final int LEAF = 4;

    /// Points that share a cell of side · 2⁻⁴⁰ stay in it.
    private static final int MAX_DEPTH = 40;

    private final double theta;

    /// The points in the order of their cells. It is kept from step to step: points move little, so that little has to be
    /// moved.
    private final int[] order;

    /// `[n × 3]` their positions in this order.
    private final double[] sorted;

    /// `[cells × 3]` the mean of a cell's points.
    private double[] mean = new double[3 * 1024];

    /// `(side / theta)²`: from farther than the root of it, a cell is one point.
    private double[] reach = new double[1024];

    /// The points of a cell in `order`.
    private int[] from = new int[1024];

    private int[] to = new int[1024];
    private int[] next = new int[1024];
    private int cells;

    /// The repulsion of n points.
    ///
    /// @param theta a cell acts as one point where its side is below theta times its distance; 0 is exact, below 1/√3 no
    ///     point takes part in a cell that acts on it
    BarnesHutRepulsion(int n, double theta) {
        this.theta = theta;
        this.order = new int[n];
        Arrays.setAll(order, i -> i);
        this.sorted = new double[3 * n];
    }

    @Override
    public double add(double[] y, double[] push) {
        grow(y);
        double sum = 0;
        for (int s = 0; s < order.length; s++) {
            sum += add(s, push);
        }
        return sum;
    }

    private double add(int s, double[] push) {
        double px = sorted[3 * s];
        double py = sorted[3 * s + 1];
        double pz = sorted[3 * s + 2];
        double fx = 0;
        double fy = 0;
        double fz = 0;
        double sum = 0;
        int c = 0;
        while (c < cells) {
            double dx = px - mean[3 * c];
            double dy = py - mean[3 * c + 1];
            double dz = pz - mean[3 * c + 2];
            double squared = dx * dx + dy * dy + dz * dz;
            if (reach[c] < squared) {
                double w = 1 / (1 + squared);
                double all = (to[c] - from[c]) * w;
                sum += all;
                double f = all * w;
                fx += f * dx;
                fy += f * dy;
                fz += f * dz;
                c = next[c];
                continue;
            }
            if (next[c] == c + 1) {
                for (int t = from[c]; t < to[c]; t++) {
                    double ex = px - sorted[3 * t];
                    double ey = py - sorted[3 * t + 1];
                    double ez = pz - sorted[3 * t + 2];
                    double w = 1 / (1 + ex * ex + ey * ey + ez * ez);
                    sum += w;
                    double f = w * w;
                    fx += f * ex;
                    fy += f * ey;
                    fz += f * ez;
                }
                // The point itself has added 1 and no force.
                sum -= from[c] <= s && s < to[c] ? 1 : 0;
            }
            c++;
        }
        int i = 3 * order[s];
        push[i] += fx;
        push[i + 1] += fy;
        push[i + 2] += fz;
        return sum;
    }

    /// Makes the tree of these positions.
    private void grow(double[] y) {
        double[] middle = new double[3];
        double half = 0;
        for (int axis = 0; axis < 3; axis++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = axis; k < y.length; k += 3) {
                least = Math.min(least, y[k]);
                most = Math.max(most, y[k]);
            }
            middle[axis] = (least + most) / 2;
            half = Math.max(half, (most - least) / 2);
        }
        cells = 0;
        cut(y, 0, order.length, middle[0], middle[1], middle[2], half, 0);
    }

    /// Makes the cell of these points, which lie around (x, y, z), and all inside it.
    private void cut(
            double[] at, int begin, int end, double x, double y, double z, double half, int depth) {
        int cell = cell(begin, end, half);
        if (end - begin <= LEAF || depth == MAX_DEPTH) {
            settle(at, cell);
        } else {
            // Octant `o` holds the points from `first[o]` to `first[o + 1]`; its bits say on which
            // side of x, y, z.
            int[] first = new int[9];
            first[0] = begin;
            first[8] = end;
            first[4] = split(at, begin, end, 2, z);
            for (int o = 0; o < 8; o += 4) {
                first[o + 2] = split(at, first[o], first[o + 4], 1, y);
            }
            for (int o = 0; o < 8; o += 2) {
                first[o + 1] = split(at, first[o], first[o + 2], 0, x);
            }
            double quarter = half / 2;
            for (int o = 0; o < 8; o++) {
                if (first[o] < first[o + 1]) {
                    cut(
                            at,
                            first[o],
                            first[o + 1],
                            x + ((o & 1) == 0 ? -quarter : quarter),
                            y + ((o & 2) == 0 ? -quarter : quarter),
                            z + ((o & 4) == 0 ? -quarter : quarter),
                            quarter,
                            depth + 1);
                }
            }
        }
        next[cell] = cells;
        average(cell);
    }

    private int cell(int begin, int end, double half) {
        if (cells == next.length) {
            int grown = 2 * cells;
            mean = Arrays.copyOf(mean, 3 * grown);
            reach = Arrays.copyOf(reach, grown);
            from = Arrays.copyOf(from, grown);
            to = Arrays.copyOf(to, grown);
            next = Arrays.copyOf(next, grown);
        }
        from[cells] = begin;
        to[cells] = end;
        // With theta 0 this is infinite, or not a number: no distance is above it.
        reach[cells] = 4 * half * half / (theta * theta);
        return cells++;
    }

    /// Puts the positions of a leaf's points in their place.
    private void settle(double[] at, int cell) {
        for (int s = from[cell]; s < to[cell]; s++) {
            System.arraycopy(at, 3 * order[s], sorted, 3 * s, 3);
        }
    }

    /// Moves the points below `border` in front of the others.
    ///
    /// @return where the others begin
    private int split(double[] at, int begin, int end, int axis, double border) {
        int front = begin;
        int back = end;
        while (true) {
            while (front < back && at[3 * order[front] + axis] < border) {
                front++;
            }
            while (front < back && !(at[3 * order[back - 1] + axis] < border)) {
                back--;
            }
            if (front == back) {
                return front;
            }
            back--;
            int point = order[front];
            order[front] = order[back];
            order[back] = point;
        }
    }

    private void average(int cell) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int s = from[cell]; s < to[cell]; s++) {
            x += sorted[3 * s];
            y += sorted[3 * s + 1];
            z += sorted[3 * s + 2];
        }
        int points = to[cell] - from[cell];
        mean[3 * cell] = x / points;
        mean[3 * cell + 1] = y / points;
        mean[3 * cell + 2] = z / points;
    }
}
