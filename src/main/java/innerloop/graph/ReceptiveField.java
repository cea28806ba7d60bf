package innerloop.graph;

import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.List;

/// The part of a graph that decides the output at some target nodes: exactly the rows each layer needs, with the
/// full graph's numbers. Nothing is approximated.
///
/// Layer `ℓ` reads nodes `nodes(ℓ)` and writes nodes `nodes(ℓ+1)`; the last writes the targets. Block `ℓ` holds
/// the structure's entries from the former (columns) to the latter (rows).
///
/// @param nodes per layer boundary, the nodes' indices; the last entry is the targets as given, the others ascend
/// @param blocks per layer, `structure[nodes(ℓ+1), nodes(ℓ)]`
public record ReceptiveField(List<int[]> nodes, List<SparseMatrix> blocks) {

    /// Walks `depth` layers back from the targets. Every layer reads the nodes it writes too, whether or not the
    /// structure has a diagonal: encoders may look at the node itself.
    public static ReceptiveField of(SparseMatrix structure, int[] targets, int depth) {
        int[][] nodes = new int[depth + 1][];
        SparseMatrix[] blocks = new SparseMatrix[depth];
        nodes[depth] = targets;
        int[] local = new int[structure.columns()];
        for (int layer = depth - 1; layer >= 0; layer--) {
            nodes[layer] = columnsOf(structure, nodes[layer + 1], nodes[layer + 1]);
            for (int k = 0; k < nodes[layer].length; k++) {
                local[nodes[layer][k]] = k;
            }
            blocks[layer] = rows(structure, nodes[layer + 1], local, nodes[layer].length);
        }
        return new ReceptiveField(List.of(nodes), List.of(blocks));
    }

    /// The columns that have an entry in any of these rows, and those that `also` names, ascending.
    public static int[] columnsOf(SparseMatrix matrix, int[] rows, int... also) {
        boolean[] seen = new boolean[matrix.columns()];
        int count = 0;
        for (int column : also) {
            if (!seen[column]) {
                seen[column] = true;
                count++;
            }
        }
        for (int row : rows) {
            for (int k = matrix.rowStart()[row]; k < matrix.rowStart()[row + 1]; k++) {
                int column = matrix.column()[k];
                if (!seen[column]) {
                    seen[column] = true;
                    count++;
                }
            }
        }
        int[] columns = new int[count];
        int at = 0;
        for (int column = 0; column < seen.length && at < count; column++) {
            if (seen[column]) {
                columns[at++] = column;
            }
        }
        return columns;
    }

    /// Some rows of a matrix with its columns renumbered: column `c` becomes `local[c]`, which must ascend with c.
    public static SparseMatrix rows(SparseMatrix matrix, int[] rows, int[] local, int columns) {
        int size = 0;
        for (int row : rows) {
            size += matrix.rowSize(row);
        }
        int[] start = new int[rows.length + 1];
        int[] column = new int[size];
        double[] value = new double[size];
        int at = 0;
        for (int r = 0; r < rows.length; r++) {
            int from = matrix.rowStart()[rows[r]];
            int length = matrix.rowSize(rows[r]);
            for (int k = 0; k < length; k++) {
                column[at + k] = local[matrix.column()[from + k]];
            }
            System.arraycopy(matrix.value(), from, value, at, length);
            at += length;
            start[r + 1] = at;
        }
        return new SparseMatrix(rows.length, columns, start, column, value);
    }

    /// Where the nodes written by a layer stand among the nodes it reads, as a selection matrix.
    public SparseMatrix centres(int layer) {
        int[] read = nodes.get(layer);
        int[] written = nodes.get(layer + 1);
        int[] position = new int[written.length];
        for (int k = 0; k < position.length; k++) {
            position[k] = Arrays.binarySearch(read, written[k]);
        }
        return SparseMatrix.selection(position, read.length);
    }
}
