package innerloop.plot;

import innerloop.colour.Colour;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A small box that says in numbers what a [Crosshair] points at: the step, and for every curve its name, the value shown
/// and, if that is smoothed, the value as measured. It stands beside the crosshair's line and never leaves the chart.
final class Readout {
    private static final double PAD = 6;
    private static final double DISC = 12;
    private static final double FROM_LINE = 9;
    private static final double LINE = 14;
    private static final double EDGE = 2;

    /// Digits of a logarithmic axis, and of numbers too large for decimals.
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private static final double LEAST_PLAIN = 1e-4;
    private static final double GREATEST_PLAIN = 1e7;

    /// Differences smaller than this share of the axis cannot be seen in the curve either.
    private static final double RESOLUTION = 1.0 / 250;

    private record Row(String label, Colour colour, String value, String raw) {}

    private final String heading;
    private final List<Row> rows;
    private final TextMeasure measure;

    private Readout(String heading, List<Row> rows, TextMeasure measure) {
        this.heading = heading;
        this.rows = rows;
        this.measure = measure;
    }

    /// The box as marks.
    ///
    /// @param crosshair what is read
    /// @param unit of the steps
    /// @param y the axis whose digits the numbers keep to
    /// @param width of the chart, px
    /// @param height of the chart, px
    static List<Mark> of(
            Crosshair crosshair,
            String unit,
            Scale y,
            double width,
            double height,
            TextMeasure measure) {
        List<Row> rows = new ArrayList<>();
        for (Crosshair.Reading reading : crosshair.readings()) {
            boolean elsewhere = reading.step() != crosshair.step();
            String at = elsewhere ? " (" + unit + " " + CurveCsv.number(reading.step()) + ")" : "";
            boolean smoothed = Double.compare(reading.value(), reading.smoothed()) != 0;
            rows.add(
                    new Row(
                            reading.label() + at,
                            reading.colour(),
                            number(reading.smoothed(), y)
                                    + (Double.isNaN(reading.half())
                                            ? ""
                                            : " ± " + number(reading.half(), y)),
                            smoothed ? number(reading.value(), y) : ""));
        }
        String heading = unit + " " + CurveCsv.number(crosshair.step());
        return new Readout(heading, rows, measure)
                .marks(crosshair.x(), crosshair.frame(), width, height);
    }

    private List<Mark> marks(double line, Frame frame, double width, double height) {
        int most = (int) ((height - 2 * EDGE - 2 * PAD) / LINE) - 1;
        List<Row> seen = rows.subList(0, Math.clamp(most, 0, rows.size()));
        double values = widest(seen.stream().map(Row::value).toList());
        double raws = widest(seen.stream().map(Row::raw).toList());
        double numbers = Lettering.GAP + values + (raws > 0 ? Lettering.GAP + raws : 0);
        double room = width - 2 * EDGE - 2 * PAD - DISC - numbers;
        double labels = Math.min(widest(seen.stream().map(Row::label).toList()), room);
        double inner = Math.max(width(heading), DISC + labels + numbers);
        double boxWidth = inner + 2 * PAD;
        double boxHeight = (seen.size() + 1) * LINE + 2 * PAD;
        double left = line + FROM_LINE;
        if (left + boxWidth > width - EDGE) {
            left = line - FROM_LINE - boxWidth;
        }
        left = Math.clamp(left, EDGE, Math.max(EDGE, width - EDGE - boxWidth));
        double top =
                Math.clamp(frame.top() + EDGE, EDGE, Math.max(EDGE, height - EDGE - boxHeight));
        List<Mark> marks = new ArrayList<>();
        marks.add(
                new Mark.Rectangle(
                        left - 1, top - 1, boxWidth + 2, boxHeight + 2, Fill.of(Colour.FAINT)));
        marks.add(new Mark.Rectangle(left, top, boxWidth, boxHeight, Fill.of(Colour.PANEL)));
        double right = left + PAD + inner;
        double baseline = top + PAD + LINE / 2 + Lettering.MIDDLE;
        marks.add(Lettering.text(heading, left + PAD, baseline, Mark.Anchor.START, Colour.MUTED));
        for (Row row : seen) {
            baseline += LINE;
            double middle = baseline - Lettering.MIDDLE;
            marks.add(
                    new Mark.Symbol(
                            Mark.Shape.DISC, left + PAD + 3, middle, 3, Fill.of(row.colour())));
            String label = Wrapping.shortened(row.label(), labels, Lettering.SIZE, measure);
            marks.add(
                    Lettering.text(
                            label, left + PAD + DISC, baseline, Mark.Anchor.START, Colour.TEXT));
            double end = raws > 0 ? right - raws - Lettering.GAP : right;
            marks.add(Lettering.text(row.value(), end, baseline, Mark.Anchor.END, Colour.TEXT));
            if (!row.raw().isEmpty()) {
                marks.add(
                        Lettering.text(row.raw(), right, baseline, Mark.Anchor.END, Colour.MUTED));
            }
        }
        return marks;
    }

    private double width(String text) {
        return measure.width(text, Lettering.SIZE);
    }

    private double widest(List<String> texts) {
        return texts.stream().mapToDouble(this::width).max().orElse(0);
    }

    /// As many digits as the height of a chart can show.
    static String number(double value, Scale y) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        double size = Math.abs(value);
        boolean plain = value == 0 || (size >= LEAST_PLAIN && size < GREATEST_PLAIN);
        int decimals = decimals(value, y);
        String text =
                plain && decimals <= 6
                        ? exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
                        : TickLabels.alone(exact.round(DIGITS)).label();
        return text.replace('-', '−');
    }

    private static int decimals(double value, Scale y) {
        double finest =
                y instanceof Scale.Log10 ? Math.abs(value) / 100 : (y.hi() - y.lo()) * RESOLUTION;
        return finest > 0 ? Math.max(0, (int) Math.ceil(-Math.log10(finest) - 1e-9)) : 0;
    }
}
