package innerloop.math;

import java.util.concurrent.CompletableFuture;

/// Splits the rows of a sparse matrix among threads, with about equally many entries each. Every output row is the work
/// of one thread, in the same order whatever their number, so the result does not depend on it.
final class RowBlocks {

    /// With fewer multiplications than this, several threads cost more than they save.
    private static final long WORTH_IT = 1L << 25;

    private RowBlocks() {}

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
}
