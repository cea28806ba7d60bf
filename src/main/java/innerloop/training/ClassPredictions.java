package innerloop.training;

import java.util.Arrays;

/// Which class each of some things is predicted to have. Nobody writes into the arrays once they are in here.
///
/// @param predicted class index of each, −1 where nothing is predicted
/// @param confidence probability of that class
/// @param loss −log of the true class's probability; NaN where nothing is predicted
@SuppressWarnings("ArrayRecordComponent") // replaced as a whole, compared by nobody
public record ClassPredictions(int[] predicted, float[] confidence, float[] loss) {

    /// Nothing is predicted for any of them.
    static ClassPredictions none(int count) {
        ClassPredictions none =
                new ClassPredictions(new int[count], new float[count], new float[count]);
        Arrays.fill(none.predicted, -1);
        Arrays.fill(none.loss, Float.NaN);
        return none;
    }

    /// How many things there are.
    public int size() {
        return predicted.length;
    }

    /// The same where classes have other indices.
    ///
    /// @param indexOf the new index of each class, −1 for one that is not there any more
    ClassPredictions renumbered(int[] indexOf) {
        return new ClassPredictions(
                Arrays.stream(predicted).map(c -> c < 0 ? c : indexOf[c]).toArray(),
                confidence,
                loss);
    }
}
