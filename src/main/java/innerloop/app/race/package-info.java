/// The race in the window: how many inner steps a meta-trained start saves ([innerloop.training.Race]). A [RaceViewModel] works
/// on a thread of its own, a [RacePanel] shows the curves.
@NullMarked
package innerloop.app.race;

import org.jspecify.annotations.NullMarked;
