package innerloop.app.curves;

/// How curves are shown.
///
/// @param smoothing TensorBoard's weight, 0 … 0.99
/// @param logY whether losses and norms use a logarithmic axis
public record CurveSettings(double smoothing, boolean logY) {

    /// Some smoothing, linear axes.
    public static CurveSettings defaults() {
        return new CurveSettings(0.6, false);
    }

    CurveSettings withSmoothing(double weight) {
        return new CurveSettings(weight, logY);
    }

    CurveSettings withLogY(boolean log) {
        return new CurveSettings(smoothing, log);
    }
}
