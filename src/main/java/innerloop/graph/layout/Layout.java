package innerloop.graph.layout;

/// A snapshot of a layout. The array must not be written into.
///
/// @param xy x and y of each node in turn
/// @param progress from 0 (start) to 1 (settled)
/// @param done whether this is the last snapshot
@SuppressWarnings("ArrayRecordComponent") // a snapshot for drawing, never compared
public record Layout(float[] xy, double progress, boolean done) {}
