package innerloop.app.curves;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How curves are shown.
///
/// @param smoothing TensorBoard's weight, 0 … 0.99
/// @param logX whether steps use a logarithmic axis
/// @param logY whether losses and norms use a logarithmic axis
/// @param charts which charts there are, in their order; at least one
record CurveSettings(double smoothing, boolean logX, boolean logY, List<ChartKind> charts) {

    /// Keeps a copy of the list.
    CurveSettings {
        charts = List.copyOf(charts);
    }

    /// Some smoothing, linear axes, the three charts everybody looks at.
    static CurveSettings defaults() {
        return new CurveSettings(
                0.6, false, false, List.of(ChartKind.LOSS, ChartKind.ACCURACY, ChartKind.NORM));
    }

    CurveSettings withSmoothing(double weight) {
        return new CurveSettings(weight, logX, logY, charts);
    }

    CurveSettings withLogX(boolean log) {
        return new CurveSettings(smoothing, log, logY, charts);
    }

    CurveSettings withLogY(boolean log) {
        return new CurveSettings(smoothing, logX, log, charts);
    }

    /// The same with or without this chart; the last one stays.
    CurveSettings with(ChartKind chart, boolean shown) {
        Set<ChartKind> kinds = EnumSet.copyOf(charts);
        if (shown) {
            kinds.add(chart);
        } else if (kinds.size() > 1) {
            kinds.remove(chart);
        }
        return new CurveSettings(smoothing, logX, logY, List.copyOf(kinds));
    }
}
