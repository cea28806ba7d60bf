package innerloop.calculus;

import innerloop.graph.Targets;
import innerloop.math.Matrix;
import innerloop.nn.Block;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// One node's part of a loss of edges: `L_i = Σ_j r_j log(1 + exp(s_ij)) − a_j s_ij` with `s_ij = z_i·z_j`, over all nodes j that stand
/// beside node i in an example.
///
/// @param nodes the nodes j and node i itself, ascending
/// @param place where node i is among them
/// @param attraction a
/// @param repulsion r
record Partners(int[] nodes, int place, double[] attraction, double[] repulsion) {

    /// @param pairs the examples
    /// @param inputs what the loss weighs them by, as [Block] has it
    /// @param all number of nodes of the graph
    static Partners of(int node, Targets pairs, Map<String, Matrix> inputs, int all) {
        double everyPair = of(inputs, Block.EVERY_PAIR).get(0, 0);
        int[] beside =
                everyPair > 0
                        ? IntStream.range(0, all).toArray()
                        : IntStream.concat(
                                        IntStream.of(node),
                                        IntStream.range(0, pairs.size())
                                                .filter(k -> has(pairs.nodesOf(k), node))
                                                .map(k -> other(pairs.nodesOf(k), node)))
                                .sorted()
                                .distinct()
                                .toArray();
        IntUnaryOperator place = other -> Arrays.binarySearch(beside, other);
        double[] attraction = new double[beside.length];
        double[] repulsion = new double[beside.length];
        // Every ordered pair has node i in the first place, in the second, or in both.
        Arrays.fill(repulsion, 2 * everyPair);
        repulsion[place.applyAsInt(node)] = everyPair;
        for (int k = 0; k < pairs.size(); k++) {
            int[] ends = pairs.nodesOf(k);
            if (has(ends, node)) {
                int j = place.applyAsInt(other(ends, node));
                attraction[j] += of(inputs, Block.ATTRACTION).get(k, 0);
                repulsion[j] += of(inputs, Block.REPULSION).get(k, 0);
            }
        }
        return new Partners(beside, place.applyAsInt(node), attraction, repulsion);
    }

    private static Matrix of(Map<String, Matrix> inputs, String name) {
        return Objects.requireNonNull(inputs.get(name));
    }

    private static boolean has(int[] ends, int node) {
        return ends[0] == node || ends[1] == node;
    }

    private static int other(int[] ends, int node) {
        return ends[0] == node ? ends[1] : ends[0];
    }

    /// Where the nodes that are pulled stand, or those that are only pushed.
    int[] those(boolean pulled) {
        return IntStream.range(0, nodes.length)
                .filter(j -> pulled ? attraction[j] > 0 : attraction[j] == 0 && repulsion[j] > 0)
                .toArray();
    }
}
