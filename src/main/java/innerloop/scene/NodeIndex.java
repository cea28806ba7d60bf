package innerloop.scene;

import java.util.stream.IntStream;

/// Finds the nodes near a point: a grid in world space with about two nodes to a cell.
public final class NodeIndex {

    private final float[] xy;
    private final Bounds2 bounds;
    private final int columns;
    private final int rows;
    private final double cell;
    private final int[] start;
    private final int[] node;

    /// Indexes these positions (x, y in turn); nodes at NaN are not found.
    public NodeIndex(float[] xy) {
        this.xy = xy;
        this.bounds = Bounds2.of(xy);
        int n = xy.length / 2;
        double area = Math.max(bounds.width() * bounds.height(), 1e-12);
        double longest = Math.max(Math.max(bounds.width(), bounds.height()), 1e-6);
        cell = Math.max(Math.sqrt(2 * area / Math.max(1, n)), longest / 1024);
        columns = (int) (bounds.width() / cell) + 1;
        rows = (int) (bounds.height() / cell) + 1;
        start = new int[columns * rows + 1];
        int[] cellOf = new int[n];
        for (int i = 0; i < n; i++) {
            boolean placed = Float.isFinite(xy[2 * i]) && Float.isFinite(xy[2 * i + 1]);
            cellOf[i] = placed ? row(xy[2 * i + 1]) * columns + column(xy[2 * i]) : -1;
            if (placed) {
                start[cellOf[i] + 1]++;
            }
        }
        for (int c = 0; c < columns * rows; c++) {
            start[c + 1] += start[c];
        }
        int[] next = start.clone();
        node = new int[start[columns * rows]];
        for (int i = 0; i < n; i++) {
            if (cellOf[i] >= 0) {
                node[next[cellOf[i]]++] = i;
            }
        }
    }

    private int column(double x) {
        return Math.clamp((long) ((x - bounds.minX()) / cell), 0, columns - 1);
    }

    private int row(double y) {
        return Math.clamp((long) ((y - bounds.minY()) / cell), 0, rows - 1);
    }

    /// The node nearest to a world point and no farther than `reach` (world units), or −1. Of
    /// equally near nodes the last one, which is drawn on top.
    public int nearest(double x, double y, double reach) {
        int best = -1;
        double bestSquare = reach * reach;
        for (int r = row(y - reach); r <= row(y + reach); r++) {
            for (int c = column(x - reach); c <= column(x + reach); c++) {
                for (int k = start[r * columns + c]; k < start[r * columns + c + 1]; k++) {
                    int i = node[k];
                    double dx = xy[2 * i] - x;
                    double dy = xy[2 * i + 1] - y;
                    double square = dx * dx + dy * dy;
                    if (square < bestSquare || (square == bestSquare && i > best)) {
                        best = i;
                        bestSquare = square;
                    }
                }
            }
        }
        return best;
    }

    /// All nodes no farther than `reach` (world units) from a world point.
    public IntStream within(double x, double y, double reach) {
        IntStream.Builder found = IntStream.builder();
        for (int r = row(y - reach); r <= row(y + reach); r++) {
            for (int c = column(x - reach); c <= column(x + reach); c++) {
                for (int k = start[r * columns + c]; k < start[r * columns + c + 1]; k++) {
                    int i = node[k];
                    if (Math.hypot(xy[2 * i] - x, xy[2 * i + 1] - y) <= reach) {
                        found.add(i);
                    }
                }
            }
        }
        return found.build();
    }
}
