package innerloop.graph;

import java.util.Arrays;

/// The parts of a graph that an example asks about: what a network gives one row of scores for.
public sealed interface Targets {

    /// How many there are.
    int size();

    /// All nodes they consist of, target after target. Read only.
    int[] nodes();

    /// The nodes of one of them. Read only.
    int[] nodesOf(int target);

    /// Single nodes.
    ///
    /// @param nodes their numbers
    record Nodes(int[] nodes) implements Targets {
        @Override
        public int size() {
            return nodes.length;
        }

        @Override
        public int[] nodesOf(int target) {
            return new int[] {nodes[target]};
        }
    }

    /// Whole member graphs.
    ///
    /// @param graphs their numbers
    /// @param nodesOf the nodes of each, ascending; none is empty
    record Members(int[] graphs, int[][] nodesOf) implements Targets {
        @Override
        public int size() {
            return graphs.length;
        }

        @Override
        public int[] nodesOf(int target) {
            return nodesOf[target];
        }

        @Override
        public int[] nodes() {
            return Arrays.stream(nodesOf).flatMapToInt(Arrays::stream).toArray();
        }
    }
}
