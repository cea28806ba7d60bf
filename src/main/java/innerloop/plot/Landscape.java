package innerloop.plot;

import innerloop.colour.Colour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Heights at the points of a square grid around an origin, as the ground of a chart: colours that go smoothly from point to point, and
/// lines of equal height.
///
/// @param reach from the origin to each side, in units of the plane
/// @param side number of points along a side
/// @param heights row after row, from the lowest row; NaN where there is none; read only
public record Landscape(double reach, int side, double[] heights) {

    /// Cells between two points, along a side.
    private static final int FINER = 8;

    /// Lines of equal height.
    private static final int LINES = 11;

    /// The ground stays pale, so that what lies on it is seen.
    private static final double PALE = 0.55;

    private static final double OPACITY = 0.28;

    /// Checks the number of heights.
    public Landscape {
        if (side < 2 || heights.length != side * side) {
            throw new IllegalArgumentException(heights.length + " heights for " + side + "²");
        }
    }

    /// The lowest height; NaN if there is none.
    public double lowest() {
        return Arrays.stream(heights).filter(Double::isFinite).min().orElse(Double.NaN);
    }

    /// The largest height; NaN if there is none.
    public double highest() {
        return Arrays.stream(heights).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    /// The colours of the scale from the lowest to the highest, side by side.
    static Mark scale(double x, double y, double width, double height) {
        double[] shares = new double[(int) width];
        Arrays.setAll(shares, k -> PALE * k / (shares.length - 1));
        return new Mark.Cells(x, y, width, height, shares.length, shares);
    }

    /// The ground, drawn into a square.
    ///
    /// @param left px
    /// @param top px
    /// @param size of the square, px
    List<Mark> marks(double left, double top, double size) {
        int cells = FINER * (side - 1);
        double low = lowest();
        double range = highest() - low;
        double[] shares = new double[cells * cells];
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                double height = at((column + 0.5) / FINER, (row + 0.5) / FINER);
                // Rows of a picture go down.
                shares[(cells - 1 - row) * cells + column] =
                        range > 0 ? PALE * Math.clamp((height - low) / range, 0.0, 1.0) : PALE / 2;
            }
        }
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Cells(left, top, size, size, cells, shares));
        if (range > 0) {
            double[] corners = corners(cells);
            for (int line = 1; line <= LINES; line++) {
                double height = low + range * line / (LINES + 1);
                marks.add(line(corners, cells, height, left, top, size));
            }
        }
        return marks;
    }

    private double[] corners(int cells) {
        double[] corners = new double[(cells + 1) * (cells + 1)];
        for (int row = 0; row <= cells; row++) {
            for (int column = 0; column <= cells; column++) {
                corners[row * (cells + 1) + column] =
                        at((double) column / FINER, (double) row / FINER);
            }
        }
        return corners;
    }

    /// The height between points, on curves through them (Catmull and Rom); that of the nearest where one around is missing.
    double at(double column, double row) {
        int c = Math.min((int) column, side - 2);
        int r = Math.min((int) row, side - 2);
        double[] across = weights(column - c);
        double[] up = weights(row - r);
        double sum = 0;
        for (int i = 0; i < up.length; i++) {
            for (int j = 0; j < across.length; j++) {
                sum += up[i] * across[j] * point(c + j - 1, r + i - 1);
            }
        }
        return Double.isFinite(sum) ? sum : point((int) Math.round(column), (int) Math.round(row));
    }

    private static double[] weights(double t) {
        return new double[] {
            t * (t * (2 - t) - 1) / 2,
            (t * t * (3 * t - 5) + 2) / 2,
            t * (t * (4 - 3 * t) + 1) / 2,
            t * t * (t - 1) / 2
        };
    }

    /// A point; beyond the edge the straight line through the last two goes on.
    private double point(int column, int row) {
        if (column < 0) {
            return 2 * point(0, row) - point(1, row);
        }
        if (column >= side) {
            return 2 * point(side - 1, row) - point(side - 2, row);
        }
        if (row < 0) {
            return 2 * point(column, 0) - point(column, 1);
        }
        if (row >= side) {
            return 2 * point(column, side - 1) - point(column, side - 2);
        }
        double height = heights[row * side + column];
        return Double.isFinite(height) ? height : Double.NaN;
    }

    /// One line of equal height: a piece through each cell that it crosses.
    private static Mark line(
            double[] corners, int cells, double height, double left, double top, double size) {
        double cell = size / cells;
        Pieces pieces = new Pieces();
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                int at = row * (cells + 1) + column;
                double sw = corners[at] - height;
                double se = corners[at + 1] - height;
                double nw = corners[at + cells + 1] - height;
                double ne = corners[at + cells + 2] - height;
                List<double[]> ends = new ArrayList<>();
                crossing(sw, se, ends, t -> new double[] {t, 0});
                crossing(se, ne, ends, t -> new double[] {1, t});
                crossing(nw, ne, ends, t -> new double[] {t, 1});
                crossing(sw, nw, ends, t -> new double[] {0, t});
                for (int k = 0; k + 1 < ends.size(); k += 2) {
                    for (double[] end : List.of(ends.get(k), ends.get(k + 1))) {
                        pieces.add(
                                left + cell * (column + end[0]),
                                top + size - cell * (row + end[1]));
                    }
                    pieces.stop();
                }
            }
        }
        return new Mark.Polyline(pieces.points(), Stroke.of(Colour.TEXT, 1).withOpacity(OPACITY));
    }

    private interface Edge {
        double[] at(double share);
    }

    private static void crossing(double from, double to, List<double[]> ends, Edge edge) {
        if (from < 0 != to < 0 && Double.isFinite(from - to)) {
            ends.add(edge.at(from / (from - to)));
        }
    }

    /// Points with breaks between them.
    private static final class Pieces {

        private final List<Double> coordinates = new ArrayList<>();

        void add(double x, double y) {
            coordinates.add(x);
            coordinates.add(y);
        }

        void stop() {
            add(Double.NaN, Double.NaN);
        }

        Points points() {
            return Points.xy(coordinates.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
