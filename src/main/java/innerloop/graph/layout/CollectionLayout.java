package innerloop.graph.layout;

import innerloop.graph.AttributedGraph;
import innerloop.graph.layout.ForceLayout.Attraction;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A layout of a collection: each member graph by itself, all side by side in rows, in the order of their numbers. A
/// member graph has room in proportion to its nodes.
public final class CollectionLayout implements IncrementalLayout {

    private static final int MOST_STEPS = 400;

    /// The side of the square of a member graph, per root of its nodes, and how much of it is drawn on.
    private static final double SIDE = 6;

    private static final double FILLED = 0.8;

    /// One member graph.
    private static final class Member {

        private final int[] nodes;
        private final ForceLayout layout;
        private final double side;
        private double left;
        private double top;
        private boolean moving = true;

        Member(int[] nodes, ForceLayout layout) {
            this.nodes = nodes;
            this.layout = layout;
            this.side = SIDE * Math.sqrt(nodes.length);
        }
    }

    private final int n;
    private final List<Member> members = new ArrayList<>();

    public CollectionLayout(AttributedGraph graph, Seed seed) {
        n = graph.nodes();
        QuadTree tree = new QuadTree();
        int[] place = new int[n];
        int[][] nodes = nodes(graph, place);
        for (int g = 0; g < nodes.length; g++) {
            // Numbers without a node are no member graphs.
            if (nodes[g].length > 0) {
                members.add(member(graph, seed, g, nodes[g], place, tree));
            }
        }
        arrange();
    }

    /// The nodes of each member graph; `place` becomes where a node stands among them.
    private static int[][] nodes(AttributedGraph graph, int[] place) {
        int[] size = new int[graph.graphs()];
        for (int i = 0; i < place.length; i++) {
            place[i] = size[graph.graphOf()[i]]++;
        }
        int[][] nodes = new int[size.length][];
        Arrays.setAll(nodes, g -> new int[size[g]]);
        for (int i = 0; i < place.length; i++) {
            nodes[graph.graphOf()[i]][place[i]] = i;
        }
        return nodes;
    }

    private static Member member(
            AttributedGraph graph, Seed seed, int g, int[] nodes, int[] place, QuadTree tree) {
        SparseMatrix adjacency = graph.adjacency();
        int[] rowStart = new int[nodes.length + 1];
        int[] column = new int[Arrays.stream(nodes).map(adjacency::rowSize).sum()];
        int size = 0;
        for (int k = 0; k < nodes.length; k++) {
            int row = nodes[k];
            for (int e = adjacency.rowStart()[row]; e < adjacency.rowStart()[row + 1]; e++) {
                int other = adjacency.column()[e];
                if (graph.graphOf()[other] == g) {
                    column[size++] = place[other];
                }
            }
            rowStart[k + 1] = size;
        }
        return new Member(
                nodes,
                new ForceLayout(
                        rowStart,
                        Arrays.copyOf(column, size),
                        graph.directed(),
                        seed.stream(Seed.Purpose.LAYOUT, g),
                        Attraction.LINEAR,
                        MOST_STEPS,
                        tree));
    }

    /// Rows of squares, together about as wide as a window.
    private void arrange() {
        double area = members.stream().mapToDouble(m -> m.side * m.side).sum();
        double width = 1.3 * Math.sqrt(area);
        double left = 0;
        double top = 0;
        double height = 0;
        for (Member member : members) {
            if (left > 0 && left + member.side > width) {
                left = 0;
                top += height;
                height = 0;
            }
            member.left = left;
            member.top = top;
            left += member.side;
            height = Math.max(height, member.side);
        }
    }

    @Override
    public boolean step() {
        boolean moving = false;
        for (Member member : members) {
            member.moving = member.moving && member.layout.step();
            moving |= member.moving;
        }
        return moving;
    }

    @Override
    public double progress() {
        return members.stream().mapToDouble(m -> m.layout.progress()).min().orElse(1);
    }

    @Override
    public float[] positions() {
        float[] xy = new float[2 * n];
        members.forEach(member -> draw(member, xy));
        return xy;
    }

    /// Fits a member graph into its square.
    private static void draw(Member member, float[] xy) {
        float[] own = member.layout.positions();
        float[] low = {Float.MAX_VALUE, Float.MAX_VALUE};
        float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE};
        for (int k = 0; k < own.length; k++) {
            low[k % 2] = Math.min(low[k % 2], own[k]);
            high[k % 2] = Math.max(high[k % 2], own[k]);
        }
        double extent = Math.max(high[0] - low[0], high[1] - low[1]);
        double scale = extent > 0 ? FILLED * member.side / extent : 0;
        for (int k = 0; k < member.nodes.length; k++) {
            double x = own[2 * k] - (low[0] + high[0]) / 2;
            double y = own[2 * k + 1] - (low[1] + high[1]) / 2;
            xy[2 * member.nodes[k]] = (float) (member.left + member.side / 2 + scale * x);
            xy[2 * member.nodes[k] + 1] = (float) (member.top + member.side / 2 + scale * y);
        }
    }
}
