/// The page *Outer step*: one outer step of the run at the moment that is shown, taken apart.
///
/// [OuterViewModel] has an [innerloop.microscope.OuterMicroscope] look at it in the background while the page is seen; `OuterPicture`
/// turns the [innerloop.microscope.OuterTrace] into a [innerloop.plot.PlaneChart], and [OuterPanel] shows it beside a card for each episode.
@NullMarked
package innerloop.app.outer;

import org.jspecify.annotations.NullMarked;
