package innerloop.training;

/// Pauses, steps and stops a run. Any thread may call; the trainer looks between inner steps and waits while the run is
/// paused.
public final class RunControl {

    private boolean paused;
    private boolean stopped;
    private int stepsAllowed;
    private int waits;

    /// Halts the trainer at its next pause point.
    public synchronized void pause() {
        paused = true;
        stepsAllowed = 0;
    }

    /// Lets the trainer go on.
    public synchronized void resume() {
        paused = false;
        notifyAll();
    }

    /// Lets a paused trainer finish one more outer step; pauses a running one after its current step.
    public synchronized void step() {
        paused = true;
        stepsAllowed++;
        notifyAll();
    }

    /// Ends the run at the next pause point; what was learned so far is kept.
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /// Whether the run is paused.
    public synchronized boolean isPaused() {
        return paused;
    }

    /// Whether the run was told to stop.
    public synchronized boolean isStopped() {
        return stopped;
    }

    /// Called by the trainer between inner steps: returns at once, or waits while paused.
    ///
    /// @throws StoppedException if the run was told to stop
    public synchronized void pausePoint() {
        while (paused && stepsAllowed == 0 && !stopped) {
            waits++;
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = true;
            }
        }
        if (stopped) {
            throw new StoppedException();
        }
    }

    /// Number of waits at a pause point so far; a step during which it changes is not timed.
    public synchronized int waits() {
        return waits;
    }

    /// Called by the trainer after each outer step.
    public synchronized void stepDone() {
        if (stepsAllowed > 0) {
            stepsAllowed--;
        }
    }

    /// Unwinds the trainer to where it can end the run in order.
    public static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped", null, false, false);
        }
    }
}
