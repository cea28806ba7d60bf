package innerloop.app.drive;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/// Measures frames on the JavaFX thread: the time from one to the next, and how much of it the thread worked. The
/// first says what a person sees on this machine now, the second what the program asks for.
public final class FrameMeter extends AnimationTimer {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Double> gaps = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private long last;
    private long lastWork;

    @Override
    public void handle(long now) {
        long time = System.nanoTime();
        long worked = threads.getCurrentThreadCpuTime();
        if (last != 0) {
            gaps.add((time - last) / 1e6);
            work.add((worked - lastWork) / 1e6);
        }
        last = time;
        lastWork = worked;
    }

    /// Both measures in one line.
    public String report() {
        if (gaps.isEmpty()) {
            return "no frames";
        }
        return String.format(
                Locale.ROOT,
                "%.0f frames/s, %s between frames; %s of work on the UI thread per frame",
                perSecond(),
                distribution(gaps),
                distribution(work));
    }

    /// Frames in a second.
    double perSecond() {
        return 1000 * gaps.size() / gaps.stream().mapToDouble(Double::doubleValue).sum();
    }

    /// The longest time from one frame to the next, in milliseconds.
    public double longest() {
        return gaps.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /// The most the JavaFX thread worked from one frame to the next, in milliseconds.
    public double mostWork() {
        return work.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    private static String distribution(List<Double> milliseconds) {
        List<Double> sorted = new ArrayList<>(milliseconds);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%.1f ms (99 %% under %.1f, longest %.1f)",
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.99)),
                sorted.getLast());
    }
}
