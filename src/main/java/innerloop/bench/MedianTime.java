package innerloop.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long a piece of work takes once the machine is warm.
public final class MedianTime {

    private MedianTime() {}

    /// Median seconds: repeats the work for `duration` to warm up, then as long again; each time at least once.
    public static double of(Runnable work, Duration duration) {
        repeat(work, duration.toNanos());
        List<Long> taken = repeat(work, duration.toNanos());
        taken.sort(null);
        return taken.get(taken.size() / 2) / 1e9;
    }

    private static List<Long> repeat(Runnable work, long nanos) {
        List<Long> taken = new ArrayList<>();
        long begin = System.nanoTime();
        do {
            long before = System.nanoTime();
            work.run();
            taken.add(System.nanoTime() - before);
        } while (System.nanoTime() - begin < nanos);
        return taken;
    }
}
