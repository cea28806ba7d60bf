package innerloop.training;

import innerloop.graph.Targets;
import java.util.List;
import java.util.Optional;

/// What a learner says of every node, or of every member graph, once it has learned a support set.
///
/// @param targets what it was asked about
/// @param classes the classes it chose from; none if the task has none
/// @param probabilities of each class, for each of the targets
/// @param embedding where each of the targets is in the space in which classes are told apart; only if it was wanted
@SuppressWarnings("ArrayRecordComponent") // replaced as a whole, compared by nobody
public record Prediction(
        Targets targets,
        List<String> classes,
        double[][] probabilities,
        Optional<float[][]> embedding) {

    public Prediction {
        classes = List.copyOf(classes);
    }

    /// How many targets there are.
    public int size() {
        return probabilities.length;
    }

    /// The likeliest class of a target, the first among equals.
    public int likeliest(int target) {
        double[] each = probabilities[target];
        int best = 0;
        for (int c = 1; c < each.length; c++) {
            best = each[c] > each[best] ? c : best;
        }
        return best;
    }

    /// How much likelier that class is than the next one.
    public double margin(int target) {
        int best = likeliest(target);
        double second = 0;
        for (int c = 0; c < classes.size(); c++) {
            second = c == best ? second : Math.max(second, probabilities[target][c]);
        }
        return probabilities[target][best] - second;
    }
}
