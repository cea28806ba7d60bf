package innerloop.app.drive;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Talks to the JavaFX thread from another one, step by step.
public final class FxThread {

    private FxThread() {}

    /// Does this on the JavaFX thread and waits for it.
    public static <T> T call(Callable<T> action) throws InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Does this on the JavaFX thread and waits for it.
    public static void run(Runnable action) throws InterruptedException {
        call(() -> {
            action.run();
            return true;
        });
    }

    /// Lets this many frames pass: what is set before the first is laid out by the second.
    public static void frames(int count) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(count);
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        passed.countDown();
                    }
                };
        run(timer::start);
        passed.await();
        run(timer::stop);
    }

    /// Waits until the condition holds on the JavaFX thread, at most this long. True if it came to hold.
    public static boolean await(BooleanSupplier condition, long milliseconds)
            throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(30);
        }
        return true;
    }
}
