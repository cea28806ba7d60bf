package innerloop.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void agreesWithTheEvenOddRuleOfJava2dOnCrossingLines() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 50; round++) {
            double[] corner = random.doubles(2L * (3 + round), -40, 300).toArray();
            Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            path.moveTo(corner[0], corner[1]);
            for (int k = 2; k < corner.length; k += 2) {
                path.lineTo(corner[k], corner[k + 1]);
            }
            path.closePath();
            Outline outline = new Outline(corner);
            for (int i = 0; i < 500; i++) {
                double x = random.nextDouble(-60, 320);
                double y = random.nextDouble(-60, 320);
                assertThat(outline.contains(x, y)).isEqualTo(path.contains(x, y));
            }
        }
    }

    @Test
    void noLineHoldsNothing() {
        assertThat(new Outline(new double[0]).contains(0, 0)).isFalse();
        assertThat(new Outline(new double[] {1, 1}).contains(1, 1)).isFalse();
        assertThat(new Outline(new double[] {0, 0, 9, 0, 9, 9}).contains(Double.NaN, 3)).isFalse();
    }
}
