/// The window around the views: [MainWindow] arranges the regions it is given in [Slots].
///
/// Everything a person can do is a [Command] in [Commands]; menu, toolbar, keys and palette only
/// show commands. What the trainer does is read from a `RunStatusModel`; what must be said is
/// posted to [Notices].
@NullMarked
package innerloop.app.shell;

import org.jspecify.annotations.NullMarked;
