package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.nn.Standard;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Random numbers that change little along edges, anew for every episode: a sinusoid's counterpart on a graph.
///
/// Of an area with the nodes 1 … m let `P = D⁻¹ (A + I)` average over a node and its neighbours in the area, whatever the weights
/// and directions of edges, and let `g` be m independent standard normal numbers. The signal is
///
///     f = standardised( Σ aₜ · standardised(Pᵗ g) ),   t = 4, 8, 16,   aₜ standard normal,
///
/// where *standardised* means minus the mean, divided by the standard deviation, both over the area. So every signal has mean
/// 0 and deviation 1, and 1 is the error of whoever always says 0. Sixteen passes over the area's edges make one.
public final class SmoothSignals implements NodeNumbers {

    private static final int[] ROUNDS = {4, 8, 16};

    private final AttributedGraph graph;

    public SmoothSignals(AttributedGraph graph) {
        this.graph = graph;
    }

    @Override
    public Standard standard() {
        return Standard.NONE;
    }

    @Override
    public double[] of(Area area, SplittableRandom random) {
        int[] nodes = area.nodes();
        int[][] neighbours = neighbours(nodes);
        double[] field = new double[nodes.length];
        Arrays.setAll(field, _ -> random.nextGaussian());
        double[] signal = new double[nodes.length];
        int done = 0;
        for (int rounds : ROUNDS) {
            for (; done < rounds; done++) {
                field = averaged(field, neighbours);
            }
            double amplitude = random.nextGaussian();
            double[] wave = standardised(field);
            Arrays.setAll(signal, i -> signal[i] + amplitude * wave[i]);
        }
        double[] ofAll = new double[graph.nodes()];
        Arrays.fill(ofAll, Double.NaN);
        double[] standardised = standardised(signal);
        for (int i = 0; i < nodes.length; i++) {
            ofAll[nodes[i]] = standardised[i];
        }
        return ofAll;
    }

    private static double[] standardised(double[] numbers) {
        Standard standard = Standard.of(numbers);
        return Arrays.stream(numbers).map(standard::of).toArray();
    }

    private static double[] averaged(double[] field, int[][] neighbours) {
        double[] means = new double[field.length];
        for (int i = 0; i < means.length; i++) {
            double sum = field[i];
            for (int j : neighbours[i]) {
                sum += field[j];
            }
            means[i] = sum / (1 + neighbours[i].length);
        }
        return means;
    }

    /// The neighbours of each of these nodes among them, by their places.
    ///
    /// @param nodes ascending
    private int[][] neighbours(int[] nodes) {
        SparseMatrix in = graph.adjacency();
        SparseMatrix out = graph.directed() ? in.transpose() : in;
        int[] placeOf = new int[graph.nodes()];
        Arrays.fill(placeOf, -1);
        for (int i = 0; i < nodes.length; i++) {
            placeOf[nodes[i]] = i;
        }
        int[][] neighbours = new int[nodes.length][];
        for (int i = 0; i < nodes.length; i++) {
            int[] some = places(in, nodes[i], placeOf);
            if (graph.directed()) {
                int[] others = places(out, nodes[i], placeOf);
                int size = some.length;
                some = Arrays.copyOf(some, size + others.length);
                System.arraycopy(others, 0, some, size, others.length);
                some = Arrays.stream(some).sorted().distinct().toArray();
            }
            neighbours[i] = some;
        }
        return neighbours;
    }

    private static int[] places(SparseMatrix edges, int node, int[] placeOf) {
        int[] places = new int[edges.rowSize(node)];
        int size = 0;
        for (int k = edges.rowStart()[node]; k < edges.rowStart()[node + 1]; k++) {
            int neighbour = edges.column()[k];
            if (neighbour != node && placeOf[neighbour] >= 0) {
                places[size++] = placeOf[neighbour];
            }
        }
        return Arrays.copyOf(places, size);
    }
}
