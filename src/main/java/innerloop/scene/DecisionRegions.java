package innerloop.scene;

import innerloop.colour.Theme;
import java.util.Arrays;
import java.util.Optional;

/// Which class the network gives to nodes near each place of the picture: every node in play votes for the class it is
/// predicted to have, with a weight that falls like a Gaussian with its distance. Where no node is near, nothing is said.
///
/// It is not a slice through the network, whose decision for a node depends on more than two numbers and on the node's
/// neighbours in the graph; but it is true to what is seen, whatever the encoder and the projection are.
final class DecisionRegions {

    /// Standard deviation of the Gaussian, in parts of the picture's side.
    private static final double WIDTH = 0.03;

    /// Cells per standard deviation: finer would look the same.
    private static final double CELLS = 2;

    private static final int MOST_CELLS = 320;

    /// Beyond this many standard deviations no node has a say.
    private static final int FAR = 3;

    /// The area that is computed; outliers keep their nodes but get no background.
    private static final double SHARE = 0.96;

    private static final double OPACITY = 0.3;

    private final Bounds2 bounds;
    private final double sigma;
    private final int columns;
    private final int rows;

    private DecisionRegions(Bounds2 around) {
        sigma = Math.max(WIDTH * Math.max(around.width(), around.height()), 1e-6);
        double margin = FAR * sigma + 0.1 * Math.max(around.width(), around.height());
        bounds =
                new Bounds2(
                        around.minX() - margin,
                        around.minY() - margin,
                        around.maxX() + margin,
                        around.maxY() + margin);
        columns = Math.clamp((long) (bounds.width() / sigma * CELLS), 2, MOST_CELLS);
        rows = Math.clamp((long) (bounds.height() / sigma * CELLS), 2, MOST_CELLS);
    }

    /// The shading of nodes in the plane; empty when none is in play.
    static Optional<Shading> of(EmbeddedNodes nodes, Theme theme) {
        int[] classes = nodes.inPlay();
        if (classes.length == 0) {
            return Optional.empty();
        }
        float[] voters = nodes.positions().clone();
        for (int i = 0; i < nodes.count(); i++) {
            if (nodes.predicted()[i] < 0) {
                voters[2 * i] = Float.NaN;
            }
        }
        DecisionRegions regions = new DecisionRegions(Bounds2.ofMost(voters, SHARE));
        double[][] votes = new double[classes.length][];
        for (int c = 0; c < classes.length; c++) {
            votes[c] = regions.votes(voters, nodes.predicted(), classes[c]);
        }
        int[] colours =
                Arrays.stream(classes).map(c -> theme.classColour(c, nodes.ways())).toArray();
        return Optional.of(regions.shading(colours, votes));
    }

    /// The weight of a class in each cell: its nodes are put into the four cells around them, then blurred.
    private double[] votes(float[] voters, int[] predicted, int forClass) {
        double[] cells = new double[columns * rows];
        for (int i = 0; i < predicted.length; i++) {
            double x = (voters[2 * i] - bounds.minX()) / bounds.width() * columns - 0.5;
            double y = (voters[2 * i + 1] - bounds.minY()) / bounds.height() * rows - 0.5;
            // Also false for NaN.
            if (predicted[i] == forClass && isInside(x, columns) && isInside(y, rows)) {
                int row = (int) y;
                int column = (int) x;
                int at = row * columns + column;
                double right = x - column;
                double down = y - row;
                cells[at] += (1 - right) * (1 - down);
                cells[at + 1] += right * (1 - down);
                cells[at + columns] += (1 - right) * down;
                cells[at + columns + 1] += right * down;
            }
        }
        double[] across = blurred(cells, sigma / bounds.width() * columns, columns, 1, rows);
        return blurred(across, sigma / bounds.height() * rows, rows, columns, columns);
    }

    /// A node so near to the border that its vote would be cut off has none: the ground fades out, it does not end.
    private static boolean isInside(double cell, int cells) {
        double edge = FAR * CELLS + 1;
        return cell >= edge && cell < cells - 1 - edge;
    }

    /// One direction of the blur; a single vote keeps a height of 1.
    private double[] blurred(double[] cells, double deviation, int length, int step, int lines) {
        int reach = (int) Math.ceil(FAR * deviation);
        double[] weight = new double[reach + 1];
        for (int k = 0; k <= reach; k++) {
            weight[k] = Math.exp(-k * k / (2 * deviation * deviation));
        }
        double[] sum = new double[cells.length];
        int between = step == 1 ? length : 1;
        for (int line = 0; line < lines; line++) {
            for (int k = 0; k < length; k++) {
                double vote = cells[line * between + k * step];
                if (vote > 0) {
                    int last = Math.min(length - 1, k + reach);
                    for (int to = Math.max(0, k - reach); to <= last; to++) {
                        sum[line * between + to * step] += vote * weight[Math.abs(to - k)];
                    }
                }
            }
        }
        return sum;
    }

    private Shading shading(int[] colours, double[][] votes) {
        int[] argb = new int[columns * rows];
        for (int cell = 0; cell < argb.length; cell++) {
            int best = 0;
            double all = 0;
            for (int c = 0; c < colours.length; c++) {
                all += votes[c][cell];
                best = votes[c][cell] > votes[best][cell] ? c : best;
            }
            if (all > 0) {
                // Certain where all agree and where nodes are; half as strong where two classes
                // are even.
                double agreed = votes[best][cell] / all;
                double alpha = OPACITY * agreed * (1 - Math.exp(-2 * all));
                argb[cell] = premultiplied(colours[best], alpha);
            }
        }
        return new Shading(bounds, columns, rows, argb);
    }

    private static int premultiplied(int colour, double alpha) {
        return Theme.mix(0, colour | 0xFF000000, alpha);
    }
}
