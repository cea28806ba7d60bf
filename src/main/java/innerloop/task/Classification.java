package innerloop.task;

import innerloop.episode.Episode;
import innerloop.episode.EpisodeSampler;
import innerloop.episode.Sampler;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.nn.Answers;
import innerloop.nn.Objective;

/// Tasks whose answers are classes: cross-entropy trains them, and accuracy is their measure.
public sealed interface Classification extends Task
        permits NodeClassification, GraphClassification {

    @Override
    default Sampler sampler(AttributedGraph graph, Split split, Seed seed) {
        return new EpisodeSampler(graph, split, drawing(), seed);
    }

    @Override
    default boolean hasClasses() {
        return true;
    }

    /// A score for each slot.
    @Override
    default int outputs(AttributedGraph graph) {
        return drawing().ways();
    }

    @Override
    default Objective objective() {
        return new Objective.CrossEntropy();
    }

    @Override
    default Measure measure() {
        return Measure.ACCURACY;
    }

    @Override
    default double value(Answers right, Matrix scores) {
        return Answers.Slots.of(right).accuracy(scores);
    }

    /// All slots have equally many query examples, so a constant answer is right once in `ways`.
    default Baseline majority() {
        double share = 1.0 / drawing().ways();
        return new Baseline() {
            @Override
            public String word() {
                return BaselineScore.MAJORITY;
            }

            @Override
            public double of(Episode episode) {
                return share;
            }

            @Override
            public boolean isConstant() {
                return true;
            }
        };
    }
}
