package innerloop.plot;

import innerloop.colour.Colour;
import java.util.ArrayList;
import java.util.List;

/// The marks of one layout, from the grid up to the cursor.
final class Drawing {
    private static final double LINE = 1.8;
    private static final double RAW_OPACITY = 0.28;
    private static final double BAND_OPACITY = 0.14;
    private static final double TRIANGLE = 4;
    private static final double BETWEEN_TRIANGLES = 9;
    private static final double PER_X_TICK = 75;
    private static final double SAME_STEP = 3;

    private final Chart chart;
    private final List<Trace> traces;
    private final Frame frame;
    private final Axis x;
    private final Axis y;
    private final TextMeasure measure;
    private final boolean empty;

    Drawing(Chart chart, List<Trace> traces, Frame frame, Axis x, Axis y, TextMeasure measure) {
        this.chart = chart;
        this.traces = traces;
        this.frame = frame;
        this.x = x;
        this.y = y;
        this.measure = measure;
        this.empty = traces.stream().allMatch(trace -> trace.size() == 0);
    }

    List<Mark> marks(List<Tick> heights, double width) {
        List<Mark> marks = new ArrayList<>();
        addAxes(marks, heights, width);
        List<Mark> clipped = new ArrayList<>();
        addBehind(clipped);
        addLevels(clipped);
        addCurves(clipped);
        // The clip lets half a line's width pass, or a curve along the border would be cut in two.
        marks.add(
                new Mark.Clip(
                        frame.left() - LINE,
                        frame.top() - LINE,
                        frame.width() + 2 * LINE,
                        frame.height() + 2 * LINE,
                        clipped));
        traces.forEach(trace -> addTriangles(marks, trace));
        addMoments(marks);
        addTitle(marks, width);
        if (empty) {
            addSentence(marks);
        } else if (!chart.note().isBlank()) {
            addNote(marks);
        }
        return marks;
    }

    private void addAxes(List<Mark> marks, List<Tick> heights, double width) {
        for (Tick tick : heights) {
            double at = y.px(tick.value());
            marks.add(horizontal(at, Stroke.of(Colour.GRID, 1)));
            marks.add(
                    Lettering.text(
                            tick.label(),
                            frame.left() - Lettering.GAP,
                            at + Lettering.MIDDLE,
                            Mark.Anchor.END,
                            Colour.MUTED));
        }
        marks.add(horizontal(frame.bottom(), Stroke.of(Colour.FAINT, 1).withOpacity(0.55)));
        double baseline = frame.bottom() + 17;
        for (Tick tick : steps(width)) {
            double at = x.px(tick.value());
            double half = measure.width(tick.label(), Lettering.SIZE) / 2;
            // The unit stands left of the frame.
            if (at - half >= frame.left() - Lettering.GAP + 1 && at + half <= width) {
                marks.add(
                        Lettering.text(
                                tick.label(), at, baseline, Mark.Anchor.MIDDLE, Colour.MUTED));
            }
        }
        marks.add(
                Lettering.text(
                        chart.x().label(),
                        frame.left() - Lettering.GAP,
                        baseline,
                        Mark.Anchor.END,
                        Colour.FAINT));
    }

    /// As many as the whole chart has room for: charts of one width then have the same ticks, whatever their labels need.
    private List<Tick> steps(double width) {
        int most = Math.max(2, (int) (width / PER_X_TICK));
        boolean whole = traces.stream().allMatch(trace -> trace.curve().series().hasWholeSteps());
        if (!whole) {
            return x.scale().ticks(most);
        }
        return switch (x.scale()) {
            case Scale.Linear linear -> linear.wholeTicks(most);
            case Scale.Log10 log ->
                    log.ticks(most).stream()
                            .filter(tick -> tick.value() == Math.rint(tick.value()))
                            .toList();
        };
    }

    private void addBehind(List<Mark> marks) {
        for (Trace trace : traces) {
            Colour colour = trace.curve().colour();
            Trace.Band band = trace.band();
            if (band != null) {
                marks.addAll(BandAreas.of(band, x, y, new Fill(colour, BAND_OPACITY)));
            }
            if (trace.hasRawBehind()) {
                Stroke stroke = Stroke.of(colour, 1).withOpacity(RAW_OPACITY);
                marks.add(new Mark.Polyline(trace.rawLine(x, y), stroke));
            }
        }
    }

    private void addLevels(List<Mark> marks) {
        for (Guide guide : chart.guides()) {
            if (guide instanceof Guide.Level(double value, String _, Colour colour, Dash dash)) {
                double at = y.px(value);
                boolean throughText = empty && Math.abs(at - sentenceMiddle()) < sentenceHalf();
                if (!Double.isNaN(at) && !throughText) {
                    marks.add(horizontal(at, Stroke.of(colour, 1.4).withDash(dash)));
                }
            }
        }
    }

    private void addCurves(List<Mark> marks) {
        for (Trace trace : traces) {
            Points line = trace.shownLine(x, y);
            Stroke stroke = Stroke.of(trace.curve().colour(), LINE).withDash(trace.curve().dash());
            if (trace.size() == 1 && line.size() == 1) {
                marks.add(
                        new Mark.Symbol(
                                Mark.Shape.DISC,
                                line.x(0),
                                line.y(0),
                                3,
                                Fill.of(trace.curve().colour())));
            } else if (line.size() > 1) {
                marks.add(new Mark.Polyline(line, stroke));
            }
            addWayToLabel(marks, trace);
        }
    }

    /// A curve that ends early is joined to its label by a line that is plainly no data.
    private void addWayToLabel(List<Mark> marks, Trace trace) {
        if (trace.last() < 0 || trace.goesOn() || trace.curve().label().isBlank()) {
            return;
        }
        double end = x.px(trace.step(trace.last()));
        if (end < frame.right() - 2 * Lettering.GAP) {
            double at = trace.height(trace.last(), y);
            Stroke stroke =
                    Stroke.of(trace.curve().colour(), 1).withDash(Dash.DOTTED).withOpacity(0.4);
            marks.add(new Mark.Line(end + 6, at, frame.right(), at, stroke));
        }
    }

    private void addTriangles(List<Mark> marks, Trace trace) {
        Points failures = trace.failures(x, y, BETWEEN_TRIANGLES);
        for (int i = 0; i < failures.size(); i++) {
            double height = Math.clamp(failures.y(i), frame.top(), frame.bottom());
            marks.add(triangle(failures.x(i), height, TRIANGLE + 1.5, Colour.PANEL));
            marks.add(triangle(failures.x(i), height, TRIANGLE, trace.curve().colour()));
        }
    }

    private void addMoments(List<Mark> marks) {
        for (Guide guide : chart.guides()) {
            switch (guide) {
                case Guide.Level _ -> {}
                case Guide.Cursor(double step) -> addCursor(marks, step);
                case Guide.Divergence(double step, String sentence) ->
                        addDivergence(marks, step, sentence);
            }
        }
    }

    private void addCursor(List<Mark> marks, double step) {
        double at = x.px(step);
        if (!isAcross(at)) {
            return;
        }
        marks.add(vertical(at, Stroke.of(Colour.ACCENT, 1.2).withDash(Dash.FINE)));
        for (Trace trace : traces) {
            int index = trace.nearest(step);
            if (index >= 0) {
                double own = x.px(trace.step(index));
                double height = y.px(trace.shown(index));
                if (Math.abs(own - at) <= SAME_STEP && frame.contains(own, height)) {
                    marks.addAll(Crosshair.disc(own, height, trace.curve().colour()));
                }
            }
        }
    }

    private void addDivergence(List<Mark> marks, double step, String sentence) {
        double at = x.px(step);
        if (!isAcross(at)) {
            return;
        }
        marks.add(vertical(at, Stroke.of(Colour.WRONG, 1.2)));
        marks.add(
                FreeCorner.beside(at, frame, measure.width(sentence, Lettering.SIZE), shownLines())
                        .text(sentence, Colour.WRONG));
    }

    /// All lines that a text would be struck through by.
    private List<Points> shownLines() {
        List<Points> lines = new ArrayList<>();
        for (Guide guide : chart.guides()) {
            if (guide instanceof Guide.Level level) {
                double at = y.px(level.value());
                if (!Double.isNaN(at)) {
                    lines.add(Points.xy(frame.left(), at, frame.right(), at));
                }
            }
        }
        for (Trace trace : traces) {
            lines.add(trace.shownLine(x, y));
            lines.add(trace.failures(x, y, BETWEEN_TRIANGLES));
        }
        return lines;
    }

    private void addTitle(List<Mark> marks, double width) {
        if (!chart.title().isBlank()) {
            double room = width - frame.left() - Lettering.GAP;
            marks.add(
                    new Mark.Text(
                            Wrapping.shortened(chart.title(), room, Lettering.TITLE_SIZE, measure),
                            frame.left(),
                            frame.top() - 13,
                            Mark.Anchor.START,
                            Lettering.TITLE_SIZE,
                            Mark.Weight.REGULAR,
                            Colour.TEXT,
                            false));
        }
    }

    /// What is said as long as nothing was measured.
    private List<String> sentence() {
        double room = frame.width() - 2 * Lettering.GAP;
        int most = Math.max(1, (int) (frame.height() / Lettering.LINE));
        return Wrapping.atMost(
                most, Wrapping.lines(chart.emptySentence(), room, Lettering.SIZE, measure));
    }

    private double sentenceHalf() {
        return sentence().size() * Lettering.LINE / 2;
    }

    private double sentenceMiddle() {
        double half = sentenceHalf();
        return Math.max(frame.top() + half, Math.min(frame.bottom() - half, quietHeight()));
    }

    private void addSentence(List<Mark> marks) {
        List<String> lines = sentence();
        double baseline =
                sentenceMiddle() - (lines.size() - 1) * Lettering.LINE / 2 + Lettering.MIDDLE;
        double centre = (frame.left() + frame.right()) / 2;
        for (String line : lines) {
            marks.add(Lettering.withHalo(line, centre, baseline, Mark.Anchor.MIDDLE, Colour.MUTED));
            baseline += Lettering.LINE;
        }
    }

    /// Above or below the curves, wherever they leave more room.
    private void addNote(List<Mark> marks) {
        double room = frame.width() - 2 * Lettering.GAP;
        List<String> lines = Wrapping.lines(chart.note(), room, Lettering.SIZE, measure);
        double height = lines.size() * Lettering.LINE + 4;
        Frame above = new Frame(frame.left(), frame.top(), frame.right(), frame.top() + height);
        Frame below =
                new Frame(frame.left(), frame.bottom() - height, frame.right(), frame.bottom());
        List<Points> curves = shownLines();
        boolean up = FreeCorner.crossings(above, curves) < FreeCorner.crossings(below, curves);
        double baseline = (up ? above : below).top() + Lettering.LINE;
        for (String line : lines) {
            double left = frame.left() + Lettering.GAP;
            marks.add(Lettering.withHalo(line, left, baseline, Mark.Anchor.START, Colour.BASELINE));
            baseline += Lettering.LINE;
        }
    }

    /// The middle of the frame, or if a level runs through it the nearest height above or below.
    private double quietHeight() {
        double middle = (frame.top() + frame.bottom()) / 2;
        for (int away = 0; away < frame.height() / 2; away++) {
            for (int sign : new int[] {-1, 1}) {
                double height = middle + sign * away;
                if (chart.guides().stream().noneMatch(guide -> isNear(guide, height))) {
                    return height;
                }
            }
        }
        return middle;
    }

    private boolean isNear(Guide guide, double height) {
        return guide instanceof Guide.Level level
                && Math.abs(y.px(level.value()) - height) < 2 * Lettering.LINE;
    }

    private boolean isAcross(double at) {
        return at >= frame.left() && at <= frame.right();
    }

    /// One pixel wide lines are crisp only between two pixel borders.
    private Mark horizontal(double at, Stroke stroke) {
        double crisp = Math.round(at) + 0.5;
        return new Mark.Line(frame.left(), crisp, frame.right(), crisp, stroke);
    }

    private Mark vertical(double at, Stroke stroke) {
        return new Mark.Line(at, frame.top(), at, frame.bottom(), stroke);
    }

    private static Mark triangle(double x, double y, double radius, Colour colour) {
        return new Mark.Symbol(Mark.Shape.TRIANGLE, x, y, radius, Fill.of(colour));
    }
}
