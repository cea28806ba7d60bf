package innerloop.math;

import java.util.concurrent.CompletableFuture;

/// Splits the rows of a sparse matrix among threads, with about equally many entries each. Every output row is the work
/// of one thread, in the same order whatever their number, so the result does not depend on it.
final class RowBlocks {

    /// Numbers multiplied below which more threads cost more than they give.
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
        for (int t = 0; t < threads - 1; t++) {
            int begin = from;
            int end = rowAt(s, (long) s.size() * (t + 1) / threads, begin);
            others[t] = CompletableFuture.runAsync(() -> work.on(begin, end));
            from = end;
        }
        work.on(from, s.rows());
        CompletableFuture.allOf(others).join();
    }

    /// The first row from `begin` on before which there are at least so many entries.
    private static int rowAt(SparseMatrix s, long entries, int begin) {
        int low = begin;
        int high = s.rows();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (s.rowStart()[middle] < entries) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
