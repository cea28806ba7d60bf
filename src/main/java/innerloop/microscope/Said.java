package innerloop.microscope;

import innerloop.episode.Examples;
import innerloop.graph.Targets;
import innerloop.math.Matrix;
import innerloop.nn.Answers;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Probabilities;
import java.util.Arrays;
import java.util.stream.IntStream;

/// What a network says of some examples.
///
/// @param loss the task's loss, a mean over the examples
/// @param score the task's measure, for example the share of right answers
/// @param slot the likeliest class of each example, as its slot in the episode; none where answers are no classes
/// @param numbers a row for each example: the probability of each slot; of an edge; or the predicted number
@SuppressWarnings("ArrayRecordComponent") // never written again, compared by nobody
public record Said(double loss, double score, int[] slot, double[][] numbers) {

    static Said of(Examples examples, double loss, double score, Matrix scores) {
        int count = examples.size();
        double[][] numbers = new double[count][];
        int[] slot = new int[0];
        if (examples.answers() instanceof Answers.Slots) {
            Arrays.setAll(numbers, i -> Probabilities.softmax(scores, i));
            slot = new int[count];
            Arrays.setAll(slot, i -> NetworkEvaluator.argMax(scores, i));
        } else if (examples.targets() instanceof Targets.Pairs) {
            Arrays.setAll(numbers, i -> new double[] {Probabilities.sigmoid(scores.get(i, 0))});
        } else {
            double[] predicted = Answers.Numbers.of(examples.answers()).predicted(scores);
            Arrays.setAll(numbers, i -> new double[] {predicted[i]});
        }
        return new Said(loss, score, slot, numbers);
    }

    /// The examples of which something else is said than before; none where answers are no classes.
    public int[] changedSince(Said before) {
        return IntStream.range(0, slot.length).filter(i -> slot[i] != before.slot[i]).toArray();
    }
}
