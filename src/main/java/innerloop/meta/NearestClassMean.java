package innerloop.meta;

import innerloop.episode.Episode;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.math.SparseMatrix;

/// The floor: nearest class mean by cosine on `S²X` with rows of length 1, `S = D^-½ (A+I) D^-½`. No training, no
/// parameters; a score that does not clear it proves nothing.
public final class NearestClassMean {

    private final SparseMatrix propagation;
    private final SparseMatrix once;

    /// Prepares `S X`; the second product is taken for the rows an episode needs.
    public NearestClassMean(AttributedGraph graph, SparseMatrix features) {
        this.propagation = Propagation.symmetric(graph);
        this.once = propagation.multiply(features);
    }

    /// The share of query nodes whose nearest support class mean is the right one.
    public double accuracy(Episode episode) {
        Labelled support = Labelled.of(episode.support().orElseThrow());
        Labelled queries = Labelled.of(episode.query());
        double[][] mean = new double[support.ways()][once.columns()];
        for (int i = 0; i < support.size(); i++) {
            double[] row = unitRow(support.node()[i]);
            double[] into = mean[support.slot()[i]];
            for (int c = 0; c < row.length; c++) {
                into[c] += row[c];
            }
        }
        for (double[] m : mean) {
            scaleToUnit(m);
        }
        int right = 0;
        for (int i = 0; i < queries.size(); i++) {
            double[] row = unitRow(queries.node()[i]);
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
            right += best == queries.slot()[i] ? 1 : 0;
        }
        return (double) right / queries.size();
    }

    private double[] unitRow(int node) {
        double[] row = new double[once.columns()];
        for (int k = propagation.rowStart()[node]; k < propagation.rowStart()[node + 1]; k++) {
            int j = propagation.column()[k];
            double weight = propagation.value()[k];
            for (int e = once.rowStart()[j]; e < once.rowStart()[j + 1]; e++) {
                row[once.column()[e]] += weight * once.value()[e];
            }
        }
        scaleToUnit(row);
        return row;
    }

    private static void scaleToUnit(double[] x) {
        // Scaled by the largest entry first: squares of large numbers are infinite.
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
