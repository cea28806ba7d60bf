package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@Isolated // sets the default locale
class SvgPainterTest {
    private static final Chart CHART =
            Chart.of("loss <&> \"x\" \u0001 \uD83D\uDE42")
                    .with(
                            Curve.of(Series.of(1, 2, Double.NaN, 4), Colour.CLASS_1, "loss")
                                    .smoothed(0.5)
                                    .within(Series.of(0, 1, 1, 3), Series.of(2, 3, 4, 5)))
                    .with(Guide.floor(2.5, "floor"))
                    .with(Guide.cursor(1))
                    .with(Guide.divergence(2, "diverged at step 2"));

    @Test
    void writesWellFormedXml() throws Exception {
        Document document = parse(SvgPainter.paint(CHART.marks(320, 160), Theme.DARK, 320, 160));
        assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 320 160");
        assertThat(document.getElementsByTagName("text").getLength()).isGreaterThan(8);
        assertThat(document.getDocumentElement().getTextContent())
                .contains("loss <&> \"x\" \uFFFD \uD83D\uDE42");
    }

    @Test
    void writesTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            String plain = SvgPainter.paint(CHART.marks(320, 160), Theme.LIGHT, 320, 160);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(SvgPainter.paint(CHART.marks(320, 160), Theme.LIGHT, 320, 160))
                    .isEqualTo(plain);
            assertThat(Theme.web(Theme.LIGHT.textColour(Colour.BASELINE))).matches("#[0-9A-F]{6}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writesKnownText() {
        Chart chart = Chart.of("").with(Curve.of(Series.of(0, 1), Colour.CLASS_1, "up"));
        String svg = SvgPainter.paint(chart.marks(160, 80), Theme.LIGHT, 160, 80);
        assertThat(svg).isEqualTo(GOLDEN);
    }

    @Test
    void writesEveryMark() throws Exception {
        List<Mark> marks =
                List.of(
                        new Mark.Symbol(Mark.Shape.SQUARE, 5, 5, 2, new Fill(Colour.RIGHT, 0.5)),
                        new Mark.Symbol(Mark.Shape.TRIANGLE, 5, 5, 2, Fill.of(Colour.WRONG)),
                        new Mark.Polyline(
                                Points.xy(1, 1, Double.NaN, 0, 2, 2, 3, 3),
                                Stroke.of(Colour.TEXT, 1).withDash(Dash.DASHED)),
                        new Mark.Shift(
                                10,
                                -0.001,
                                List.of(new Mark.Line(0, 0, 1, 1, Stroke.of(Colour.TEXT, 2)))));
        String svg = SvgPainter.paint(marks, Theme.LIGHT, 20, 20);
        assertThat(parse(svg).getElementsByTagName("path").getLength()).isEqualTo(3);
        assertThat(svg)
                .contains("d=\"M1 1h0M2 2L3 3\"")
                .contains("stroke-dasharray=\"5 4\"")
                .contains("translate(10 0)")
                .contains("fill-opacity=\"0.5\"");
    }

    @Test
    void roundsNumbers() {
        assertThat(Svg.number(-0.001)).isEqualTo("0");
        assertThat(Svg.number(-1.5)).isEqualTo("-1.5");
        assertThat(Svg.number(12.345)).isEqualTo("12.35");
        assertThat(Svg.number(0.05)).isEqualTo("0.05");
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static final String GOLDEN =
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="160" height="80" viewBox="0 0 160 80"\
             font-family="Inter, sans-serif" font-variant-numeric="tabular-nums">
            <rect x="0" y="0" width="160" height="80" fill="#FFFFFF"/>
            <line x1="39" y1="56.5" x2="130" y2="56.5" stroke="#EDEFF2" stroke-width="1"\
             stroke-linecap="round" stroke-linejoin="round"/>
            <text x="31" y="60" font-size="11" text-anchor="end" fill="#667080">0</text>
            <line x1="39" y1="10.5" x2="130" y2="10.5" stroke="#EDEFF2" stroke-width="1"\
             stroke-linecap="round" stroke-linejoin="round"/>
            <text x="31" y="14" font-size="11" text-anchor="end" fill="#667080">2</text>
            <line x1="39" y1="56.5" x2="130" y2="56.5" stroke="#98A1AE" stroke-width="1"\
             stroke-linecap="round" stroke-linejoin="round" stroke-opacity="0.55"/>
            <text x="39" y="73" font-size="11" text-anchor="middle" fill="#667080">0</text>
            <text x="130" y="73" font-size="11" text-anchor="middle" fill="#667080">1</text>
            <text x="31" y="73" font-size="11" text-anchor="end" fill="#98A1AE">step</text>
            <svg x="37.2" y="8.2" width="94.6" height="49.6" viewBox="37.2 8.2 94.6 49.6"\
             overflow="hidden">
            <path d="M39 56L130 33" fill="none" stroke="#4477AA" stroke-width="1.8"\
             stroke-linecap="round" stroke-linejoin="round"/>
            </svg>
            <text x="138" y="37" font-size="11" fill="#4477AA">up</text>
            </svg>
            """;
}
