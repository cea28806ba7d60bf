package innerloop.plot;

/// A place on an axis that is named.
///
/// @param value where, in the units of the axis
/// @param label how it reads
public record Tick(double value, String label) {}
