/// The runs that are kept: a list with what differs between them, their notes, comparisons, and the way back to each
/// ([innerloop.io.RunStore] is where they lie). A [RunsViewModel] holds the list, a [RunsPanel] shows it; what opening and
/// pinning mean for the rest of the window is asked of [RunsContext].
@NullMarked
package innerloop.app.keptruns;

import org.jspecify.annotations.NullMarked;
