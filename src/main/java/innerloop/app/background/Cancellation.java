package innerloop.app.background;

import java.util.concurrent.CancellationException;

/// Tells work that its result is not wanted any more. Any thread may cancel; the work asks, or is told.
public final class Cancellation {

    private boolean cancelled;
    private Runnable stop = () -> {};

    /// Whether the result is not wanted any more.
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /// Ends the work that calls it once its result is not wanted any more.
    ///
    /// @throws CancellationException if so
    public void check() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }

    /// Sets an action that ends work which cannot poll, such as an interrupt; run at once if the work is already cancelled.
    public synchronized void whenCancelled(Runnable action) {
        stop = action;
        if (cancelled) {
            action.run();
        }
    }

    /// Says that the result is not wanted any more.
    public synchronized void cancel() {
        cancelled = true;
        stop.run();
    }
}
