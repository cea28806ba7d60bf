package innerloop.task;

import innerloop.episode.FewShot;
import innerloop.episode.Negatives;
import innerloop.episode.PairSampler;
import innerloop.episode.Sampler;
import innerloop.episode.Split;
import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.nn.Answers;
import innerloop.nn.Answers.Numbers;
import innerloop.nn.Layers;
import innerloop.nn.Objective;
import innerloop.nn.Readout;
import innerloop.nn.Scoring;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import innerloop.phrase.Trouble;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Few-shot link prediction: does an edge join two nodes of a region, a member graph or the nodes of some classes?
///
/// An episode shows some edges of one such area, its support edges. They alone carry messages: every other edge is hidden
/// from every pass, so that no query edge can help to predict itself.
///
/// @param drawing how episodes are drawn; `shots` edges and as many pairs without one are the support set
/// @param negatives how the pairs without an edge are drawn
/// @param scoring how two rows of the encoder's output become the score of a pair
/// @param dimensions size of the encoder's output
/// @param ranking area under the ROC curve or average precision
public record LinkPrediction(
        FewShot drawing, Negatives negatives, Scoring scoring, int dimensions, Ranking ranking)
        implements Task {

    /// The measures of a ranking of pairs.
    public enum Ranking {
        /// [Measure#AUC].
        AUC,
        /// [Measure#AP].
        AP;

        Measure measure() {
            return switch (this) {
                case AUC -> Measure.AUC;
                case AP -> Measure.AP;
            };
        }

        /// The measure's value.
        ///
        /// @param right 1 for an edge, 0 for none
        /// @param scores `[pairs × 1]`
        double value(Numbers right, Matrix scores) {
            double[] score = new double[scores.rows()];
            Arrays.setAll(score, i -> scores.get(i, 0));
            return value(right, score);
        }

        double value(Numbers right, double[] score) {
            return switch (this) {
                case AUC -> Rankings.auc(score, right.value());
                case AP -> Rankings.averagePrecision(score, right.value());
            };
        }
    }

    public LinkPrediction {
        if (dimensions < 1 || dimensions > Layers.WIDEST) {
            throw Refusal.outside("task.dimensions", 1, Layers.WIDEST, dimensions);
        }
    }

    /// 20 support and 20 query edges, uniform negatives, the dot product of 32 dimensions, AUC.
    public static LinkPrediction defaults() {
        return new LinkPrediction(drawing(20, 20), Negatives.UNIFORM, Scoring.DOT, 32, Ranking.AUC);
    }

    private static FewShot drawing(int shots, int queries) {
        return new FewShot(2, shots, queries, Unit.PAIR);
    }

    /// The ways are always two: joined, or not.
    @Override
    public LinkPrediction withDrawing(int ways, int shots, int queries) {
        return new LinkPrediction(drawing(shots, queries), negatives, scoring, dimensions, ranking);
    }

    public LinkPrediction withNegatives(Negatives newNegatives) {
        return new LinkPrediction(drawing, newNegatives, scoring, dimensions, ranking);
    }

    public LinkPrediction withScoring(Scoring newScoring) {
        return new LinkPrediction(drawing, negatives, newScoring, dimensions, ranking);
    }

    public LinkPrediction withDimensions(int newDimensions) {
        return new LinkPrediction(drawing, negatives, scoring, newDimensions, ranking);
    }

    public LinkPrediction withRanking(Ranking newRanking) {
        return new LinkPrediction(drawing, negatives, scoring, dimensions, newRanking);
    }

    @Override
    public Sampler sampler(AttributedGraph graph, Split split, Seed seed) {
        return new PairSampler(graph, split, drawing, negatives, seed);
    }

    @Override
    public int outputs(AttributedGraph graph) {
        return 1;
    }

    @Override
    public Readout readout() {
        return new Readout.PairScore(scoring, dimensions);
    }

    @Override
    public Objective objective() {
        return new Objective.BinaryCrossEntropy();
    }

    @Override
    public Measure measure() {
        return ranking.measure();
    }

    @Override
    public List<Task> otherMeasures() {
        return List.of(withRanking(ranking == Ranking.AUC ? Ranking.AP : Ranking.AUC));
    }

    @Override
    public double value(Answers right, Matrix scores) {
        return ranking.value(Numbers.of(right), scores);
    }

    @Override
    public AttributedGraph labelled(AttributedGraph graph) {
        return graph;
    }

    @Override
    public Optional<Lack> lack(AttributedGraph graph) {
        return graph.edges() == graph.selfLoops()
                ? Optional.of(new Lack(Trouble.of("lack.noEdges")))
                : Optional.empty();
    }

    /// The floor is the index of Adamic and Adar (2003) on the support edges.
    @Override
    public List<Supplier<Baseline>> baselines(AttributedGraph graph, SparseMatrix features) {
        return PairIndex.all(ranking, graph.nodes());
    }

    @Override
    public Phrase phrase() {
        return Phrase.of(
                "task.links." + negatives.name(),
                Phrase.amount(drawing.shots(), "supportEdge"),
                Phrase.amount(drawing.queries(), "queryEdge"));
    }
}
