package innerloop.plot;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Values with their intervals on one axis, each in a row of its own, and levels to compare them with.
///
/// @param title above all
/// @param rows from top to bottom
/// @param levels vertical lines
public record Ranking(String title, List<Row> rows, List<Level> levels) {

    private static final double MARGIN = 16;
    private static final double TITLE = 28;
    private static final double LEVEL = 16;
    private static final double ROW = 24;
    private static final double AXIS = 28;
    private static final double LETTERS = 12;
    private static final double SMALL = 11;

    /// How far the baseline of a text lies below the middle of its letters.
    private static final double BELOW = 4;

    private static final double DOT = 4;
    private static final double PER_TICK = 60;

    public Ranking {
        rows = List.copyOf(rows);
        levels = List.copyOf(levels);
    }

    /// A value.
    ///
    /// @param label at the left
    /// @param value in the unit of the axis; NaN if there is none
    /// @param half width of its interval; 0 if it has none
    /// @param text at the right
    /// @param marked whether it is to be seen first
    public record Row(String label, double value, double half, String text, boolean marked) {

        /// A row that says in words why it has no value.
        public static Row without(String label, String text) {
            return new Row(label, Double.NaN, 0, text, false);
        }

        private boolean hasValue() {
            return !Double.isNaN(value);
        }
    }

    /// A value to compare with.
    ///
    /// @param label above its line
    /// @param value in the unit of the axis
    public record Level(String label, double value) {}

    /// How high the picture is, px.
    public double height() {
        return top() + ROW * rows.size() + AXIS + MARGIN / 2;
    }

    private double top() {
        return MARGIN / 2 + TITLE + LEVEL * levels.size();
    }

    /// As an SVG document of this width, on light ground as paper is.
    public String svg(double width) {
        return SvgPainter.paint(marks(width), Theme.LIGHT, width, height());
    }

    /// What to paint in this width.
    public List<Mark> marks(double width) {
        List<Mark> marks = new ArrayList<>();
        marks.add(
                new Mark.Text(
                        title,
                        MARGIN,
                        MARGIN / 2 + TITLE / 2 + BELOW,
                        Mark.Anchor.START,
                        LETTERS,
                        Mark.Weight.SEMIBOLD,
                        Colour.TEXT,
                        false));
        if (rows.isEmpty()) {
            return List.copyOf(marks);
        }
        double left = MARGIN + widest(rows.stream().map(Row::label)) + MARGIN;
        double right = width - MARGIN - widest(rows.stream().map(Row::text)) - MARGIN;
        if (rows.stream().anyMatch(Row::hasValue)) {
            addAxis(left, right, marks);
        }
        for (int i = 0; i < rows.size(); i++) {
            double y = top() + ROW * (i + 0.5);
            marks.add(text(rows.get(i).label, MARGIN, y, Mark.Anchor.START));
            marks.add(text(rows.get(i).text, width - MARGIN, y, Mark.Anchor.END));
        }
        return List.copyOf(marks);
    }

    /// The axis with the levels and the values.
    private void addAxis(double left, double right, List<Mark> marks) {
        int most = (int) Math.max(2, (right - left) / PER_TICK);
        Scale.Linear scale = scale(most);
        Place place = value -> left + scale.position(value) * (right - left);
        double bottom = top() + ROW * rows.size();
        for (Tick tick : scale.ticks(most)) {
            double x = place.of(tick.value());
            marks.add(new Mark.Line(x, top(), x, bottom, Stroke.of(Colour.GRID, 1)));
            marks.add(small(tick.label(), x, bottom + AXIS / 2, Mark.Anchor.MIDDLE, Colour.MUTED));
        }
        for (int i = 0; i < levels.size(); i++) {
            mark(levels.get(i), i, place, bottom, (left + right) / 2, marks);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).hasValue()) {
                mark(rows.get(i), top() + ROW * (i + 0.5), place, marks);
            }
        }
    }

    /// Where a value stands.
    private interface Place {
        double of(double value);
    }

    private Scale.Linear scale(int most) {
        double[] ends =
                DoubleStream.concat(
                                rows.stream()
                                        .filter(Row::hasValue)
                                        .flatMapToDouble(row ->
                                                DoubleStream.of(
                                                        row.value - row.half,
                                                        row.value + row.half)),
                                levels.stream().mapToDouble(Level::value))
                        .sorted()
                        .toArray();
        double low = ends[0];
        double high = ends[ends.length - 1];
        return (low < high ? new Scale.Linear(low, high) : new Scale.Linear(low - 1, high + 1))
                .nice(most);
    }

    /// The labels of levels stand in lines of their own, on the side of the line where there is more room.
    private void mark(
            Level level, int line, Place place, double bottom, double middle, List<Mark> marks) {
        double x = place.of(level.value);
        double y = MARGIN / 2 + TITLE + LEVEL * line;
        Stroke stroke =
                Stroke.of(Colour.BASELINE, 1.5).withDash(line == 0 ? Dash.DOTTED : Dash.DASHED);
        marks.add(new Mark.Line(x, y, x, bottom, stroke));
        boolean toTheRight = x < middle;
        marks.add(
                small(
                        level.label,
                        x + (toTheRight ? 1 : -1) * BELOW,
                        y + LEVEL / 2 + BELOW,
                        toTheRight ? Mark.Anchor.START : Mark.Anchor.END,
                        Colour.BASELINE));
    }

    private static void mark(Row row, double y, Place place, List<Mark> marks) {
        double x = place.of(row.value);
        Colour colour = row.marked ? Colour.ACCENT : Colour.MUTED;
        marks.add(
                new Mark.Line(
                        place.of(row.value - row.half),
                        y,
                        place.of(row.value + row.half),
                        y,
                        Stroke.of(colour, 2)));
        marks.add(new Mark.Symbol(Mark.Shape.DISC, x, y, DOT, Fill.of(colour)));
    }

    private static Mark text(String text, double x, double y, Mark.Anchor anchor) {
        return new Mark.Text(
                text, x, y + BELOW, anchor, LETTERS, Mark.Weight.REGULAR, Colour.TEXT, false);
    }

    private static Mark small(String text, double x, double y, Mark.Anchor anchor, Colour colour) {
        return new Mark.Text(text, x, y, anchor, SMALL, Mark.Weight.REGULAR, colour, false);
    }

    private static double widest(Stream<String> texts) {
        TextMeasure measure = TextMeasure.approximate();
        return texts.mapToDouble(text -> measure.width(text, LETTERS)).max().orElse(0);
    }
}
