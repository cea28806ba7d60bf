package innerloop.bench;

import innerloop.cli.Counts;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.ClusteredGraph;
import picocli.CommandLine.Option;

/// The random graph that a benchmark works on.
public final class RandomGraphOptions {

    private static final int MOST_NODES = 2_000_000;
    private static final int MOST_EDGES = 10_000_000;
    private static final long SEED = 1;

    @Option(names = "--nodes", paramLabel = "N", description = "default: 20000")
    private int nodes = 20_000;

    @Option(names = "--edges", paramLabel = "M", description = "default: 50000")
    private int edges = 50_000;

    /// Complains if there can be no such graph.
    public void check() throws InputException {
        Counts.require("--nodes", nodes, MOST_NODES);
        Counts.require("--edges", edges, MOST_EDGES);
        if (edges > ClusteredGraph.mostEdges(nodes)) {
            throw new InputException(
                    "too many for " + nodes + " nodes: " + edges,
                    "--edges",
                    "they can have " + ClusteredGraph.mostEdges(nodes));
        }
    }

    /// Makes it.
    public AttributedGraph graph() {
        return ClusteredGraph.of(nodes, edges, SEED);
    }
}
