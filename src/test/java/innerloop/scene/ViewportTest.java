package innerloop.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {

    @Test
    void screenAndWorldAreInverse() {
        Viewport view = new Viewport(3, -2, 17.5, 640, 480);
        assertThat(view.worldX(view.screenX(1.25))).isCloseTo(1.25, within(1e-12));
        assertThat(view.screenY(view.worldY(99))).isCloseTo(99, within(1e-9));
        assertThat(view.screenX(3)).isEqualTo(320);
        assertThat(view.screenY(-2)).isEqualTo(240);
    }

    @Test
    void zoomKeepsThePointUnderThePointer() {
        Viewport view = new Viewport(3, -2, 17.5, 640, 480);
        Viewport zoomed = view.zoomAt(100, 50, 2.5);
        assertThat(zoomed.scale()).isEqualTo(43.75);
        assertThat(zoomed.worldX(100)).isCloseTo(view.worldX(100), within(1e-9));
        assertThat(zoomed.worldY(50)).isCloseTo(view.worldY(50), within(1e-9));
    }

    @Test
    void panMovesThePictureByPixels() {
        Viewport view = new Viewport(3, -2, 17.5, 640, 480);
        assertThat(view.pan(10, -20).screenX(0)).isCloseTo(view.screenX(0) + 10, within(1e-9));
        assertThat(view.pan(10, -20).screenY(0)).isCloseTo(view.screenY(0) - 20, within(1e-9));
    }

    @Test
    void fitShowsEverythingInsideTheMargin() {
        float[] xy = {-3, 7, 12, 8, 0, 30};
        Viewport view = Viewport.fit(Bounds2.of(xy), 500, 300, 20);
        for (int i = 0; i < xy.length; i += 2) {
            assertThat(view.screenX(xy[i])).isBetween(19.9, 480.1);
            assertThat(view.screenY(xy[i + 1])).isBetween(19.9, 280.1);
        }
    }

    @Test
    void nonsenseStaysFinite() {
        Viewport view = Viewport.fit(Bounds2.of(new float[] {Float.NaN, 1, 5, 5}), 0, 0, 20);
        assertThat(view.screenX(5)).isFinite();
        assertThat(new Viewport(Double.NaN, 0, Double.NaN, 10, 10).screenX(1)).isFinite();
        assertThat(view.zoomAt(0, 0, 1e300).scale()).isFinite();
    }

    @Test
    void theIndexFindsWhatALinearScanFinds() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(5);
        float[] xy = new float[2000];
        for (int k = 0; k < xy.length; k++) {
            xy[k] = (float) (random.nextDouble() * random.nextDouble() * 100);
        }
        xy[10] = Float.NaN;
        NodeIndex index = new NodeIndex(xy);
        for (int trial = 0; trial < 2000; trial++) {
            double x = random.nextDouble() * 120 - 10;
            double y = random.nextDouble() * 120 - 10;
            double reach = random.nextDouble() * 4;
            int expected = -1;
            double best = reach * reach;
            for (int i = 0; i < xy.length / 2; i++) {
                double square =
                        (xy[2 * i] - x) * (xy[2 * i] - x)
                                + (xy[2 * i + 1] - y) * (xy[2 * i + 1] - y);
                if (square < best) {
                    best = square;
                    expected = i;
                }
            }
            assertThat(index.nearest(x, y, reach)).isEqualTo(expected);
        }
        assertThat(new NodeIndex(new float[0]).nearest(0, 0, 10)).isEqualTo(-1);
    }
}
