package innerloop.app.bench;

import java.util.ArrayDeque;
import java.util.Queue;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/// Moves a picture once per frame of the toolkit, and measures how soon and how often it follows. Used on the JavaFX
/// thread.
///
/// Only what the toolkit takes to paint counts: of two drawings made between two of its frames, one. A movement is answered when
/// the frame after the one that took its drawing begins.
final class GestureTimer extends AnimationTimer {

    private final Scene scene;
    private final Picture picture;
    private final Runnable afterLayout = this::take;
    private final Queue<Movement> unanswered = new ArrayDeque<>();
    private long begin;
    private long taken;
    private int frames;
    private long firstFrame;
    private long lastFrame;
    private long longestAnswer;

    /// A movement made at this time, and the drawing that shows it.
    private record Movement(long made, long drawing) {}

    /// Moves a picture that is in this scene.
    GestureTimer(Scene scene, Picture picture) {
        this.scene = scene;
        this.picture = picture;
    }

    @Override
    public void start() {
        taken = picture.drawn();
        begin = System.nanoTime();
        scene.addPostLayoutPulseListener(afterLayout);
        super.start();
    }

    @Override
    public void stop() {
        super.stop();
        scene.removePostLayoutPulseListener(afterLayout);
    }

    @Override
    public void handle(long frameTime) {
        long now = System.nanoTime();
        for (Movement oldest = unanswered.peek();
                oldest != null && oldest.drawing() <= taken;
                oldest = unanswered.peek()) {
            longestAnswer = Math.max(longestAnswer, now - oldest.made());
            unanswered.remove();
        }
        unanswered.add(new Movement(now, picture.move((now - begin) / 1e9)));
    }

    private void take() {
        long drawn = picture.drawn();
        if (drawn != taken) {
            taken = drawn;
            lastFrame = System.nanoTime();
            firstFrame = frames == 0 ? lastFrame : firstFrame;
            frames++;
        }
    }

    /// How many frames showed something new.
    int frames() {
        return frames;
    }

    /// How many of them in a second.
    double perSecond() {
        return frames < 2 ? 0 : (frames - 1) * 1e9 / (lastFrame - firstFrame);
    }

    /// The longest time from a movement to its being shown, in milliseconds.
    double longestAnswer() {
        return longestAnswer / 1e6;
    }
}
