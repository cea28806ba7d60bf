package innerloop.graph.stream;

import innerloop.graph.AttributedGraph;
import innerloop.graph.layout.IncrementalLayout;
import innerloop.math.Seed;
import java.util.Random;
import org.graphstream.stream.SinkAdapter;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;

/// GraphStream's SpringBox as an [IncrementalLayout], for graphs of up to [#MAX_NODES] nodes.
///
/// SpringBox never reports that it is stable, so it works for a fixed number
/// of steps.
public final class SpringBoxLayout implements IncrementalLayout {

    /// Above this many nodes [innerloop.graph.layout.ForceLayout] separates communities better
    /// (seen at 115).
    public static final int MAX_NODES = 100;

    /// SpringBox's own quality. The one in use here compares more pairs of nodes one by one: too slow for large graphs.
    public static final double PLAIN_QUALITY = 0.1;

    private static final double QUALITY = 0.9;
    private static final int STEPS = 500;
    private static final String SOURCE = "innerloop";

    private final float[] xy;
    private final SpringBox box;
    private int steps;

    /// Feeds the graph's structure to a seeded SpringBox of high quality.
    public SpringBoxLayout(AttributedGraph graph, Seed seed) {
        this(graph, seed, QUALITY);
    }

    /// Feeds the graph's structure to a seeded SpringBox of this quality, 0 to 1.
    public SpringBoxLayout(AttributedGraph graph, Seed seed, double quality) {
        xy = new float[2 * graph.nodes()];
        box = new SpringBox(false, new Random(seed.stream(Seed.Purpose.LAYOUT, 1).nextLong()));
        box.setQuality(quality);
        box.addAttributeSink(
                new SinkAdapter() {
                    @Override
                    public void nodeAttributeChanged(
                            String source,
                            long time,
                            String node,
                            String attribute,
                            Object before,
                            Object after) {
                        place(node, attribute, after);
                    }

                    @Override
                    public void nodeAttributeAdded(
                            String source, long time, String node, String attribute, Object value) {
                        place(node, attribute, value);
                    }
                });
        long time = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            box.nodeAdded(SOURCE, time++, Integer.toString(i));
        }
        int[] ends = UndirectedEdges.of(graph);
        for (int e = 0; e < ends.length; e += 2) {
            String i = Integer.toString(ends[e]);
            String j = Integer.toString(ends[e + 1]);
            box.edgeAdded(SOURCE, time++, i + "-" + j, i, j, false);
        }
    }

    private void place(String node, String attribute, Object value) {
        if (attribute.equals("xyz") && value instanceof Object[] xyz && xyz.length >= 2) {
            int i = Integer.parseInt(node);
            xy[2 * i] = ((Number) xyz[0]).floatValue();
            xy[2 * i + 1] = ((Number) xyz[1]).floatValue();
        }
    }

    @Override
    public boolean step() {
        if (steps >= STEPS || xy.length < 4) {
            return false;
        }
        box.compute();
        steps++;
        return steps < STEPS;
    }

    @Override
    public double progress() {
        return steps / (double) STEPS;
    }

    @Override
    public float[] positions() {
        return xy.clone();
    }
}
