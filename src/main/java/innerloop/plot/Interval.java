package innerloop.plot;

/// A band of uncertainty around a curve. The measurements of both borders belong together one by
/// one; the steps are the lower border's.
///
/// @param lower the lower border
/// @param upper the upper border
public record Interval(Series lower, Series upper) {}
