package innerloop.io;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/// The edges of a file while it is being read, when the number of nodes is not known yet.
final class EdgeBuffer {

    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private double[] weight = new double[1024];
    private int size;
    private boolean weighted;
    private final BitSet directedEdges = new BitSet();

    void add(int source, int target, double edgeWeight, boolean directed) {
        directedEdges.set(size, directed);
        add(source, target, edgeWeight);
    }

    void add(int source, int target, double edgeWeight) {
        if (size == from.length) {
            int grown = Math.addExact(size, size);
            from = Arrays.copyOf(from, grown);
            to = Arrays.copyOf(to, grown);
            weight = Arrays.copyOf(weight, grown);
        }
        from[size] = source;
        to[size] = target;
        weight[size++] = edgeWeight;
        weighted |= edgeWeight != 1;
    }

    /// The warning all readers give, once per file.
    static Problem negativeWeight(Path file, long line) {
        return Problem.ofLine(file, line, Trouble.of("edge.negative"));
    }

    int size() {
        return size;
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    double weight(int edge) {
        return weight[edge];
    }

    /// Gives an edge another weight.
    void weigh(int edge, double other) {
        weight[edge] = other;
        weighted |= other != 1;
    }

    /// Whether any edge was added as directed.
    boolean anyDirected() {
        return !directedEdges.isEmpty();
    }

    /// Whether some edges were added as directed and others not.
    boolean mixed() {
        return anyDirected() && directedEdges.cardinality() < size;
    }

    /// The warning that goes with [#directedForm()].
    static Problem mixedDirections(Path file, long line) {
        return Problem.ofLine(file, line, Trouble.of("edge.mixed"));
    }

    /// The directed graph in which every undirected edge is two.
    EdgeBuffer directedForm() {
        EdgeBuffer both = new EdgeBuffer();
        for (int e = 0; e < size; e++) {
            both.add(from[e], to[e], weight[e]);
            if (!directedEdges.get(e) && from[e] != to[e]) {
                both.add(to[e], from[e], weight[e]);
            }
        }
        return both;
    }

    /// Renames every endpoint.
    void renumber(IntUnaryOperator newNumber) {
        for (int e = 0; e < size; e++) {
            from[e] = newNumber.applyAsInt(from[e]);
            to[e] = newNumber.applyAsInt(to[e]);
        }
    }

    /// Leaves out edges with such an end.
    void removeIf(IntPredicate end) {
        int kept = 0;
        for (int e = 0; e < size; e++) {
            if (!end.test(from[e]) && !end.test(to[e])) {
                from[kept] = from[e];
                to[kept] = to[e];
                weight[kept] = weight[e];
                directedEdges.set(kept++, directedEdges.get(e));
            }
        }
        directedEdges.clear(kept, Math.max(kept, size));
        size = kept;
    }

    /// Hands all edges to the builder and builds.
    ///
    /// An undirected list that holds every edge in both directions, as often and with the same weight, means each edge once: one
    /// direction is left out, and is no repeated edge.
    GraphImport build(
            Path path,
            GraphBuilder builder,
            int nodes,
            boolean directed,
            GraphFormat format,
            TableGaps gaps,
            List<Problem> problems)
            throws GraphFormatException {
        boolean mirrored = !directed && everyEdgeInBothDirections(nodes);
        for (int e = 0; e < size; e++) {
            if (mirrored && from[e] > to[e]) {
                continue;
            }
            if (weighted) {
                builder.edge(from[e], to[e], weight[e]);
            } else {
                builder.edge(from[e], to[e]);
            }
        }
        AttributedGraph graph = builder.build();
        if (!Arrays.stream(graph.adjacency().value()).allMatch(Double::isFinite)) {
            throw Problem.ofFile(path, Trouble.of("edge.sum")).exception();
        }
        if (graph.edges() == 0) {
            problems.add(Problem.ofFile(path, Trouble.of("edge.none")));
        }
        return new GraphImport(
                graph,
                format.id(),
                graph.selfLoops(),
                builder.parallelEdges(),
                gaps,
                GraphFiles.UNKNOWN,
                problems);
    }

    /// Whether each edge is there in both directions, as often and with the same weight.
    boolean everyEdgeInBothDirections(int nodes) {
        int up = 0;
        int down = 0;
        for (int e = 0; e < size; e++) {
            up += from[e] < to[e] ? 1 : 0;
            down += from[e] > to[e] ? 1 : 0;
        }
        if (up == 0 || up != down) {
            return false;
        }
        SparseMatrix ends =
                SparseMatrix.ofTriplets(
                        nodes,
                        nodes,
                        Arrays.copyOf(to, size),
                        Arrays.copyOf(from, size),
                        Arrays.copyOf(weight, size));
        // Repeated edges of weight 1 are counted by the sum; of other weights the sum says nothing.
        return (!weighted || ends.size() == size) && ends.equals(ends.transpose());
    }
}
