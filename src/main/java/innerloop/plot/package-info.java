/// Curves as data: from numbers measured by the engine to a display list any surface can paint.
///
/// The data flows one way. The engine appends to a [Series]; a [Curve] says how one series is to
/// look (colour, dash, [Smoothing], interval band) and a [Chart] puts curves, [Guide]s and a [YRange]
/// together. All of these but the series are immutable values, so a chart can be kept, compared and
/// changed by its `with…` methods.
///
/// `Chart.layout(width, height, measure)` reads the series as they are now and gives a [Plot]:
/// scales and their ticks ([Scale], [Axis]), lines reduced to what the pixels can show
/// ([Reduction]), labels that do not overlap, all as a flat list of [Mark]s in pixels. The plot
/// also answers what is under a pixel ([Crosshair]).
///
/// Marks name their colours by meaning ([innerloop.colour.Colour]), and a theme gives the values at the last moment, so one
/// list serves light and dark. [SvgPainter] writes a list as SVG; a canvas painter in the window
/// walks the same list, which is why this package imports no toolkit. [CurveCsv] writes the numbers
/// themselves.
///
/// Nothing here is thread-safe: write and read a series on one thread.
@NullMarked
package innerloop.plot;

import org.jspecify.annotations.NullMarked;
