package innerloop.graph.layout;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs one [IncrementalLayout] on its own daemon thread within a time budget.
///
/// About fifteen times a second, and once at the end, it hands a snapshot to a callback *on its own
/// thread*. A layout that hits the budget or is cancelled keeps what it has reached.
public final class LayoutJob {

    /// How long a person waits for a layout.
    public static final Duration BUDGET = Duration.ofSeconds(12);

    private static final long FRAME_NANOS = 66_000_000L;

    private final Thread thread;
    private volatile boolean cancelled;

    private LayoutJob(
            Supplier<? extends IncrementalLayout> layout,
            Duration budget,
            Consumer<Layout> onSnapshot) {
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("layout")
                        .unstarted(() -> run(layout, budget.toNanos(), onSnapshot));
    }

    /// Makes the layout and runs it, both on the job's thread.
    public static LayoutJob start(
            Supplier<? extends IncrementalLayout> layout,
            Duration budget,
            Consumer<Layout> onSnapshot) {
        LayoutJob job = new LayoutJob(layout, budget, onSnapshot);
        job.thread.start();
        return job;
    }

    /// Stops after the current step; the last snapshot still arrives.
    public void cancel() {
        cancelled = true;
    }

    /// Whether the thread is still at work.
    public boolean running() {
        return thread.isAlive();
    }

    /// Waits until the job has ended.
    public void join() throws InterruptedException {
        thread.join();
    }

    private void run(
            Supplier<? extends IncrementalLayout> supplier,
            long budgetNanos,
            Consumer<Layout> onSnapshot) {
        long start = System.nanoTime();
        long published = start;
        IncrementalLayout layout = supplier.get();
        boolean more = true;
        while (more && !cancelled) {
            more = layout.step();
            long now = System.nanoTime();
            double spent = (now - start) / (double) budgetNanos;
            if (spent >= 1) {
                break;
            }
            if (more && now - published >= FRAME_NANOS) {
                published = now;
                onSnapshot.accept(
                        new Layout(layout.positions(), Math.max(spent, layout.progress()), false));
            }
        }
        onSnapshot.accept(new Layout(layout.positions(), 1, true));
    }
}
