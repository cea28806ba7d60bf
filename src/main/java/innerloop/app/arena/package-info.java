/// Comparing learners in the window: an [ArenaViewModel] runs them on a thread of its own, an [ArenaPanel] shows the table that
/// fills in, and makes the suggested one that of the experiment ([innerloop.training.Arena]).
@NullMarked
package innerloop.app.arena;

import org.jspecify.annotations.NullMarked;
