package innerloop.task;

import innerloop.episode.Episode;
import innerloop.graph.AttributedGraph;
import innerloop.graph.NodeKernel;
import innerloop.graph.NodeKernels;
import innerloop.math.Cholesky;
import innerloop.math.SparseMatrix;
import innerloop.nn.Answers.Slots;

/// Ridge regression on the rows of `S⁷X`, scaled to length 1, `S = D^-½ (A+I) D^-½`: features smoothed so far that a few labels
/// go a long way. A strong baseline on graphs whose neighbours are alike; nothing is trained.
final class SmoothedRidge implements Baseline {

    private static final NodeKernel KERNEL = NodeKernel.smoothed(NodeKernel.MOST_HOPS);
    private static final double LAMBDA = 0.3;

    private final NodeKernels kernels;

    SmoothedRidge(AttributedGraph graph, SparseMatrix features) {
        this.kernels = new NodeKernels(graph, features);
    }

    @Override
    public String word() {
        return BaselineScore.SMOOTHED_RIDGE;
    }

    /// The share of query nodes whose largest score is that of the right slot.
    @Override
    public double of(Episode episode) {
        Slots known = Slots.of(episode.support().orElseThrow().answers());
        Slots asked = Slots.of(episode.query().answers());
        int[] support = episode.supportNodes();
        int[] query = episode.queryNodes();
        int n = support.length;
        int ways = known.ways();
        double[] among = kernels.between(KERNEL, support, support);
        double[] fitted = new double[n * ways];
        for (int i = 0; i < n; i++) {
            among[i * n + i] += LAMBDA;
            for (int c = 0; c < ways; c++) {
                fitted[i * ways + c] = (known.slot()[i] == c ? 1 : 0) - 1.0 / ways;
            }
        }
        Cholesky.solve(among, n, fitted, ways);
        double[] across = kernels.between(KERNEL, query, support);
        int right = 0;
        for (int q = 0; q < query.length; q++) {
            right += best(across, q * n, fitted, n, ways) == asked.slot()[q] ? 1 : 0;
        }
        return (double) right / query.length;
    }

    private static int best(double[] across, int row, double[] fitted, int n, int ways) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < ways; c++) {
            double score = 0;
            for (int i = 0; i < n; i++) {
                score += across[row + i] * fitted[i * ways + c];
            }
            if (score > most) {
                most = score;
                best = c;
            }
        }
        return best;
    }
}
