package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.colour.Colour;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is kept between layouts, and what is skipped in them, changes nothing that is seen.
class LongCurveTest {

    private static double[] noise(int size) {
        Random random = new Random(3);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = i % 97 == 5 ? Double.NaN : random.nextGaussian();
        }
        return values;
    }

    @Test
    void smoothingGoesOnWhereItEnded() {
        double[] values = noise(1000);
        Series series = new Series();
        for (int i = 0; i < values.length; i++) {
            series.append(i, values[i]);
            if (i % 13 == 0) {
                series.sharedSmoothed(0.9);
            }
        }
        double[] grown = series.sharedSmoothed(0.9);
        assertThat(Arrays.copyOf(grown, values.length))
                .containsExactly(Smoothing.smooth(values, 0.9));
    }

    @Test
    void aConstantThatEndsIsSmoothedFromItsStart() {
        Series series = Series.of(0.1, 0.1, 0.1);
        double[] before = series.sharedSmoothed(0.7);
        series.append(3, 5);
        double[] after = series.sharedSmoothed(0.7);
        double[] whole = Smoothing.smooth(new double[] {0.1, 0.1, 0.1, 5}, 0.7);
        for (int i = 0; i < 4; i++) {
            assertThat(after[i]).isEqualTo(whole[i]);
        }
        assertThat(before[2]).as("what was laid out stays").isEqualTo(0.1);
    }

    @Test
    void columnsKeepWhatTheReductionOfEveryPointKeeps() {
        double[] values = noise(5000);
        double[] steps = new double[values.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i;
        }
        Axis x = new Axis(new Scale.Linear(0, steps.length - 1), 40, 340);
        for (Scale scale : new Scale[] {new Scale.Linear(-3, 3), new Scale.Log10(0.01, 3)}) {
            Axis y = new Axis(scale, 200, 10);
            Reduction all = new Reduction();
            for (int i = 0; i < steps.length; i++) {
                all.add(x.px(steps[i]), y.px(values[i]));
            }
            assertThat(Columns.reduce(steps, values, 0, steps.length, x, y))
                    .isEqualTo(all.points());
        }
    }

    @Test
    void theReadoutStaysInsideWhereverItPoints() {
        Chart chart =
                Chart.of("t")
                        .with(
                                Curve.of(Series.of(noise(200)), Colour.CLASS_1, "a very long label")
                                        .smoothed(0.5));
        for (double width : new double[] {120, 230, 600}) {
            Plot plot = chart.layout(width, 140, TextMeasure.approximate());
            for (int step = 0; step < 200; step += 9) {
                for (Mark mark : plot.readout(step, true)) {
                    if (mark instanceof Mark.Rectangle box) {
                        assertThat(box.x()).isNotNegative();
                        assertThat(box.x() + box.width()).isLessThanOrEqualTo(width);
                        assertThat(box.y() + box.height()).isLessThanOrEqualTo(140);
                    }
                }
            }
        }
        assertThat(chart.layout(400, 140, TextMeasure.approximate()).readout(50, true).toString())
                .contains("step 50", "a very long label");
    }

    @Test
    void numbersKeepToTheAxis() {
        assertThat(Readout.number(0.73333, new Scale.Linear(0, 1))).isEqualTo("0.733");
        assertThat(Readout.number(-12.34, new Scale.Linear(-100, 100))).isEqualTo("−12.3");
        assertThat(Readout.number(0.012345, new Scale.Log10(0.001, 1))).isEqualTo("0.0123");
        assertThat(Readout.number(Double.NaN, new Scale.Linear(0, 1))).isEqualTo("NaN");
    }
}
