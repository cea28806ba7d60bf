package innerloop.app.workbench;

import innerloop.app.graphview.PredictedEdges;
import innerloop.app.graphview.Prediction;
import innerloop.training.ClassPredictions;
import innerloop.training.Observation;
import innerloop.training.Outcome;

/// The live picture as the canvas shows it.
final class LivePrediction {

    private LivePrediction() {}

    static Prediction of(Observation observation) {
        ClassPredictions said = observation.outcome().nodes();
        Prediction classes =
                new Prediction(
                        observation.ways(),
                        said.predicted(),
                        said.confidence(),
                        said.loss(),
                        observation.attention());
        return switch (observation.outcome()) {
            case Outcome.NodeClasses _, Outcome.MemberClasses _ -> classes;
            case Outcome.NodeValues values -> classes.withValues(values);
            case Outcome.PairScores pairs ->
                    classes.withEdges(
                            PredictedEdges.of(
                                    pairs.pairs(),
                                    pairs.probability(),
                                    pairs.joined(),
                                    pairs.queries()));
        };
    }
}
