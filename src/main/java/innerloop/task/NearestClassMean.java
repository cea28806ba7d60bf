package innerloop.task;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.graph.Targets;
import innerloop.math.SparseMatrix;
import innerloop.nn.Answers.Slots;

/// The floor: nearest class mean by cosine on `S²X` with rows of length 1, `S = D^-½ (A+I) D^-½`; of a member graph the
/// sum of its nodes' rows. It has no parameters and needs no training; a score that does not beat it proves nothing.
final class NearestClassMean implements Baseline {

    private final SparseMatrix propagation;
    private final SparseMatrix once;

    /// Prepares `S X`; the second product is computed for the rows an episode needs.
    NearestClassMean(AttributedGraph graph, SparseMatrix features) {
        this.propagation = Propagation.symmetric(graph);
        this.once = propagation.multiply(features);
    }

    @Override
    public String word() {
        return BaselineScore.FLOOR;
    }

    /// The share of query examples whose nearest support class mean is the right one.
    @Override
    public double of(Episode episode) {
        Examples support = episode.support().orElseThrow();
        Slots known = Slots.of(support.answers());
        double[][] mean = new double[known.ways()][once.columns()];
        for (int i = 0; i < support.size(); i++) {
            double[] row = unitRow(support.targets(), i);
            double[] into = mean[known.slot()[i]];
            for (int c = 0; c < row.length; c++) {
                into[c] += row[c];
            }
        }
        for (double[] m : mean) {
            scaleToUnit(m);
        }
        Examples query = episode.query();
        Slots right = Slots.of(query.answers());
        int hits = 0;
        for (int i = 0; i < query.size(); i++) {
            hits += nearest(unitRow(query.targets(), i), mean) == right.slot()[i] ? 1 : 0;
        }
        return (double) hits / query.size();
    }

    private static int nearest(double[] row, double[][] mean) {
        int best = 0;
        double bestCosine = Double.NEGATIVE_INFINITY;
        for (int slot = 0; slot < mean.length; slot++) {
            double cosine = 0;
            for (int c = 0; c < row.length; c++) {
                cosine += row[c] * mean[slot][c];
            }
            if (cosine > bestCosine) {
                bestCosine = cosine;
                best = slot;
            }
        }
        return best;
    }

    private double[] unitRow(Targets targets, int index) {
        double[] row = new double[once.columns()];
        switch (targets) {
            case Targets.Nodes(int[] nodes) -> addRow(nodes[index], row);
            case Targets.Pairs _ ->
                    throw new IllegalArgumentException("pairs of nodes have no classes");
            case Targets.Members members -> {
                for (int node : members.nodesOf()[index]) {
                    addRow(node, row);
                }
            }
        }
        scaleToUnit(row);
        return row;
    }

    private void addRow(int node, double[] row) {
        for (int k = propagation.rowStart()[node]; k < propagation.rowStart()[node + 1]; k++) {
            int j = propagation.column()[k];
            double weight = propagation.value()[k];
            for (int e = once.rowStart()[j]; e < once.rowStart()[j + 1]; e++) {
                row[once.column()[e]] += weight * once.value()[e];
            }
        }
    }

    private static void scaleToUnit(double[] x) {
        // Scaled by the largest entry first, because squares of large numbers overflow.
        double most = 0;
        for (double v : x) {
            most = Math.max(most, Math.abs(v));
        }
        if (most == 0) {
            return;
        }
        double squares = 0;
        for (double v : x) {
            squares += v / most * (v / most);
        }
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] / most / Math.sqrt(squares);
        }
    }
}
