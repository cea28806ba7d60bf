package innerloop.plot;

/// A [Scale] laid along pixels.
///
/// @param scale what stands where
/// @param from px of the scale's lo
/// @param to px of the scale's hi; less than `from` for an axis that points up
public record Axis(Scale scale, double from, double to) {
    /// Lines may leave the picture, but not so far that painters lose their digits.
    private static final double FAR = 1e5;

    /// The px of a value; NaN if it has none.
    public double px(double value) {
        return Math.clamp(from + scale.position(value) * (to - from), -FAR, FAR);
    }

    /// The value at a px.
    public double value(double px) {
        return scale.value((px - from) / (to - from));
    }
}
