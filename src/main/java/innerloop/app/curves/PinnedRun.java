package innerloop.app.curves;

import innerloop.app.run.RunCurves;

/// A run whose curves are drawn behind those of the present one.
///
/// @param label what stands at the end of its curves
/// @param curves its numbers
public record PinnedRun(String label, RunCurves curves) {}
