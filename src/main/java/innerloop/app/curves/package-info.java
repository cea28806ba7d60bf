/// The curves at the bottom: [CurvesView] lays out `innerloop.plot` charts of a run and [ChartCanvas] paints their
/// display list. Nothing is drawn unless the run, the size, the theme or a setting changed.
@NullMarked
package innerloop.app.curves;

import org.jspecify.annotations.NullMarked;
