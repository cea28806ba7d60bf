package innerloop.training;

/// Pauses, steps and stops a run. Any thread may call; the trainer looks between inner steps and waits while the run is
/// paused.
public final class RunControl {

    private boolean paused;
    private boolean stopped;

    /// Whether the stop was for the training alone, so that the test is to be done all the same.
    private boolean heeded;

    private boolean abandoned;

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

    /// Ends training at the next pause point; what was learned is still tested. Said once more, or during the test, it ends
    /// the test; what was tested is kept.
    public synchronized void stop() {
        stopped = true;
        heeded = false;
        notifyAll();
    }

    /// Ends the run at the next pause point without a test.
    public synchronized void abandon() {
        abandoned = true;
        stop();
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

    /// Called by the trainer when the test begins, which a stop of the training does not concern.
    synchronized void beginTest() {
        heeded = stopped && !abandoned;
    }

    /// Called by the trainer during the test, which cannot be paused.
    ///
    /// @throws StoppedException if the test was told to stop
    synchronized void testPoint() {
        if (stopped && !heeded) {
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
