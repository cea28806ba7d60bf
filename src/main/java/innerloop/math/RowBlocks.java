package innerloop.math;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// Splits the rows of a product among threads, those of a sparse matrix with about equally many entries each. Every output row
/// is the work of one thread, in the same order whatever their number, so the result does not depend on it.
final class RowBlocks {

    /// With fewer multiplications than this, several threads cost more than they save.
    private static final long WORTH_IT = 1L << 25;

    private RowBlocks() {}

    /// Rows of a dense product that one thread works on at a time; a multiple of any vector.
    private static final int BLOCK = 64;

    /// Work on rows [from, to).
    interface RowWork {
        void on(int from, int to);
    }

    /// Whether a product with rows of this width is worth more than one thread.
    static boolean large(SparseMatrix s, int width) {
        return (long) s.size() * width >= WORTH_IT;
    }

    /// Does the work on all rows.
    static void run(SparseMatrix s, int threads, RowWork work) {
        CompletableFuture<?>[] others = new CompletableFuture<?>[threads - 1];
        int from = 0;
        long before = 0;
        for (int t = 0; t < threads - 1; t++) {
            long share = (long) s.size() * (t + 1) / threads;
            int end = from;
            for (; end < s.rows() && before < share; end++) {
                before += s.rowSize(end);
            }
            int begin = from;
            int last = end;
            others[t] = CompletableFuture.runAsync(() -> work.on(begin, last));
            from = end;
        }
        work.on(from, s.rows());
        CompletableFuture.allOf(others).join();
    }

    /// Does the work on all rows of a dense product, block by block; whoever is free takes the next one.
    ///
    /// @param rows how many there are
    /// @param multiplications in all
    /// @param threads 0 or 1 = the calling one alone
    static void each(int rows, long multiplications, int threads, RowWork work) {
        int others = multiplications >= WORTH_IT ? Math.max(0, threads - 1) : 0;
        if (others == 0) {
            for (int from = 0; from < rows; from += BLOCK) {
                work.on(from, Math.min(rows, from + BLOCK));
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable some =
                () -> {
                    for (int from = next.getAndAdd(BLOCK);
                            from < rows;
                            from = next.getAndAdd(BLOCK)) {
                        work.on(from, Math.min(rows, from + BLOCK));
                    }
                };
        CompletableFuture<?>[] helping = new CompletableFuture<?>[others];
        for (int t = 0; t < others; t++) {
            helping[t] = CompletableFuture.runAsync(some);
        }
        some.run();
        CompletableFuture.allOf(helping).join();
    }
}
