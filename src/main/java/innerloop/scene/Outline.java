package innerloop.scene;

/// A closed line, to be asked for very many points whether they are inside. Its sides are kept by the rows of pixels they
/// pass, so that only the few at the height of a point are looked at.
public final class Outline {

    private final double[] corner;
    private final double minX;
    private final double maxX;
    private final double minY;
    private final double maxY;
    private final int[] rowStart;
    private final int[] sides;

    /// The line through these points (x, y in turn) and back to the first.
    public Outline(double[] corner) {
        this.corner = corner;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = left;
        double bottom = right;
        for (int k = 0; k < corner.length; k += 2) {
            left = Math.min(left, corner[k]);
            right = Math.max(right, corner[k]);
            top = Math.min(top, corner[k + 1]);
            bottom = Math.max(bottom, corner[k + 1]);
        }
        minX = left;
        maxX = right;
        minY = top;
        maxY = bottom;
        int rows = corner.length == 0 ? 0 : row(maxY) + 1;
        rowStart = new int[rows + 1];
        for (int k = 0; k < corner.length; k += 2) {
            for (int r = first(k); r <= last(k); r++) {
                rowStart[r + 1]++;
            }
        }
        for (int r = 0; r < rows; r++) {
            rowStart[r + 1] += rowStart[r];
        }
        int[] next = rowStart.clone();
        sides = new int[rowStart[rows]];
        for (int k = 0; k < corner.length; k += 2) {
            for (int r = first(k); r <= last(k); r++) {
                sides[next[r]++] = k;
            }
        }
    }

    private int row(double y) {
        return (int) (y - minY);
    }

    private int previous(int k) {
        return k == 0 ? corner.length - 2 : k - 2;
    }

    private int first(int k) {
        return row(Math.min(corner[k + 1], corner[previous(k) + 1]));
    }

    private int last(int k) {
        return row(Math.max(corner[k + 1], corner[previous(k) + 1]));
    }

    /// Whether a ray from the point crosses the line an odd number of times; not for NaN.
    public boolean contains(double x, double y) {
        if (!(x >= minX && x <= maxX && y >= minY && y <= maxY)) {
            return false;
        }
        boolean inside = false;
        int row = row(y);
        for (int s = rowStart[row]; s < rowStart[row + 1]; s++) {
            int k = sides[s];
            int before = previous(k);
            double ya = corner[k + 1];
            double yb = corner[before + 1];
            if (ya > y != yb > y) {
                double crossing = corner[k] + (y - ya) / (yb - ya) * (corner[before] - corner[k]);
                inside ^= x < crossing;
            }
        }
        return inside;
    }
}
