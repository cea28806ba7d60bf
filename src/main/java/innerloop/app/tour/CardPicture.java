package innerloop.app.tour;

import innerloop.colour.Theme;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.stream.GraphLayouts;
import innerloop.math.Seed;
import innerloop.scene.EdgeList;
import innerloop.task.NodeRegression;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.stream.IntStream;

/// A graph on a strip without a ground, so that it lies on any: small graphs whole, the middle of large ones, of collections the
/// first member graphs. Nodes have the colours of their classes, or of the number that is asked for.
final class CardPicture {

    /// Twice as many pixels as a card has.
    private static final int WIDTH = 424;

    private static final int HEIGHT = 132;
    private static final int MARGIN = 10;

    /// So many nodes are seen whole.
    private static final int WHOLE = 100;

    private static final int MEMBERS = 5;
    private static final int GREY = 134;
    private static final int OPACITY = 190;

    /// So many edges are drawn as strong as can be.
    private static final float FEW = 500;

    private static final float FAINTEST = 0.12f;

    private final AttributedGraph graph;
    private final int[] colours;
    private final float[] xy;
    private final int[] nodes;

    CardPicture(Experiment experiment, AttributedGraph read) throws InputException {
        this.graph = experiment.labelled(read);
        this.colours = colours(experiment);
        this.xy = GraphLayouts.settled(graph, new Seed(experiment.seed()));
        this.nodes =
                IntStream.range(0, graph.nodes())
                        .filter(graph::isPresent)
                        .filter(node -> graph.graphs() <= 1 || graph.graphOf()[node] < MEMBERS)
                        .toArray();
    }

    private int[] colours(Experiment experiment) {
        Optional<Integer> asked =
                experiment.task() instanceof NodeRegression regression
                        ? regression.targetColumn(graph)
                        : Optional.empty();
        double[] numbers = asked.map(this::values).orElse(new double[0]);
        DoubleSummaryStatistics range = Arrays.stream(numbers).summaryStatistics();
        int[] of = new int[graph.nodes()];
        for (int node = 0; node < of.length; node++) {
            of[node] =
                    numbers.length == 0
                            ? Theme.LIGHT.classColour(kind(node))
                            : Theme.LIGHT.ramp(
                                    (numbers[node] - range.getMin())
                                            / (range.getMax() - range.getMin()));
        }
        return of;
    }

    private double[] values(int column) {
        return IntStream.range(0, graph.nodes())
                .mapToDouble(node -> graph.features().get(node, column))
                .toArray();
    }

    /// The class of a node, of its member graph, or what its element is.
    private int kind(int node) {
        if (graph.labels()[node] >= 0) {
            return graph.labels()[node];
        }
        return graph.featureNames().isEmpty() || graph.features().rowSize(node) == 0
                ? 0
                : graph.features().column()[graph.features().rowStart()[node]];
    }

    BufferedImage draw() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int node : nodes) {
            left = Math.min(left, xy[2 * node]);
            right = Math.max(right, xy[2 * node]);
            top = Math.min(top, xy[2 * node + 1]);
            bottom = Math.max(bottom, xy[2 * node + 1]);
        }
        double across = (WIDTH - 2.0 * MARGIN) / Math.max(1e-9, right - left);
        double down = (HEIGHT - 2.0 * MARGIN) / Math.max(1e-9, bottom - top);
        boolean whole = nodes.length <= WHOLE || graph.graphs() > 1;
        double scale = whole ? Math.min(across, down) : across;
        pen.translate(WIDTH / 2.0, HEIGHT / 2.0);
        edges(pen, scale, (left + right) / 2, (top + bottom) / 2);
        double radius = Math.clamp(40 / Math.sqrt(nodes.length), 2, 5.5);
        for (int node : nodes) {
            pen.setColor(new Color(colours[node]));
            double x = scale * (xy[2 * node] - (left + right) / 2);
            double y = scale * (xy[2 * node + 1] - (top + bottom) / 2);
            pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }
        pen.dispose();
        return image;
    }

    private void edges(Graphics2D pen, double scale, double x, double y) {
        EdgeList all = EdgeList.of(graph);
        boolean[] drawn = new boolean[graph.nodes()];
        Arrays.stream(nodes).forEach(node -> drawn[node] = true);
        int[] seen =
                IntStream.range(0, all.size())
                        .filter(e -> drawn[all.from()[e]] && drawn[all.to()[e]])
                        .toArray();
        float strength = Math.clamp(FEW / Math.max(1, seen.length), FAINTEST, 1);
        pen.setColor(new Color(GREY, GREY, GREY, (int) (OPACITY * strength)));
        for (int e : seen) {
            int from = 2 * all.from()[e];
            int to = 2 * all.to()[e];
            pen.draw(
                    new Line2D.Double(
                            scale * (xy[from] - x),
                            scale * (xy[from + 1] - y),
                            scale * (xy[to] - x),
                            scale * (xy[to + 1] - y)));
        }
    }
}
