package innerloop.training;

import innerloop.meta.EpisodeWorker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A fixed number of threads that work through numbered episodes, the calling thread being one of them. Which
/// thread takes which number is left to chance; results are kept by number, so they do not depend on it.
final class EpisodePool implements AutoCloseable {

    /// Work on the episode of this number.
    interface EpisodeWork {
        void on(EpisodeWorker worker, int number);
    }

    private final List<EpisodeWorker> workers = new ArrayList<>();
    private final ExecutorService threads;

    EpisodePool(ExperimentSetup setup, int threadCount) {
        for (int t = 0; t < threadCount; t++) {
            workers.add(new EpisodeWorker(setup.backend(), setup.plan()));
        }
        threads =
                Executors.newFixedThreadPool(
                        Math.max(1, threadCount - 1),
                        work -> {
                            Thread thread = new Thread(work, "trainer worker");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /// How many threads work.
    int threads() {
        return workers.size();
    }

    /// Bytes of the workers' buffers.
    long bytes() {
        return workers.stream().mapToLong(EpisodeWorker::bytes).sum();
    }

    /// Does the work for 0 … count − 1 and returns when all of it is done.
    void forEach(int count, EpisodeWork work) {
        forEach(count, work, List.of());
    }

    /// The same; threads that find no number left compute values for the next call. The calling thread begins no further
    /// value once all numbers are done, the others finish the list. After a failure no thread begins another one.
    void forEach(int count, EpisodeWork work, List<? extends Prepared<?>> ahead) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CountDownLatch others = new CountDownLatch(workers.size() - 1);
        for (EpisodeWorker worker : workers.subList(1, workers.size())) {
            threads.execute(() -> {
                drain(worker, next, count, work, failure);
                others.countDown();
                for (int k = 0; k < ahead.size() && failure.get() == null; k++) {
                    ahead.get(k).begin();
                }
            });
        }
        drain(workers.getFirst(), next, count, work, failure);
        for (int k = 0; k < ahead.size() && others.getCount() > 0 && failure.get() == null; k++) {
            ahead.get(k).begin();
        }
        try {
            others.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while training", e);
        }
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private static void drain(
            EpisodeWorker worker,
            AtomicInteger next,
            int count,
            EpisodeWork work,
            AtomicReference<@Nullable Throwable> failure) {
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.on(worker, i);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            next.set(count);
        }
    }

    /// A value that an idle thread may compute ahead of time; if none has, [#get] computes it.
    static final class Prepared<T> {

        private final FutureTask<T> task;

        Prepared(Callable<T> value) {
            this.task = new FutureTask<>(value);
        }

        /// Computes it, unless another thread has begun to.
        void begin() {
            task.run();
        }

        /// The value.
        T get() {
            begin();
            try {
                return task.get();
            } catch (ExecutionException e) {
                throw switch (e.getCause()) {
                    case RuntimeException cause -> cause;
                    case Error cause -> throw cause;
                    case null, default -> new IllegalStateException(e);
                };
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while training", e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
