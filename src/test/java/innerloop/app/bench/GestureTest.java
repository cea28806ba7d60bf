package innerloop.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.scene.Viewport;
import org.junit.jupiter.api.Test;

class GestureTest {

    private static final Viewport FIRST = new Viewport(3, 4, 2, 800, 600);

    private final Gesture gesture = new Gesture(800, 600);

    @Test
    void theButtonIsHeldWhileThePointerMovesAndNotWhileTheWheelTurns() {
        for (double t = 0.01; t < 8; t += 0.05) {
            boolean moves = Math.abs(gesture.x(t + 1e-3) - gesture.x(t)) > 1e-9;
            assertThat(gesture.pressed(t) || !moves).as("at %s s", t).isTrue();
            assertThat(gesture.pressed(t) && gesture.turned(t) > 0).as("at %s s", t).isFalse();
        }
    }

    @Test
    void itEndsWhereItBegan() {
        Viewport last = gesture.seen(FIRST, 4 - 1e-9);
        assertThat(last.centreX()).isCloseTo(FIRST.centreX(), within(1e-3));
        assertThat(last.centreY()).isCloseTo(FIRST.centreY(), within(1e-3));
        assertThat(last.scale()).isCloseTo(FIRST.scale(), within(1e-3));
    }

    @Test
    void onTheWayItDragsAndZooms() {
        assertThat(gesture.seen(FIRST, 1).centreX()).isGreaterThan(FIRST.centreX() + 100);
        assertThat(gesture.seen(FIRST, 3).scale()).isGreaterThan(8 * FIRST.scale());
    }
}
