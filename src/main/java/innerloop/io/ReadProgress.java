package innerloop.io;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// How far the reading of a graph is, and the way to stop it. May be asked and told from any thread.
public final class ReadProgress {

    private final AtomicLong read = new AtomicLong();
    private final AtomicLong size = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /// The reading ends with [StoppedException] at its next bytes.
    public void stop() {
        stopped.set(true);
    }

    /// The share of the bytes that is read, 0 … 1. What follows after the last byte takes a moment, too.
    public double done() {
        long all = size.get();
        return all <= 0 ? 0 : Math.min(1, read.get() / (double) all);
    }

    /// So many bytes are to be read in all.
    void expect(long bytes) {
        size.set(bytes);
        read.set(0);
    }

    /// So many more are read.
    void add(long bytes) {
        read.addAndGet(bytes);
        requireGoing();
    }

    /// Ends a reading that was told to stop.
    public void requireGoing() {
        if (stopped.get()) {
            throw new StoppedException();
        }
    }

    /// The reading was stopped by a person.
    public static final class StoppedException extends CancellationException {
        private static final long serialVersionUID = 1L;
    }
}
