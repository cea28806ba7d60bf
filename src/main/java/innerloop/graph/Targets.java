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

    /// Those with these places among them, in this order.
    Targets at(int[] places);

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

        @Override
        public Nodes at(int[] places) {
            return new Nodes(Arrays.stream(places).map(k -> nodes[k]).toArray());
        }
    }

    /// Pairs of nodes: does an edge join them? The order within a pair has no meaning.
    ///
    /// @param from one node of each pair
    /// @param to the other
    record Pairs(int[] from, int[] to) implements Targets {
        @Override
        public int size() {
            return from.length;
        }

        @Override
        public int[] nodesOf(int target) {
            return new int[] {from[target], to[target]};
        }

        @Override
        public int[] nodes() {
            int[] nodes = new int[2 * size()];
            Arrays.setAll(nodes, i -> i % 2 == 0 ? from[i / 2] : to[i / 2]);
            return nodes;
        }

        /// Its nodes, each once, ascending.
        public int[] distinctNodes() {
            return Arrays.stream(nodes()).sorted().distinct().toArray();
        }

        @Override
        public Pairs at(int[] places) {
            return new Pairs(
                    Arrays.stream(places).map(k -> from[k]).toArray(),
                    Arrays.stream(places).map(k -> to[k]).toArray());
        }

        /// A number that stands for a pair of nodes, in whichever order.
        public static long key(int u, int v) {
            return (long) Math.min(u, v) << Integer.SIZE | Math.max(u, v);
        }

        /// The pairs that these numbers stand for.
        public static Pairs ofKeys(long[] keys) {
            return new Pairs(
                    Arrays.stream(keys).mapToInt(key -> (int) (key >> Integer.SIZE)).toArray(),
                    Arrays.stream(keys).mapToInt(key -> (int) key).toArray());
        }

        /// These pairs, then those.
        public Pairs and(Pairs others) {
            return new Pairs(joined(from, others.from), joined(to, others.to));
        }

        private static int[] joined(int[] first, int[] second) {
            int[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            return both;
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
        public Members at(int[] places) {
            return new Members(
                    Arrays.stream(places).map(k -> graphs[k]).toArray(),
                    Arrays.stream(places).mapToObj(k -> nodesOf[k]).toArray(int[][]::new));
        }

        @Override
        public int[] nodes() {
            return Arrays.stream(nodesOf).flatMapToInt(Arrays::stream).toArray();
        }
    }
}
