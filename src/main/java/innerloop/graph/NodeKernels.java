package innerloop.graph;

import innerloop.math.Lazy;
import innerloop.math.SparseMatrix;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The [NodeKernel]s of a graph. The row of a node is computed when it is first asked for, and kept as long as there is room.
/// Many threads may ask.
public final class NodeKernels {

    private static final double SPREAD = 0.9;
    private static final int ROUNDS = 20;

    /// Shares of a walk that are left out, because they are many and weigh nothing.
    private static final double LEAST_SHARE = 1e-5;

    /// Shares that are not followed any further on the way, so that a walk stays near its node.
    private static final double LEAST_FOLLOWED = 1e-6;

    private final Lazy<SparseMatrix> propagation;
    private final SparseMatrix features;

    /// So many entries are kept, 8 bytes each.
    private static final long MOST_ENTRIES = 16_000_000;

    private final Map<NodeKernel, Map<Integer, Row>> rows = new ConcurrentHashMap<>();
    private final AtomicLong entries = new AtomicLong();

    /// @param features `[n × f]`
    public NodeKernels(AttributedGraph graph, SparseMatrix features) {
        this.propagation = new Lazy<>(() -> Propagation.symmetric(graph));
        this.features = features;
    }

    /// A row of length 1 (of zeros if it was empty).
    ///
    /// @param column ascending
    private record Row(int[] column, float[] value) {

        double times(Row other) {
            double sum = 0;
            int a = 0;
            int b = 0;
            while (a < column.length && b < other.column.length) {
                int difference = column[a] - other.column[b];
                if (difference == 0) {
                    sum += (double) value[a++] * other.value[b++];
                } else if (difference < 0) {
                    a++;
                } else {
                    b++;
                }
            }
            return sum;
        }
    }

    /// `[some × others]`, row-major: the similarity of each of some nodes to each of others.
    public double[] between(NodeKernel kernel, int[] some, int[] others) {
        Row[] right = new Row[others.length];
        for (int j = 0; j < others.length; j++) {
            right[j] = row(kernel, others[j]);
        }
        double[] all = new double[some.length * others.length];
        for (int i = 0; i < some.length; i++) {
            Row left = row(kernel, some[i]);
            for (int j = 0; j < others.length; j++) {
                all[i * others.length + j] = left.times(right[j]);
            }
        }
        return all;
    }

    private Row row(NodeKernel kernel, int node) {
        Map<Integer, Row> known = rows.computeIfAbsent(kernel, _ -> new ConcurrentHashMap<>());
        Row row = known.get(node);
        if (row == null) {
            row =
                    switch (kernel.kind()) {
                        case PAGERANK -> walks(node);
                        case SMOOTHED -> smoothed(node, kernel.hops());
                    };
            if (entries.addAndGet(row.column().length) < MOST_ENTRIES) {
                known.put(node, row);
            }
        }
        return row;
    }

    /// `Σ_k 0.1 · 0.9ᵏ Sᵏ e` for the unit vector e of the node, up to k = 20, then the root of each entry.
    private Row walks(int node) {
        double[] spread = new double[propagation.get().rows()];
        spread[node] = 1;
        for (int round = 0; round < ROUNDS; round++) {
            spread = propagated(spread);
            for (int i = 0; i < spread.length; i++) {
                spread[i] = spread[i] < LEAST_FOLLOWED ? 0 : SPREAD * spread[i];
            }
            spread[node] += 1 - SPREAD;
        }
        for (int i = 0; i < spread.length; i++) {
            spread[i] = spread[i] < LEAST_SHARE ? 0 : Math.sqrt(spread[i]);
        }
        return unit(spread);
    }

    /// The node's row of `SᵏX`.
    private Row smoothed(int node, int hops) {
        double[] weight = new double[features.rows()];
        weight[node] = 1;
        for (int hop = 0; hop < hops; hop++) {
            weight = propagated(weight);
        }
        double[] row = new double[features.columns()];
        for (int j = 0; j < weight.length; j++) {
            if (weight[j] != 0) {
                for (int e = features.begins()[j]; e < features.ends()[j]; e++) {
                    row[features.column()[e]] += weight[j] * features.value()[e];
                }
            }
        }
        return unit(row);
    }

    /// `S x`, row by row of those that are not 0; S is symmetric where the graph is undirected, and `x Sᵀ` otherwise.
    private double[] propagated(double[] x) {
        SparseMatrix s = propagation.get();
        double[] to = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                for (int e = s.begins()[i]; e < s.ends()[i]; e++) {
                    to[s.column()[e]] += s.value()[e] * x[i];
                }
            }
        }
        return to;
    }

    private static Row unit(double[] dense) {
        double squares = 0;
        int count = 0;
        for (double x : dense) {
            squares += x * x;
            count += x == 0 ? 0 : 1;
        }
        int[] column = new int[count];
        float[] value = new float[count];
        double length = Math.sqrt(squares);
        int at = 0;
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] != 0) {
                column[at] = i;
                value[at++] = (float) (dense[i] / length);
            }
        }
        return new Row(column, value);
    }
}
