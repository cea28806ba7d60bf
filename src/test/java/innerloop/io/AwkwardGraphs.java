package innerloop.io;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.math.SparseMatrix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Small graphs that formats tend to lose something of.
final class AwkwardGraphs {

    private AwkwardGraphs() {}

    static Map<String, AttributedGraph> all() {
        Map<String, AttributedGraph> graphs = new TreeMap<>();
        graphs.put("one node", new GraphBuilder("g", 1, false).build());
        graphs.put("isolated last", new GraphBuilder("g", 5, false).edge(0, 1).build());
        graphs.put(
                "self-loops and weights",
                new GraphBuilder("g", 4, false)
                        .edge(0, 0, 2.5)
                        .edge(1, 2, 1e-300)
                        .edge(2, 3, 0.1)
                        .edge(3, 3, 7)
                        .build());
        graphs.put(
                "directed with both ways",
                new GraphBuilder("g", 4, true).edge(0, 1).edge(1, 0).edge(3, 0).edge(2, 2).build());
        graphs.put(
                "directed and weighted",
                new GraphBuilder("g", 3, true).edge(2, 0, 0.25).edge(0, 2, -3).build());
        graphs.put(
                "unicode names",
                new GraphBuilder("g", 4, false)
                        .edge(0, 3)
                        .names(List.of("Zoë & <Söhne>", "日本\t語", "\"q\", ' x ", "𝔘 #1"))
                        .labels(List.of("b", "", "ä;ö", "b"))
                        .build());
        graphs.put(
                "ids beside names",
                new GraphBuilder("g", 4, false)
                        .edge(0, 3)
                        .edge(1, 2)
                        .names(
                                new NodeNames(
                                        List.of("same", "same", "=1+1", " padded "),
                                        List.of("n0", "# 1", "=cmd", " <\"7;\"> ")))
                        .build());
        graphs.put(
                "names that are the ids",
                new GraphBuilder("g", 2, true)
                        .edge(1, 0)
                        .names(new NodeNames(List.of("ann", "bob"), List.of("ann", "bob")))
                        .build());
        graphs.put(
                "classes out of order, unused, odd",
                new GraphBuilder("g", 4, false)
                        .edge(0, 1)
                        .labels(new int[] {2, -1, 0, 3}, List.of("z", "never", "-1", " a "))
                        .build());
        graphs.put(
                "numeric classes",
                new GraphBuilder("g", 12, false)
                        .edge(0, 1)
                        .labels(
                                List.of(
                                        "10", "9", "2", "", "10", "9", "2", "", "10", "9", "2",
                                        "1"))
                        .build());
        graphs.put(
                "unnamed features, empty last column",
                new GraphBuilder("g", 3, false)
                        .edge(1, 2)
                        .features(
                                SparseMatrix.ofTriplets(
                                        3,
                                        4,
                                        new int[] {1, 1, 2},
                                        new int[] {2, 0, 1},
                                        new double[] {0.1, 1, -1e-17}),
                                List.of())
                        .build());
        graphs.put(
                "features with misleading names",
                new GraphBuilder("g", 2, false)
                        .edge(0, 1)
                        .features(
                                SparseMatrix.ofDense(
                                        2, 4, new double[] {1, 2, 1.0 / 3, 4, 5, 6, 7, 1e22}),
                                List.of("class", "x", "label", "Größe \"q\""))
                        .build());
        graphs.put(
                "positions",
                new GraphBuilder("g", 2, false)
                        .edge(0, 1)
                        .positions(new float[] {0.1f, -1e-30f, 3.4e38f, 16777216f})
                        .build());
        graphs.put(
                "members",
                new GraphBuilder("g", 5, false)
                        .edge(0, 1)
                        .edge(3, 4)
                        .members(new int[] {0, 0, 1, 2, 2})
                        .memberLabels(List.of("-1", "seven", "1"))
                        .build());
        return graphs;
    }
}
