package innerloop.app.curves;

import innerloop.app.Messages;
import innerloop.plot.Series;
import innerloop.training.RunCurves;

/// Whether training makes novel classes worse: the loss on base classes falls while the score on novel classes falls from its
/// best, by more than its interval (supervision collapse). Said beside the score, because the loss alone looks like success.
final class Collapse {

    private static final int FEWEST_STEPS = 20;
    private static final int FEWEST_SCORES = 4;

    /// A quarter of the points at each end says how the loss moves.
    private static final int PART = 4;

    private Collapse() {}

    /// A sentence about it; empty if it does not happen, or cannot be told.
    static String sentence(RunCurves run) {
        Series score = run.score();
        if (!run.novelToTraining()
                || run.experiment().task().isWhole()
                || run.lossAfter().size() < FEWEST_STEPS
                || score.size() < FEWEST_SCORES) {
            return "";
        }
        int best = 0;
        for (int i = 1; i < score.size(); i++) {
            if (run.measure().gain(score.value(i), score.value(best)) > 0) {
                best = i;
            }
        }
        int last = score.size() - 1;
        double lost = run.measure().gain(score.value(best), score.value(last));
        double interval = (run.upper().value(last) - run.lower().value(last)) / 2;
        return lost > interval && falls(run.lossAfter())
                ? Messages.get(
                        "curves.collapse", run.measure().number(lost), Math.round(score.step(best)))
                : "";
    }

    private static boolean falls(Series loss) {
        double[] values = loss.values();
        int part = values.length / PART;
        double first = 0;
        double last = 0;
        for (int i = 0; i < part; i++) {
            first += values[i];
            last += values[values.length - 1 - i];
        }
        return last < first;
    }
}
