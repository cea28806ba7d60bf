package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Heights on a grid, drawn as a ground.
class LandscapeTest {

    private static final int SIDE = 9;

    private static Landscape of(DoubleBinaryOperator height) {
        double[] heights = new double[SIDE * SIDE];
        Arrays.setAll(
                heights,
                k -> height.applyAsDouble(k % SIDE - SIDE / 2, Math.floorDiv(k, SIDE) - SIDE / 2));
        return new Landscape(4, SIDE, heights);
    }

    @Test
    void pointsAreMetAndPlanesStayPlanes() {
        Landscape plane = of((x, y) -> 2 * x - 3 * y + 1);
        assertThat(plane.at(2, 7)).isCloseTo(2 * -2 - 3 * 3 + 1, within(1e-12));
        assertThat(plane.at(0.25, 7.9)).isCloseTo(2 * -3.75 - 3 * 3.9 + 1, within(1e-12));
        assertThat(plane.lowest()).isEqualTo(-8 - 12 + 1);
        assertThat(plane.highest()).isEqualTo(8 + 12 + 1);
    }

    @Test
    void linesOfEqualHeightAreWhereTheHeightIs() {
        List<Mark> marks = of((x, y) -> x * x + y * y).marks(0, 0, 80);
        List<Points> lines =
                marks.stream()
                        .filter(Mark.Polyline.class::isInstance)
                        .map(mark -> ((Mark.Polyline) mark).points())
                        .toList();
        assertThat(lines).hasSize(11);
        for (int k = 0; k < lines.size(); k++) {
            Points line = lines.get(k);
            double height = 32.0 * (k + 1) / 12;
            for (int i = 0; i < line.size(); i++) {
                if (!line.isBreak(i)) {
                    double x = line.x(i) / 10 - 4;
                    double y = 4 - line.y(i) / 10;
                    assertThat(x * x + y * y).isCloseTo(height, within(0.3));
                }
            }
        }
    }

    @Test
    void whatIsMissingHasNoLines() {
        Landscape holed = of((x, y) -> x > 1 ? Double.NaN : y);
        assertThat(holed.highest()).isEqualTo(4);
        assertThat(holed.at(8, 8)).isNaN();
        assertThat(holed.at(2.5, 2.5)).isCloseTo(-1.5, within(1e-12));
        assertThat(of((_, _) -> 5).marks(0, 0, 80)).as("flat").hasSize(1);
        assertThatThrownBy(() -> new Landscape(1, 3, new double[8]))
                .hasMessageContaining("8 heights");
    }

    @Test
    void aChartOnAGroundReachesAsFarAsItAndSaysWhatIsPointedAt() {
        PlaneChart chart =
                new PlaneChart(
                        Optional.of(of((x, y) -> x + y)),
                        List.of(),
                        List.of(),
                        List.of(
                                new PlaneChart.Entry(
                                        "heights",
                                        Stroke.of(Colour.TEXT, 1),
                                        PlaneChart.Sample.SCALE)),
                        "θ₀");
        TextMeasure measure = TextMeasure.approximate();
        List<Mark> marks = chart.marks(228, 330, measure);
        Mark.Cells ground = cells(marks, cells -> cells.columns() == cells.rows());
        assertThat(ground.width()).isEqualTo(200);
        Points middle =
                chart.at(
                        228,
                        330,
                        measure,
                        ground.x() + ground.width() / 2,
                        ground.y() + ground.height() / 2);
        assertThat(middle.x(0)).isCloseTo(0, within(1e-9));
        assertThat(middle.y(0)).isCloseTo(0, within(1e-9));
        Points corner = chart.at(228, 330, measure, ground.x(), ground.y());
        assertThat(corner.x(0)).isCloseTo(-4, within(1e-9));
        assertThat(corner.y(0)).isCloseTo(4, within(1e-9));
        String svg = SvgPainter.paint(marks, Theme.DARK, 228, 330);
        assertThat(svg).as("the legend stands below").contains("heights", "crispEdges");
    }

    private static Mark.Cells cells(List<Mark> marks, Predicate<Mark.Cells> which) {
        return marks.stream()
                .flatMap(mark ->
                        mark instanceof Mark.Clip clip
                                ? clip.marks().stream()
                                : List.of(mark).stream())
                .filter(Mark.Cells.class::isInstance)
                .map(Mark.Cells.class::cast)
                .filter(which)
                .findFirst()
                .orElseThrow();
    }
}
