package innerloop.app.background;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes values in the background and hands over the one that was wanted last; a value that is not wanted any more is
/// dropped, its work is cancelled. Its own methods, and those it hands values to, run on one thread (in the window: that of
/// JavaFX), so that no value can arrive after [#giveUp].
///
/// @param <T> what is made
public final class Latest<T> {

    /// Makes a value, on another thread.
    public interface Work<T> {

        /// @param cancellation says when the value is not wanted any more
        /// @param soFar takes values to be shown until the last one is made; of several that come too fast the newest is
        ///     shown
        T make(Cancellation cancellation, Consumer<T> soFar) throws Exception;
    }

    private final Executor workers;
    private final Executor delivery;
    private final Consumer<? super T> show;
    private final Consumer<? super Throwable> failed;
    private @Nullable Request request;

    /// @param workers where values are made
    /// @param delivery where they are handed over
    /// @param show takes each value
    /// @param failed takes what went wrong while a value that is still wanted was made
    public Latest(
            Executor workers,
            Executor delivery,
            Consumer<? super T> show,
            Consumer<? super Throwable> failed) {
        this.workers = workers;
        this.delivery = delivery;
        this.show = show;
        this.failed = failed;
    }

    /// One that reports failures as uncaught exceptions.
    public Latest(Executor workers, Executor delivery, Consumer<? super T> show) {
        this(workers, delivery, show, Latest::report);
    }

    /// Starts a virtual thread of this name for each work: for short work, and such that waits.
    public static Executor virtual(String name) {
        return work -> Thread.ofVirtual().name(name).start(work);
    }

    /// Starts a thread of this name for each work: for long computations.
    public static Executor thread(String name) {
        return work -> Thread.ofPlatform().daemon().name(name).start(work);
    }

    /// Reports a failure as an uncaught exception of this thread.
    public static void report(Throwable failure) {
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, failure);
    }

    /// Begins to make a value; an earlier one is given up.
    public void want(Work<T> work) {
        giveUp();
        Request begun = new Request();
        request = begun;
        workers.execute(() -> begun.run(work));
    }

    /// Cancels the work; its value does not arrive any more.
    public void giveUp() {
        if (request != null) {
            request.cancellation.cancel();
            request = null;
        }
    }

    /// Whether a value is still being made.
    public boolean isPending() {
        return request != null;
    }

    /// One value in the making.
    private final class Request {

        private final Cancellation cancellation = new Cancellation();
        private final AtomicReference<@Nullable T> newest = new AtomicReference<>();

        // Whatever goes wrong is handed over: otherwise the window would wait for ever.
        @SuppressWarnings("CatchingUnchecked")
        private void run(Work<T> work) {
            try {
                cancellation.check();
                T made = work.make(cancellation, this::offer);
                delivery.execute(() -> end(() -> show.accept(made)));
            } catch (Exception | Error e) {
                delivery.execute(() -> end(() -> failed.accept(e)));
            }
        }

        private void offer(T value) {
            if (newest.getAndSet(value) == null) {
                delivery.execute(() -> {
                    T latest = newest.getAndSet(null);
                    if (latest != null && request == this) {
                        show.accept(latest);
                    }
                });
            }
        }

        private void end(Runnable handOver) {
            if (request == this) {
                request = null;
                handOver.run();
            }
        }
    }
}
