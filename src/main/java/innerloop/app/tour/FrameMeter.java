package innerloop.app.tour;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/// Measures the time between frames on the JavaFX thread.
final class FrameMeter extends AnimationTimer {

    private final List<Double> gaps = new ArrayList<>();
    private long last;

    @Override
    public void handle(long now) {
        long time = System.nanoTime();
        if (last != 0) {
            gaps.add((time - last) / 1e6);
        }
        last = time;
    }

    /// Frames, median and longest gap in one line.
    String report() {
        if (gaps.isEmpty()) {
            return "no frames";
        }
        List<Double> sorted = new ArrayList<>(gaps);
        Collections.sort(sorted);
        double total = sorted.stream().mapToDouble(Double::doubleValue).sum();
        return String.format(
                Locale.ROOT,
                "%d frames, %.0f frames/s, median %.1f ms, 99 %% under %.1f ms, longest %.1f ms",
                sorted.size(),
                sorted.size() * 1000 / total,
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.99)),
                sorted.getLast());
    }
}
