package innerloop.training;

import innerloop.task.BaselineScore;
import java.util.Map;
import java.util.OptionalDouble;

/// The result on one test episode, in the measure of the run.
///
/// @param score of what was learned
/// @param floor nearest class mean
/// @param zeroSteps of the same learner, untrained
/// @param others of the baselines beside the floor, by their words, without those that are the same on every episode; empty for
///     runs of versions that did not keep them
public record TestEpisode(
        double score, double floor, double zeroSteps, Map<String, Double> others) {

    public TestEpisode {
        others = Map.copyOf(others);
    }

    /// The value of a baseline; empty if it is not known for single episodes.
    OptionalDouble baseline(String word) {
        if (word.equals(BaselineScore.FLOOR)) {
            return OptionalDouble.of(floor);
        }
        Double value = others.get(word);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
