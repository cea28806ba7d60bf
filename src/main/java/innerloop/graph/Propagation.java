package innerloop.graph;

import innerloop.math.SparseMatrix;
import java.util.Arrays;

/// The matrices message passing multiplies with, made once per graph.
public final class Propagation {

    private Propagation() {}

    /// `Â = D^-½ (A+I) D^-½` (Kipf and Welling 2017): existing self-loops are kept with their weight, missing ones
    /// are added with weight 1; the degree counts incoming weights including the loop.
    public static SparseMatrix symmetric(AttributedGraph graph) {
        SparseMatrix looped = withLoops(graph.adjacency(), true);
        double[] inverseRoot = new double[looped.rows()];
        for (int i = 0; i < looped.rows(); i++) {
            double degree = 0;
            for (int k = looped.rowStart()[i]; k < looped.rowStart()[i + 1]; k++) {
                degree += looped.value()[k];
            }
            inverseRoot[i] = degree > 0 ? 1 / Math.sqrt(degree) : 0;
        }
        return looped.scaled(inverseRoot, inverseRoot);
    }

    /// The edges attention runs over: existing self-loops are removed, then one is added per node. The entries of a
    /// row are equal and add up to 1: attention that knows nothing yet.
    public static SparseMatrix attention(AttributedGraph graph) {
        return mean(withLoops(graph.adjacency(), false));
    }

    /// `D^-1 A` without weights: the mean over the neighbours, of no neighbours 0 (Hamilton et al. 2017).
    public static SparseMatrix mean(AttributedGraph graph) {
        return mean(graph.adjacency());
    }

    /// `A` without weights: the sum over the neighbours (Xu et al. 2019).
    public static SparseMatrix sum(AttributedGraph graph) {
        SparseMatrix a = graph.adjacency();
        double[] ones = new double[a.size()];
        Arrays.fill(ones, 1);
        return new SparseMatrix(a.rows(), a.columns(), a.rowStart(), a.column(), ones);
    }

    private static SparseMatrix mean(SparseMatrix pattern) {
        double[] shares = new double[pattern.size()];
        for (int i = 0; i < pattern.rows(); i++) {
            int from = pattern.rowStart()[i];
            int to = pattern.rowStart()[i + 1];
            Arrays.fill(shares, from, to, 1.0 / Math.max(1, to - from));
        }
        return new SparseMatrix(
                pattern.rows(), pattern.columns(), pattern.rowStart(), pattern.column(), shares);
    }

    /// `[n × f]`: the largest entry among the neighbours, column by column; 0 without neighbours.
    public static SparseMatrix largest(AttributedGraph graph, SparseMatrix features) {
        return graph.adjacency().largest(features);
    }

    private static SparseMatrix withLoops(SparseMatrix a, boolean keepExisting) {
        int n = a.rows();
        int[] start = new int[n + 1];
        int[] column = new int[a.size() + n];
        double[] value = new double[a.size() + n];
        int at = 0;
        for (int i = 0; i < n; i++) {
            boolean placed = false;
            for (int k = a.rowStart()[i]; k < a.rowStart()[i + 1]; k++) {
                int j = a.column()[k];
                if (j == i) {
                    column[at] = i;
                    value[at++] = keepExisting ? a.value()[k] : 1;
                    placed = true;
                    continue;
                }
                if (j > i && !placed) {
                    column[at] = i;
                    value[at++] = 1;
                    placed = true;
                }
                column[at] = j;
                value[at++] = a.value()[k];
            }
            if (!placed) {
                column[at] = i;
                value[at++] = 1;
            }
            start[i + 1] = at;
        }
        return new SparseMatrix(n, n, start, Arrays.copyOf(column, at), Arrays.copyOf(value, at));
    }
}
