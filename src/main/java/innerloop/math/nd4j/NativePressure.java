package innerloop.math.nd4j;

import java.util.concurrent.atomic.AtomicLong;

/// Tells the collector of memory that it does not see. ND4J's numbers lie outside the heap and are given back when their Java
/// object is collected; the heap itself is hardly used meanwhile, so nothing would be collected for long.
final class NativePressure {

    /// Bytes between two collections that are asked for.
    private static final long ENOUGH = 192L << 20;

    private static final AtomicLong SINCE = new AtomicLong();

    private NativePressure() {}

    /// So many bytes more lie outside the heap.
    static void allocated(long bytes) {
        if (SINCE.addAndGet(bytes) > ENOUGH) {
            SINCE.set(0);
            System.gc();
        }
    }
}
