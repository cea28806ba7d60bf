/// A run in the window: the trainer thread and what the window sees of it.
///
/// `Trainer` runs on one platform thread and puts its events into an `EventQueue`; [RunViewModel] drains
/// the queue once per frame on the JavaFX thread. `Observer` computes the live pictures (embedding, predictions
/// on one watched episode) from the newest θ on a thread of its own. The trainer never waits for either.
@NullMarked
package innerloop.app.run;

import org.jspecify.annotations.NullMarked;
