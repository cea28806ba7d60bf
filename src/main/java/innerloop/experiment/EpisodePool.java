package innerloop.experiment;

import innerloop.meta.EpisodeWorker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

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
            workers.add(new EpisodeWorker(setup.backend(), setup.learning()));
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
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> others = new ArrayList<>();
        for (EpisodeWorker worker : workers.subList(1, workers.size())) {
            others.add(threads.submit(() -> drain(worker, next, count, work)));
        }
        RuntimeException failure = null;
        try {
            drain(workers.getFirst(), next, count, work);
        } catch (RuntimeException e) {
            failure = e;
            next.set(count);
        }
        for (Future<?> other : others) {
            try {
                other.get();
            } catch (ExecutionException e) {
                failure = failure == null ? unwrapped(e) : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new IllegalStateException("interrupted while training", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /// Begins to compute `count` values on the other threads, for later; without other threads each is computed when it is
    /// asked for.
    <T> List<Supplier<T>> ahead(int count, IntFunction<T> value) {
        List<Supplier<T>> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            if (workers.size() == 1) {
                values.add(() -> value.apply(number));
            } else {
                Future<T> begun = threads.submit(() -> value.apply(number));
                values.add(() -> finished(begun));
            }
        }
        return values;
    }

    private static <T> T finished(Future<T> begun) {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while training", e);
        }
    }

    private static void drain(
            EpisodeWorker worker, AtomicInteger next, int count, EpisodeWork work) {
        for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
            work.on(worker, number);
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException(e);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
