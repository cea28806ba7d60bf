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

    /// The edges attention runs over: existing self-loops are removed, then one is added per node. Values are 1.
    public static SparseMatrix attention(AttributedGraph graph) {
        SparseMatrix looped = withLoops(graph.adjacency(), false);
        double[] ones = new double[looped.size()];
        Arrays.fill(ones, 1);
        return new SparseMatrix(
                looped.rows(), looped.columns(), looped.rowStart(), looped.column(), ones);
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
