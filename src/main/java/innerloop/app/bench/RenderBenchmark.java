package innerloop.app.bench;

import innerloop.app.drive.FxThread;
import innerloop.bench.Measured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// How fast pictures of a graph follow a hand, in turns.
final class RenderBenchmark {

    private static final long PATIENCE_MILLISECONDS = 120_000;
    private static final long REST_MILLISECONDS = 500;
    private static final int FEWEST_FRAMES = 3;

    private final Pane window;
    private final Duration duration;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private double longestAnswer;

    /// A benchmark that moves each picture for this long in each round.
    ///
    /// @param window what fills the window
    RenderBenchmark(Pane window, Duration duration) {
        this.window = window;
        this.duration = duration;
    }

    /// The measurements: medians over the rounds, except for the response time, of which the longest counts.
    ///
    /// @param perSecond frames per second of our picture
    /// @param longestAnswer milliseconds from a movement to its being shown by our picture
    /// @param otherPerSecond frames per second of the other picture, if there is one
    /// @param ratio the first in parts of the third
    record Speed(
            double perSecond,
            double longestAnswer,
            OptionalDouble otherPerSecond,
            OptionalDouble ratio) {}

    /// Measures in turns, after a round that does not count.
    Speed measure(Picture picture, @Nullable Picture other, int rounds)
            throws InterruptedException {
        for (int round = 0; round <= rounds; round++) {
            GestureTimer own = turn(picture);
            double perSecond = other == null ? Double.NaN : turn(other).perSecond();
            if (round > 0) {
                ours.add(own.perSecond());
                theirs.add(perSecond);
                ratios.add(own.perSecond() / perSecond);
                longestAnswer = Math.max(longestAnswer, own.longestAnswer());
            }
        }
        return new Speed(
                Measured.median(ours),
                longestAnswer,
                other == null ? OptionalDouble.empty() : OptionalDouble.of(Measured.median(theirs)),
                other == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Measured.median(ratios)));
    }

    private GestureTimer turn(Picture picture) throws InterruptedException {
        long before = FxThread.call(picture::drawn);
        FxThread.run(() -> {
            window.getChildren().setAll(picture.view());
            picture.reset();
        });
        await(() -> picture.drawn() > before);
        // Frames of the other picture that the toolkit still paints must not count here.
        Thread.sleep(REST_MILLISECONDS);
        GestureTimer timer =
                FxThread.call(() -> {
                    GestureTimer started = new GestureTimer(window.getScene(), picture);
                    started.start();
                    return started;
                });
        Thread.sleep(duration);
        await(() -> timer.frames() >= FEWEST_FRAMES);
        FxThread.run(timer::stop);
        return timer;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        if (!FxThread.await(condition, PATIENCE_MILLISECONDS)) {
            throw new IllegalStateException("nothing is drawn");
        }
    }
}
