package innerloop.task;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.nn.Answers.Numbers;
import java.util.Arrays;

/// A number for a node that is read off those of the support set, without training.
final class KnownNumbers implements Baseline {

    private final NodeRegression task;
    private final Kind kind;
    private final AttributedGraph graph;
    private final SparseMatrix features;

    /// The ways to read it off.
    enum Kind {
        /// The mean of the support nodes that are its neighbours; where there are none, of all support nodes.
        NEIGHBOURS(BaselineScore.FLOOR),
        /// The mean of all support nodes.
        MEAN(BaselineScore.SUPPORT_MEAN),
        /// The number of the support node whose features are closest, by Euclidean distance.
        NEAREST(BaselineScore.NEAREST_FEATURES);

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /// @param features as the encoder reads them
    KnownNumbers(NodeRegression task, Kind kind, AttributedGraph graph, SparseMatrix features) {
        this.task = task;
        this.kind = kind;
        this.graph = graph;
        this.features = features;
    }

    @Override
    public String word() {
        return kind.word;
    }

    @Override
    public double of(Episode episode) {
        Examples support = episode.support().orElseThrow();
        double[] known = Numbers.of(support.answers()).value();
        int[] nodes = episode.supportNodes();
        double mean = Arrays.stream(known).sum() / known.length;
        int[] asked = episode.queryNodes();
        double[] said = new double[asked.length];
        Arrays.setAll(
                said,
                i ->
                        switch (kind) {
                            case MEAN -> mean;
                            case NEIGHBOURS -> ofNeighbours(asked[i], nodes, known, mean);
                            case NEAREST -> known[nearest(asked[i], nodes)];
                        });
        return task.value(Numbers.of(episode.query().answers()).value(), said);
    }

    private double ofNeighbours(int node, int[] nodes, double[] known, double otherwise) {
        double sum = 0;
        int neighbours = 0;
        for (int k = 0; k < nodes.length; k++) {
            if (graph.joined(node, nodes[k])) {
                sum += known[k];
                neighbours++;
            }
        }
        return neighbours == 0 ? otherwise : sum / neighbours;
    }

    private int nearest(int node, int[] nodes) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < nodes.length; k++) {
            double distance = squaredDistance(node, nodes[k]);
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }

    private double squaredDistance(int a, int b) {
        int[] start = features.rowStart();
        int[] column = features.column();
        double[] value = features.value();
        double sum = 0;
        int i = start[a];
        int j = start[b];
        while (i < start[a + 1] || j < start[b + 1]) {
            int left = i < start[a + 1] ? column[i] : Integer.MAX_VALUE;
            int right = j < start[b + 1] ? column[j] : Integer.MAX_VALUE;
            double difference = (left <= right ? value[i] : 0) - (right <= left ? value[j] : 0);
            sum += difference * difference;
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return sum;
    }
}
