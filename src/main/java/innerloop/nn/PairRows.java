package innerloop.nn;

import innerloop.graph.Targets;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.Map;

/// The operands that pick the rows of two nodes for each of some pairs.
final class PairRows {

    /// The operand that picks the row of one node of each pair.
    static final String FROM = "from";

    /// The operand that picks the row of the other.
    static final String TO = "to";

    private PairRows() {}

    /// Adds the operands that pick the rows of each pair among those of these nodes, which are sorted.
    static void pick(Targets.Pairs pairs, int[] nodes, Map<String, SparseMatrix> into) {
        into.put(FROM, among(nodes, pairs.from()));
        into.put(TO, among(nodes, pairs.to()));
    }

    private static SparseMatrix among(int[] sorted, int[] nodes) {
        return SparseMatrix.selection(
                Arrays.stream(nodes).map(i -> Arrays.binarySearch(sorted, i)).toArray(),
                sorted.length);
    }
}
