package innerloop.app.curves;

import innerloop.plot.Series;
import innerloop.training.RunCurves;

/// A run whose curves are drawn behind those of the present one.
///
/// @param label what stands at the end of its curves
/// @param curves its numbers
public record PinnedRun(String label, RunCurves curves) {

    /// Whether these are the curves of the same run, or of one that is its equal.
    boolean isOf(RunCurves other) {
        return curves.experiment()
                        .unpainted()
                        .withGraph("")
                        .equals(other.experiment().unpainted().withGraph(""))
                && ended(curves.lossAfter(), other.lossAfter());
    }

    private static boolean ended(Series one, Series other) {
        return one.size() == other.size()
                && (one.isEmpty()
                        || Double.compare(one.value(one.size() - 1), other.value(other.size() - 1))
                                == 0);
    }
}
