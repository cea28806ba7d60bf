package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Paths and arrows laid out.
class PlaneChartTest {

    private static final TextMeasure MEASURE = TextMeasure.approximate();
    private static final Stroke LINE = Stroke.of(Colour.CLASS_1, 2);

    private static List<Mark> inside(PlaneChart chart, double width, double height) {
        return ((Mark.Clip) chart.marks(width, height, MEASURE).getFirst()).marks();
    }

    private static PlaneChart of(PlaneChart.Path path, PlaneChart.Arrow... arrows) {
        return new PlaneChart(List.of(path), List.of(arrows), List.of(), "θ");
    }

    @Test
    void bothAxesHaveOneUnit() {
        PlaneChart chart =
                of(
                        new PlaneChart.Path(Points.xy(0, 0, 3, 0, 3, 4), LINE, "1"),
                        new PlaneChart.Arrow(-1, 0, LINE));
        Points drawn =
                inside(chart, 300, 200).stream()
                        .filter(Mark.Polyline.class::isInstance)
                        .map(mark -> ((Mark.Polyline) mark).points())
                        .findFirst()
                        .orElseThrow();
        double across = drawn.x(1) - drawn.x(0);
        double up = drawn.y(1) - drawn.y(2);
        assertThat(up / across).isCloseTo(4.0 / 3, within(1e-9));
        for (int i = 0; i < 3; i++) {
            assertThat(drawn.x(i)).isBetween(0.0, 300.0);
            assertThat(drawn.y(i)).isBetween(0.0, 200.0);
        }
    }

    @Test
    void theTipOfAnArrowIsTheTipOfItsHead() {
        PlaneChart chart =
                of(
                        new PlaneChart.Path(Points.xy(0, 0, 1, 0), LINE, ""),
                        new PlaneChart.Arrow(0.5, 0, LINE));
        List<Mark> marks = inside(chart, 228, 100);
        Mark.Area head =
                marks.stream()
                        .filter(Mark.Area.class::isInstance)
                        .map(Mark.Area.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(head.upper().x(0)).isCloseTo(14 + 100, within(1e-9));
        assertThat(head.lower().x(0)).isEqualTo(head.upper().x(0));
        assertThat(head.upper().y(1)).isNotEqualTo(head.lower().y(1));
    }

    @Test
    void nothingToDrawIsNoFailure() {
        PlaneChart empty = new PlaneChart(List.of(), List.of(), List.of(), "θ");
        assertThat(inside(empty, 0, 0)).isNotEmpty();
        PlaneChart still = of(new PlaneChart.Path(Points.xy(0, 0), LINE, "1"));
        assertThat(inside(still, 100, 100)).isNotEmpty();
    }

    @Test
    void aLegendThatTakesTooMuchRoomIsLeftOut() {
        PlaneChart chart =
                new PlaneChart(
                        List.of(),
                        List.of(),
                        List.of(
                                new PlaneChart.Entry("the mean", LINE, PlaneChart.Sample.ARROW),
                                new PlaneChart.Entry("a path", LINE, PlaneChart.Sample.PATH)),
                        "θ");
        String wide = SvgPainter.paint(chart.marks(400, 100, MEASURE), Theme.LIGHT, 400, 100);
        assertThat(wide).contains("the mean", "a path");
        String narrow = SvgPainter.paint(chart.marks(120, 100, MEASURE), Theme.LIGHT, 120, 100);
        assertThat(narrow).doesNotContain("the mean");
    }
}
