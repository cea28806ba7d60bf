package innerloop.task;

import innerloop.episode.Episode;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.math.SparseMatrix;
import innerloop.nn.Answers.Slots;

/// Label propagation (Zhou et al. 2004): `F ← 0.9 S F + 0.1 Y`, repeated, with `Y` the support labels and
/// `S = D^-½ (A+I) D^-½`. A baseline that uses the edges only: no features, no training.
final class LabelPropagation implements Baseline {

    private static final double SPREAD = 0.9;
    private static final int ROUNDS = 20;

    private final SparseMatrix propagation;

    /// Prepares S.
    LabelPropagation(AttributedGraph graph) {
        this.propagation = Propagation.symmetric(graph);
    }

    @Override
    public String word() {
        return BaselineScore.LABEL_PROPAGATION;
    }

    /// The share of query nodes whose largest label is the right one. A query node that no label reaches counts as a guess,
    /// which is right once in as many times as there are slots.
    @Override
    public double of(Episode episode) {
        Slots support = Slots.of(episode.support().orElseThrow().answers());
        Slots queries = Slots.of(episode.query().answers());
        int[] supportNodes = episode.supportNodes();
        int[] queryNodes = episode.queryNodes();
        int ways = support.ways();
        double[] labels = new double[propagation.rows() * ways];
        for (int i = 0; i < support.size(); i++) {
            labels[supportNodes[i] * ways + support.slot()[i]] = 1;
        }
        double[] spread = labels.clone();
        for (int round = 0; round < ROUNDS; round++) {
            spread = step(spread, labels, ways);
        }
        double right = 0;
        for (int i = 0; i < queries.size(); i++) {
            right += score(spread, queryNodes[i] * ways, ways, queries.slot()[i]);
        }
        return right / queries.size();
    }

    private double[] step(double[] from, double[] labels, int ways) {
        double[] to = new double[from.length];
        for (int i = 0; i < propagation.rows(); i++) {
            for (int e = propagation.rowStart()[i]; e < propagation.rowStart()[i + 1]; e++) {
                double weight = SPREAD * propagation.value()[e];
                int j = propagation.column()[e] * ways;
                for (int c = 0; c < ways; c++) {
                    to[i * ways + c] += weight * from[j + c];
                }
            }
        }
        for (int k = 0; k < to.length; k++) {
            to[k] += (1 - SPREAD) * labels[k];
        }
        return to;
    }

    /// 1 if the right slot has the largest value, divided by the number of slots that have it.
    private static double score(double[] spread, int at, int ways, int slot) {
        int equal = 0;
        for (int c = 0; c < ways; c++) {
            if (spread[at + c] > spread[at + slot]) {
                return 0;
            }
            equal += spread[at + c] == spread[at + slot] ? 1 : 0;
        }
        return 1.0 / equal;
    }
}
