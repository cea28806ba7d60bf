package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.colour.Colour;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepWindowTest {
    private static final Scale ALL = new Scale.Linear(0, 1000);
    private static final Scale LOG = new Scale.Log10(1, 1000);
    private static final StepWindow MIDDLE = new StepWindow(400, 600);

    private static Series from(double step, double... values) {
        Series series = new Series();
        for (int i = 0; i < values.length; i++) {
            series.append(step + i, values[i]);
        }
        return series;
    }

    @Test
    void chartsShareTheStepsOfAllOfThem() {
        Chart late =
                Chart.of("a").until(50).with(Curve.of(from(1, 1, 2, 3), Colour.CLASS_1, "late"));
        Chart early = Chart.of("b").with(Curve.of(from(0, 1, 2), Colour.CLASS_1, "early"));
        assertThat(StepWindow.around(List.of(late, early))).isEqualTo(new StepWindow(0, 50));
        assertThat(StepWindow.around(List.of(late.withLogX(true), early.withLogX(true))))
                .isEqualTo(new StepWindow(1, 50));
        assertThat(StepWindow.around(List.of(Chart.of("nothing")))).isEqualTo(new StepWindow(0, 1));
    }

    @Test
    void zoomingKeepsTheStepUnderThePointer() {
        StepWindow nearer = MIDDLE.zoomed(ALL, 450, 2);
        assertThat(nearer.lo()).isCloseTo(425, within(1e-9));
        assertThat(nearer.hi()).isCloseTo(525, within(1e-9));
        StepWindow log = new StepWindow(1, 1000).zoomed(LOG, 10, 3);
        Scale scale = log.scale(true);
        assertThat(scale.position(10)).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void zoomingEndsAtAllStepsAndAtTwo() {
        assertThat(MIDDLE.zoomed(ALL, 500, 0.001).isWhole(ALL)).isTrue();
        StepWindow nearest = MIDDLE.zoomed(ALL, 600, 1e9);
        assertThat(nearest.hi() - nearest.lo()).isCloseTo(2, within(1e-9));
        assertThat(StepWindow.between(ALL, 1000, 1000)).isEqualTo(new StepWindow(998, 1000));
    }

    @Test
    void panningKeepsTheWidthAndStaysInside() {
        assertThat(MIDDLE.panned(ALL, 0.5).lo()).isCloseTo(500, within(1e-9));
        StepWindow end = MIDDLE.panned(ALL, 99);
        assertThat(end.hi()).isCloseTo(1000, within(1e-9));
        assertThat(end.lo()).isCloseTo(800, within(1e-9));
        assertThat(MIDDLE.panned(ALL, -99).lo()).isZero();
    }

    @Test
    void aStepOutOfSightIsBroughtIn() {
        assertThat(MIDDLE.including(ALL, 500)).isSameAs(MIDDLE);
        assertThat(MIDDLE.including(ALL, 610).hi()).isCloseTo(610, within(1e-9));
        assertThat(MIDDLE.including(ALL, 390).lo()).isCloseTo(390, within(1e-9));
    }

    @Test
    void aRangeMayBeDrawnInEitherDirectionAndBeyondTheEnds() {
        assertThat(StepWindow.between(ALL, 300, -50).lo()).isZero();
        assertThat(StepWindow.between(ALL, 300, -50).hi()).isCloseTo(300, within(1e-9));
        StepWindow kept = new StepWindow(0, 100).within(LOG);
        assertThat(kept.lo()).isCloseTo(1, within(1e-9));
        assertThat(kept.hi()).isCloseTo(100, within(1e-9));
    }

    @Test
    void theValuesInSightMakeTheRange() {
        Series series = new Series();
        for (int i = 0; i <= 100; i++) {
            series.append(i, i < 50 ? 1000 : 1 + i / 100.0);
        }
        Chart chart = Chart.of("t").with(Curve.of(series, Colour.CLASS_1, "x"));
        Plot plot =
                chart.within(new StepWindow(60, 80)).layout(400, 200, TextMeasure.approximate());
        assertThat(plot.y().scale().hi()).isLessThan(3);
        assertThat(plot.x().scale()).isEqualTo(new Scale.Linear(60, 80));
        assertThat(plot.at(10).orElseThrow().step()).isEqualTo(60);
        assertThat(plot.next(80, true)).hasValue(81);
        assertThat(plot.next(60, false)).hasValue(59);
        assertThat(plot.next(100, true)).isEmpty();
    }

    @Test
    void aLogAxisBeginsAtTheFirstPositiveStep() {
        Chart chart =
                Chart.of("t")
                        .withLogX(true)
                        .with(Curve.of(Series.of(5, 4, 3, 2, 1), Colour.CLASS_1, "x"));
        Plot plot = chart.layout(400, 200, TextMeasure.approximate());
        assertThat(plot.x().scale()).isEqualTo(new Scale.Log10(1, 4));
        assertThat(plot.marks().toString()).doesNotContain("NaN");
    }

    @Test
    void chartsOfOneWidthHaveTheSameTicksWhateverTheirLabels() {
        StepWindow window = new StepWindow(0, 500);
        Chart plain = Chart.of("t").with(Curve.of(Series.of(1, 2), Colour.CLASS_1, ""));
        Chart labelled =
                Chart.of("t")
                        .with(Curve.of(Series.of(1e5, 2e5), Colour.CLASS_1, "a long label of it"));
        assertThat(steps(plain.within(window))).isEqualTo(steps(labelled.within(window)));
    }

    private static List<String> steps(Chart chart) {
        return chart.layout(330, 180, TextMeasure.approximate()).marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(Mark.Text.class::cast)
                .filter(text -> text.anchor() == Mark.Anchor.MIDDLE)
                .map(Mark.Text::text)
                .toList();
    }
}
