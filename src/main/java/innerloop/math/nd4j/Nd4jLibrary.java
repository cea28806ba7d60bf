package innerloop.math.nd4j;

import java.util.concurrent.CompletableFuture;
import org.nd4j.linalg.factory.Nd4j;

/// ND4J as a whole.
final class Nd4jLibrary {

    private Nd4jLibrary() {}

    /// Loads it and limits it to one native thread: Innerloop uses threads itself, and ND4J's idle ones spin.
    ///
    /// The first time on a machine, its native code is unpacked. A thread that is interrupted while it does so leaves ND4J
    /// unusable until the program ends, so a thread of its own loads it, which nobody interrupts.
    static void load() {
        Once.LOADED.join();
    }

    /// Loads it when it is first looked at.
    private static final class Once {

        static final CompletableFuture<Void> LOADED =
                CompletableFuture.runAsync(
                        () -> {
                            NativeCache.choose();
                            Nd4j.getEnvironment().setMaxMasterThreads(1);
                            Nd4j.factory().blas().setMaxThreads(1);
                        },
                        task -> Thread.ofPlatform().daemon().name("nd4j").start(task));

        private Once() {}
    }
}
