package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.colour.Colour;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final TextMeasure MEASURE = TextMeasure.approximate();

    @Test
    void keepsLabelsOfNearlyEqualCurvesApartAndInside() {
        Chart chart = Chart.of("close").with(Guide.floor(0.801, "floor 0.801"));
        for (int i = 0; i < 5; i++) {
            Series series = Series.of(0.2, 0.8 + i * 1e-4);
            chart =
                    chart.with(
                            Curve.of(series, Colour.curve(i), "validation accuracy of run " + i));
        }
        for (double width : new double[] {320, 480, 900}) {
            for (double height : new double[] {90, 140, 200, 400}) {
                assertNoOverlap(chart, width, height);
            }
        }
        assertThat(said(chart.layout(480, 400, MEASURE)))
                .contains("floor 0.801")
                .noneMatch(text -> text.endsWith("more"));
    }

    @Test
    void countsTheLabelsThereIsNoRoomFor() {
        Chart chart = Chart.of("many");
        for (int i = 0; i < 20; i++) {
            chart = chart.with(Curve.of(Series.of(0, i), Colour.curve(i), "curve " + i));
        }
        assertNoOverlap(chart, 480, 120);
        List<String> said = said(chart.layout(480, 120, MEASURE));
        long named = said.stream().filter(text -> text.startsWith("curve")).count();
        assertThat(named).isPositive();
        assertThat(said).contains("+" + (20 - named) + " …");
    }

    @Test
    void theCurveInFrontIsNamedBeforeAnythingElse() {
        Chart chart =
                Chart.of("score")
                        .with(
                                Curve.of(
                                        Series.of(0.1, 0.2),
                                        Colour.CLASS_2,
                                        "a pinned run of before"))
                        .with(
                                Curve.of(
                                        Series.of(0.4, 0.4),
                                        Colour.CLASS_3,
                                        "adapted, 95 % interval"))
                        .with(Guide.level(0.71, "label propagation 0.71"))
                        .with(Guide.floor(0.69, "floor 0.69"))
                        .with(Guide.level(0.38, "zero steps 0.38"));
        for (double height : new double[] {100, 110, 130, 200}) {
            assertThat(said(chart.layout(270, height, MEASURE)))
                    .as("%s px high", height)
                    .anyMatch(text -> text.startsWith("adapted"));
        }
    }

    @Test
    void nothingStrikesTheSentenceOfDivergenceThrough() {
        Chart chart =
                Chart.of("score")
                        .with(Curve.of(Series.of(0.38), Colour.CLASS_3, "adapted"))
                        .with(Guide.level(0.71, "label propagation"))
                        .with(Guide.floor(0.69, "floor"))
                        .with(Guide.level(0.4, "zero steps"))
                        .withRange(YRange.clamped(0, 1))
                        .until(500)
                        .with(Guide.divergence(1, "diverged at step 1"));
        for (double height : new double[] {107, 130, 214, 300}) {
            Plot plot = chart.layout(300, height, MEASURE);
            double baseline = text(plot, "diverged at step 1").baseline();
            for (double level : new double[] {0.71, 0.69, 0.4}) {
                assertThat(plot.y().px(level))
                        .as("%s in %s px", level, height)
                        .satisfiesAnyOf(
                                at -> assertThat(at).isLessThan(baseline - Lettering.SIZE + 2),
                                at -> assertThat(at).isGreaterThan(baseline + 2));
            }
        }
    }

    @Test
    void putsALabelBesideTheEndOfItsCurve() {
        Plot plot =
                Chart.of("t")
                        .with(Curve.of(Series.of(0, 5, 10), Colour.CLASS_1, "up"))
                        .layout(400, 200, MEASURE);
        Mark.Text label = text(plot, "up");
        assertThat(label.baseline()).isCloseTo(plot.y().px(10) + Lettering.MIDDLE, within(0.01));
        assertThat(label.x()).isGreaterThan(plot.frame().right());
    }

    @Test
    void aLevelDoesNotRunThroughWhatIsSaidBeforeTheFirstStep() {
        Chart chart =
                Chart.of("ratio")
                        .whenEmpty("How far an outer step moves each layer, as a rule")
                        .withRange(YRange.fixed(-6, 0))
                        .with(Guide.level(-2, "10 × usual"))
                        .with(Guide.level(-4, "a tenth"));
        for (double height : new double[] {80, 100, 140, 300}) {
            Plot plot = chart.layout(190, height, MEASURE);
            List<Double> sentence =
                    texts(plot.marks()).stream()
                            .filter(text ->
                                    "How far an outer step moves each layer, as a rule"
                                            .contains(text.text()))
                            .map(Mark.Text::baseline)
                            .toList();
            assertThat(sentence).isNotEmpty();
            List<Double> levels =
                    only(plot.marks(), Mark.Line.class).stream()
                            .filter(line -> line.stroke().dash() != Dash.SOLID)
                            .map(Mark.Line::y1)
                            .toList();
            assertThat(levels)
                    .allSatisfy(at ->
                            assertThat(sentence)
                                    .allMatch(baseline ->
                                            at > baseline + 1
                                                    || at < baseline - Lettering.SIZE + 3));
        }
    }

    @Test
    void leavesOutWhatIsNotPositiveOnALogAxis() {
        Plot plot =
                Chart.of("log")
                        .withLogY(true)
                        .with(Curve.of(Series.of(1, 0, -3, 10, 100), Colour.CLASS_1, "loss"))
                        .with(Guide.level(0, "zero"))
                        .layout(400, 200, MEASURE);
        Points line = polylines(plot).getFirst().points();
        assertThat(line.size()).isEqualTo(4);
        assertThat(line.isBreak(1)).isTrue();
        assertThat(plot.y().scale()).isInstanceOf(Scale.Log10.class);
        assertThat(said(plot)).doesNotContain("zero");
        assertThat(symbols(plot, Mark.Shape.TRIANGLE)).isEmpty();
    }

    @Test
    void staysDrawableWhenNothingIsPositiveOnALogAxis() {
        Chart chart =
                Chart.of("log")
                        .withLogY(true)
                        .with(Curve.of(Series.of(0, -1), Colour.CLASS_1, "x"));
        assertThat(chart.layout(400, 200, MEASURE).y().scale().lo()).isPositive();
        Chart bounded = chart.withRange(YRange.fixed(0, 1));
        assertThat(bounded.layout(400, 200, MEASURE).y().scale().lo()).isPositive();
    }

    @Test
    void marksWhatIsNotFiniteAtTheLastHeight() {
        Plot plot =
                Chart.of("nan")
                        .with(Curve.of(Series.of(1, 3, Double.NaN, 2), Colour.CLASS_1, "x"))
                        .layout(400, 200, MEASURE);
        List<Mark.Symbol> triangles = symbols(plot, Mark.Shape.TRIANGLE);
        assertThat(triangles).hasSize(2);
        assertThat(triangles.getLast().fill()).isEqualTo(Fill.of(Colour.CLASS_1));
        assertThat(triangles.getLast().x()).isCloseTo(plot.x().px(2), within(1e-9));
        assertThat(triangles.getLast().y()).isCloseTo(plot.y().px(3), within(1e-9));
    }

    @Test
    void clampsTheRangeOfAnAccuracy() {
        Chart chart =
                Chart.of("accuracy").with(Curve.of(Series.of(0.02, 0.99), Colour.CLASS_1, "x"));
        Plot clamped = chart.withRange(YRange.clamped(0, 1)).layout(400, 200, MEASURE);
        assertThat(clamped.y().scale()).isEqualTo(new Scale.Linear(0, 1));
        Plot fixed = chart.withRange(YRange.fixed(0.5, 0.75)).layout(400, 200, MEASURE);
        assertThat(fixed.y().scale()).isEqualTo(new Scale.Linear(0.5, 0.75));
    }

    @Test
    void rangesOverRawValuesBandsAndBaselines() {
        Series series = Series.of(1, 9, 1, 9);
        Chart chart =
                Chart.of("t")
                        .with(
                                Curve.of(series, Colour.CLASS_1, "x")
                                        .smoothed(0.9)
                                        .within(Series.of(-4, 0), Series.of(2, 2)))
                        .with(Guide.floor(21, "floor"));
        Scale scale = chart.layout(400, 200, MEASURE).y().scale();
        assertThat(scale.lo()).isLessThanOrEqualTo(-4);
        assertThat(scale.hi()).isGreaterThanOrEqualTo(21);
    }

    @Test
    void saysASentenceWhileNothingWasMeasured() {
        Chart chart =
                Chart.of("accuracy")
                        .withRange(YRange.clamped(0, 1))
                        .with(Curve.of(new Series(), Colour.CLASS_1, "x"))
                        .with(Guide.floor(0.5, "floor"))
                        .whenEmpty("Nothing yet.");
        Plot plot = chart.layout(400, 200, MEASURE);
        assertThat(said(plot)).contains("Nothing yet.", "floor", "1.0", "step").doesNotContain("x");
        double away = text(plot, "Nothing yet.").baseline() - plot.y().px(0.5);
        assertThat(Math.abs(away)).isGreaterThan(Lettering.LINE);
        assertThat(plot.valueAt(200)).isEmpty();
        chart.curves().getFirst().series().append(0, 0.4);
        assertThat(said(chart.layout(400, 200, MEASURE))).doesNotContain("Nothing yet.");
    }

    @Test
    void aLongSentenceStaysInsideASmallFrame() {
        Chart chart =
                Chart.of("title")
                        .with(Guide.floor(0.5, "floor"))
                        .whenEmpty(
                                "How far an outer step moves each layer, beside the size of the layer"
                                        + " itself: a thousandth is usual");
        for (int height : new int[] {90, 110, 140, 300}) {
            Plot plot = chart.layout(170, height, MEASURE);
            Mark.Text first =
                    texts(plot.marks()).stream()
                            .filter(mark -> mark.text().startsWith("How far"))
                            .findFirst()
                            .orElseThrow();
            assertThat(first.baseline()).isGreaterThan(plot.frame().top());
            List<Mark.Text> lines =
                    texts(plot.marks()).stream()
                            .filter(mark -> mark.x() == first.x() && mark.colour() == Colour.MUTED)
                            .filter(mark -> mark.baseline() >= first.baseline())
                            .filter(mark -> mark.baseline() < plot.frame().bottom())
                            .toList();
            assertThat(lines).hasSizeGreaterThan(1);
            assertThat(lines.getLast().text().endsWith("…"))
                    .isEqualTo(!lines.getLast().text().endsWith("usual"));
        }
    }

    @Test
    void showsCursorAndDivergenceOnlyWhereTheyAre() {
        Chart chart =
                Chart.of("t")
                        .with(Curve.of(Series.of(1, 2, 3), Colour.CLASS_1, "x"))
                        .with(Guide.cursor(9))
                        .with(Guide.cursor(1))
                        .with(Guide.divergence(2, "diverged at step 2"));
        assertThat(chart.guides()).hasSize(2);
        Plot plot = chart.layout(400, 200, MEASURE);
        assertThat(said(plot)).contains("diverged at step 2");
        assertThat(text(plot, "diverged at step 2").anchor()).isEqualTo(Mark.Anchor.END);
        assertThat(symbols(plot, Mark.Shape.DISC).getLast().y())
                .isCloseTo(plot.y().px(2), within(1e-9));
        Plot outside = chart.with(Guide.cursor(7)).layout(400, 200, MEASURE);
        assertThat(symbols(outside, Mark.Shape.DISC)).isEmpty();
    }

    @Test
    void readsEveryCurveAtTheNearestStep() {
        Series fine = Series.of(1, 2, Double.NaN, 4, 5);
        Series coarse = new Series();
        coarse.append(0, 10);
        coarse.append(4, 50);
        Plot plot =
                Chart.of("t")
                        .with(Curve.of(fine, Colour.CLASS_1, "fine").smoothed(0.5))
                        .with(Curve.of(coarse, Colour.CLASS_2, "coarse"))
                        .layout(400, 200, MEASURE);
        Crosshair crosshair = plot.valueAt(plot.x().px(3.2)).orElseThrow();
        assertThat(crosshair.step()).isEqualTo(3);
        assertThat(crosshair.x()).isCloseTo(plot.x().px(3), within(1e-9));
        assertThat(crosshair.readings())
                .extracting(Crosshair.Reading::value)
                .containsExactly(4.0, 50.0);
        assertThat(crosshair.readings().getFirst().smoothed()).isCloseTo(3, within(1e-12));
        assertThat(crosshair.readings().getLast().step()).isEqualTo(4);
        assertThat(plot.valueAt(plot.x().px(2)).orElseThrow().readings().getFirst().value())
                .isNaN();
        assertThat(plot.valueAt(plot.frame().left() - 1)).isEmpty();
        assertThat(plot.valueAt(plot.frame().right() + 1)).isEmpty();
        assertThat(crosshair.marks()).hasSize(5);
    }

    @Test
    void survivesAnySize() {
        Chart chart =
                Chart.of("a long title that cannot fit")
                        .with(Curve.of(Series.of(1, 1, 1), Colour.CLASS_1, "unbreakablelongname"))
                        .with(Curve.of(Series.of(Double.NaN), Colour.CLASS_2, "never"))
                        .with(Guide.divergence(1, "diverged at step 1"));
        for (double side = 1; side < 300; side += 7) {
            assertThat(chart.layout(side, 200, MEASURE).marks()).isNotEmpty();
            assertThat(chart.layout(300, side, MEASURE).marks()).isNotEmpty();
        }
    }

    private static void assertNoOverlap(Chart chart, double width, double height) {
        Plot plot = chart.layout(width, height, MEASURE);
        List<Frame> boxes = new ArrayList<>();
        for (Mark.Text text : texts(plot.marks())) {
            double wide = MEASURE.width(text.text(), text.size());
            double left =
                    switch (text.anchor()) {
                        case START -> text.x();
                        case MIDDLE -> text.x() - wide / 2;
                        case END -> text.x() - wide;
                    };
            double up = text.baseline() - 0.75 * text.size();
            boxes.add(new Frame(left, up, left + wide, text.baseline() + 0.2 * text.size()));
        }
        for (int i = 0; i < boxes.size(); i++) {
            Frame a = boxes.get(i);
            assertThat(a.left()).isNotNegative();
            assertThat(a.top()).isNotNegative();
            assertThat(a.right()).isLessThanOrEqualTo(width);
            assertThat(a.bottom()).isLessThanOrEqualTo(height);
            for (Frame b : boxes.subList(0, i)) {
                boolean apart =
                        a.right() <= b.left()
                                || b.right() <= a.left()
                                || a.bottom() <= b.top()
                                || b.bottom() <= a.top();
                assertThat(apart).as("%s and %s at %s x %s", a, b, width, height).isTrue();
            }
        }
    }

    private static List<Mark> flat(List<Mark> marks) {
        List<Mark> flat = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Clip clip) {
                flat.addAll(flat(clip.marks()));
            } else {
                flat.add(mark);
            }
        }
        return flat;
    }

    private static List<Mark.Text> texts(List<Mark> marks) {
        return only(marks, Mark.Text.class);
    }

    private static List<String> said(Plot plot) {
        return texts(plot.marks()).stream().map(Mark.Text::text).toList();
    }

    private static Mark.Text text(Plot plot, String text) {
        return texts(plot.marks()).stream()
                .filter(mark -> mark.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<Mark.Polyline> polylines(Plot plot) {
        return only(plot.marks(), Mark.Polyline.class);
    }

    private static List<Mark.Symbol> symbols(Plot plot, Mark.Shape shape) {
        return only(plot.marks(), Mark.Symbol.class).stream()
                .filter(symbol -> symbol.shape() == shape)
                .toList();
    }

    private static <M extends Mark> List<M> only(List<Mark> marks, Class<M> type) {
        return flat(marks).stream().filter(type::isInstance).map(type::cast).toList();
    }
}
