package innerloop.task;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.graph.Targets;
import innerloop.nn.Answers.Numbers;
import innerloop.task.LinkPrediction.Ranking;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// A score of pairs of nodes that is read off the support edges, without features and without training.
final class PairIndex implements Baseline {

    private final Ranking ranking;
    private final Kind kind;
    private final int nodes;

    /// The formulas, with N(u) the neighbours of u among the support edges.
    enum Kind {
        /// `Σ 1 / log |N(w)|` over the common neighbours w (Adamic and Adar 2003).
        ADAMIC_ADAR(BaselineScore.FLOOR),
        /// `|N(u)| · |N(v)|`, the preferential attachment of Barabási and Albert (1999).
        DEGREE_PRODUCT(BaselineScore.DEGREE_PRODUCT);

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /// @param nodes number of nodes of the graph
    private PairIndex(Ranking ranking, Kind kind, int nodes) {
        this.ranking = ranking;
        this.kind = kind;
        this.nodes = nodes;
    }

    /// Both, the index of Adamic and Adar first.
    static List<Supplier<Baseline>> all(Ranking ranking, int nodes) {
        return List.of(
                () -> new PairIndex(ranking, Kind.ADAMIC_ADAR, nodes),
                () -> new PairIndex(ranking, Kind.DEGREE_PRODUCT, nodes));
    }

    @Override
    public String word() {
        return kind.word;
    }

    @Override
    public double of(Episode episode) {
        int[][] neighbours = neighbours(episode.messages().orElseThrow());
        Examples query = episode.query();
        double[] score = new double[query.size()];
        for (int k = 0; k < score.length; k++) {
            int[] ends = query.targets().nodesOf(k);
            score[k] = score(neighbours, ends[0], ends[1]);
        }
        return ranking.value(Numbers.of(query.answers()), score);
    }

    private double score(int[][] neighbours, int u, int v) {
        return switch (kind) {
            case DEGREE_PRODUCT -> (double) neighbours[u].length * neighbours[v].length;
            case ADAMIC_ADAR -> {
                double sum = 0;
                for (int w : neighbours[u]) {
                    if (Arrays.binarySearch(neighbours[v], w) >= 0) {
                        // A common neighbour has at least these two, so the logarithm is above 0.
                        sum += 1 / StrictMath.log(neighbours[w].length);
                    }
                }
                yield sum;
            }
        };
    }

    /// Ascending, for every node.
    private int[][] neighbours(Targets.Pairs edges) {
        int[] degree = new int[nodes];
        for (int node : edges.nodes()) {
            degree[node]++;
        }
        int[][] neighbours = new int[nodes][];
        Arrays.setAll(neighbours, i -> new int[degree[i]]);
        for (int e = 0; e < edges.size(); e++) {
            int u = edges.from()[e];
            int v = edges.to()[e];
            neighbours[u][--degree[u]] = v;
            neighbours[v][--degree[v]] = u;
        }
        for (int[] some : neighbours) {
            Arrays.sort(some);
        }
        return neighbours;
    }
}
