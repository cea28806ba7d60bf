package innerloop.app.document;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Writes files one after another on a thread of its own, so that no slow disk holds up the window. Closing waits for
/// what is still to be written: the program must not end before.
public final class BackgroundWriter implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final ExecutorService thread;

    /// A writer whose thread has this name.
    public BackgroundWriter(String name) {
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    /// Does this after everything that was given before; nothing once it is closed. It must deal with its own failures.
    public void write(Runnable work) {
        if (!thread.isShutdown()) {
            thread.execute(work);
        }
    }

    /// Waits until everything is written, for at most ten seconds.
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
