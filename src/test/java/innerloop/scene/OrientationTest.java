package innerloop.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OrientationTest {

    private static final Offset<Float> EXACT = Offset.offset(1e-5f);
    private static final Orientation STRAIGHT = new Orientation(0, 0);

    @Test
    void straightAheadNothingIsTurned() {
        float[] points = {1, 2, 3, -4, 5, -6};
        assertThat(STRAIGHT.see(points)).containsExactly(points, EXACT);
    }

    @Test
    void whatIsInFrontFollowsThePointer() {
        float[] front = {0, 0, 1};
        assertThat(STRAIGHT.turned(20, 0).see(front)[0]).isPositive();
        assertThat(STRAIGHT.turned(0, 20).see(front)[1]).isPositive();
    }

    @Test
    void turningKeepsDistances() {
        float[] seen = new Orientation(0.7, -0.4).see(new float[] {1, 2, 3, Float.NaN, 0, 0});
        double length = Math.hypot(Math.hypot(seen[0], seen[1]), seen[2]);
        assertThat(length).isCloseTo(Math.sqrt(14), Offset.offset(1e-5));
        assertThat(seen[3]).isNaN();
    }

    @Test
    void nobodyIsTiltedOverTheTop() {
        Orientation above = STRAIGHT.turned(0, -10_000);
        assertThat(above.pitch()).isEqualTo(Math.PI / 2);
    }

    @Test
    void nearerPointsAreLaterLargerAndStronger() {
        float[] seen = {0, 0, 0.9f, 1, 0, -0.9f, 2, 0, 0, 3, 0, Float.NaN};
        Depth depth = Depth.of(seen, 1);
        assertThat(depth.order()).containsExactly(3, 1, 2, 0);
        NodeLook look = depth.deepen(NodeLook.discs(new int[4]), 0xFFFFFFFF);
        assertThat(look.sizeOf(0)).isGreaterThan(look.sizeOf(2));
        assertThat(look.sizeOf(2)).isGreaterThan(look.sizeOf(1));
        assertThat(look.colour()[0] & 0xFF).isLessThan(look.colour()[1] & 0xFF);
        assertThat(depth.xy()).containsExactly(0, 0, 1, 0, 2, 0, 3, 0);
    }
}
