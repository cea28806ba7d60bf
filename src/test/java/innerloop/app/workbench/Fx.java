package innerloop.app.workbench;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// The JavaFX thread, seen from the thread of a test.
public final class Fx {

    /// Against hanging only; nothing here is measured.
    public static final long PATIENCE_SECONDS = 300;

    private Fx() {}

    /// Starts the toolkit unless another test class did.
    public static void start() {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(true));
        } catch (IllegalStateException e) {
            // Another test class started it.
            started.complete(true);
        }
        started.join();
        Platform.setImplicitExit(false);
    }

    /// What `look` sees on the JavaFX thread.
    public static <T> T see(Callable<T> look) {
        CompletableFuture<T> seen = new CompletableFuture<>();
        Runnable task =
                () -> {
                    try {
                        seen.complete(look.call());
                    } catch (Exception | AssertionError e) {
                        seen.completeExceptionally(e);
                    }
                };
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        return seen.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /// Does something on the JavaFX thread, and waits for what that asked to be done there.
    static void act(Runnable action) {
        see(() -> {
            action.run();
            return true;
        });
        for (int round = 0; round < 2; round++) {
            see(() -> true);
        }
    }

    /// Lets this many frames pass.
    static void frames(int count) {
        CountDownLatch passed = new CountDownLatch(count);
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        passed.countDown();
                    }
                };
        act(timer::start);
        try {
            if (!passed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no frame passes");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        act(timer::stop);
    }
}
