/// The inner loop of the watched episode, step by step: the page *Inner loop* at the bottom of the window.
///
/// [MicroscopeViewModel] has an [InnerTraces] made in the background for the network that all views show, whenever its moment or
/// the watched episode changes and somebody looks; [MicroscopePanel] draws it, [TraceCharts] its curves, [LayerBars] what moved.
/// The inner step that is shown is that of the time line ([innerloop.app.run.Timeline]).
@NullMarked
package innerloop.app.microscope;

import org.jspecify.annotations.NullMarked;
