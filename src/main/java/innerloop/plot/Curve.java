package innerloop.plot;

import innerloop.colour.Colour;
import org.jspecify.annotations.Nullable;

/// How one series is shown.
///
/// @param series what was measured, read anew at every layout
/// @param colour its colour
/// @param label written at its right end
/// @param dash how the line is interrupted
/// @param smoothing the weight of [Smoothing], 0 to 0.999; the borders of the interval are smoothed
///   alike, which keeps them around the curve (the filter is linear) but makes them an interval of
///   the raw values no more
/// @param rawBehind whether the values as measured are seen faintly behind the smoothed ones
/// @param interval the band around it, if there is one
public record Curve(
        Series series,
        Colour colour,
        String label,
        Dash dash,
        double smoothing,
        boolean rawBehind,
        @Nullable Interval interval) {
    /// Checks the weight.
    public Curve {
        Smoothing.checkWeight(smoothing);
    }

    /// A solid line through the values as measured.
    public static Curve of(Series series, Colour colour, String label) {
        return new Curve(series, colour, label, Dash.SOLID, 0, true, null);
    }

    /// The same curve, dashed.
    public Curve dashed() {
        return withDash(Dash.DASHED);
    }

    /// The same curve, interrupted like `other`.
    public Curve withDash(Dash other) {
        return new Curve(series, colour, label, other, smoothing, rawBehind, interval);
    }

    /// The same curve, smoothed by a weight of 0 to 0.999.
    public Curve smoothed(double weight) {
        return new Curve(series, colour, label, dash, weight, rawBehind, interval);
    }

    /// The same curve without the measured values behind the smoothed ones.
    public Curve withoutRaw() {
        return new Curve(series, colour, label, dash, smoothing, false, interval);
    }

    /// The same curve in a band.
    public Curve within(Series lower, Series upper) {
        return new Curve(
                series, colour, label, dash, smoothing, rawBehind, new Interval(lower, upper));
    }
}
