package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.colour.Colour;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Spots and matrices laid out.
class SolutionChartsTest {

    private static <T extends Mark> List<T> all(List<Mark> marks, Class<T> kind) {
        return ((Mark.Clip) marks.getFirst())
                .marks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static SpotChart.Spot spot(double x, double y, String label) {
        return new SpotChart.Spot(x, y, Mark.Shape.DISC, 4, Fill.of(Colour.WAY_1), label);
    }

    @Test
    void distancesAreThoseOfThePlaneAndLinksJoinTheirSpots() {
        SpotChart chart =
                new SpotChart(
                        "plane",
                        List.of(new SpotChart.Link(0, 2, Stroke.of(Colour.WAY_1, 1))),
                        List.of(spot(0, 0, ""), spot(3, 0, ""), spot(3, 4, "far")));
        List<Mark> marks = chart.marks(300, 160);
        List<Mark.Symbol> spots = all(marks, Mark.Symbol.class);
        double across = spots.get(1).x() - spots.get(0).x();
        double up = spots.get(1).y() - spots.get(2).y();
        assertThat(up / across).isCloseTo(4.0 / 3, within(1e-9));
        assertThat(spots)
                .allSatisfy(each -> {
                    assertThat(each.x()).isBetween(0.0, 300.0);
                    assertThat(each.y()).isBetween(16.0, 160.0);
                });
        Mark.Line link = all(marks, Mark.Line.class).getFirst();
        assertThat(link.x2()).isEqualTo(spots.get(2).x());
        assertThat(link.y2()).isEqualTo(spots.get(2).y());
        assertThat(all(marks, Mark.Text.class)).extracting(Mark.Text::text).contains("far");
    }

    @Test
    void oneSpotAloneAndNoneAtAllAreLaidOut() {
        Mark.Symbol one =
                all(
                                new SpotChart("", List.of(), List.of(spot(7, 7, "")))
                                        .marks(100, 90),
                                Mark.Symbol.class)
                        .getFirst();
        assertThat(one.x()).isEqualTo(50);
        assertThat(all(new SpotChart("", List.of(), List.of()).marks(100, 90), Mark.Symbol.class))
                .isEmpty();
    }

    @Test
    void largeNumbersAreStrongAndThoseBelowZeroHaveAColourOfTheirOwn() {
        MatrixChart chart =
                new MatrixChart(
                        List.of(Colour.WAY_1, Colour.WAY_2),
                        List.of(
                                new MatrixChart.Part(
                                        "K",
                                        List.of(Colour.WAY_1, Colour.WAY_2),
                                        new double[][] {{2, -1}, {0.5, Double.NaN}})));
        List<Mark.Rectangle> cells =
                all(chart.marks(200, 120, TextMeasure.approximate()), Mark.Rectangle.class).stream()
                        .filter(each ->
                                each.fill().colour() == Colour.ACCENT
                                        || each.fill().colour() == Colour.QUERY)
                        .toList();
        assertThat(cells).extracting(each -> each.fill().opacity()).containsExactly(1.0, 0.25, 0.5);
        assertThat(cells.get(2).fill().colour()).isEqualTo(Colour.QUERY);
        assertThat(cells).allSatisfy(each -> assertThat(each.width()).isEqualTo(each.height()));
    }

    @Test
    void titlesOfNarrowMatricesDoNotRunIntoEachOther() {
        List<Colour> ways = List.of(Colour.WAY_1, Colour.WAY_2);
        double[][] numbers = {{2, -1}, {0.5, 3}};
        MatrixChart chart =
                new MatrixChart(
                        ways,
                        List.of(
                                new MatrixChart.Part(
                                        "similarity of all that is in the support set",
                                        ways,
                                        numbers),
                                new MatrixChart.Part("weights", ways, numbers)));
        TextMeasure measure = TextMeasure.approximate();
        for (double width : new double[] {160, 240, 500}) {
            List<Mark> marks = chart.marks(width, 120, measure);
            List<Mark.Text> texts = all(marks, Mark.Text.class);
            Mark.Text last = texts.getLast();
            assertThat(last.text()).isEqualTo("weights");
            assertThat(texts.subList(0, texts.size() - 1))
                    .allSatisfy(text ->
                            assertThat(text.x() + measure.width(text.text(), Lettering.SIZE))
                                    .isLessThan(last.x()));
            double lowest = texts.stream().mapToDouble(Mark.Text::baseline).max().orElseThrow();
            assertThat(all(marks, Mark.Rectangle.class))
                    .allSatisfy(each -> assertThat(each.y()).isGreaterThanOrEqualTo(lowest));
        }
    }
}
