package innerloop.plot;

import innerloop.colour.Colour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Matrices with the same rows side by side, a square for each number: the more of its colour, the larger; numbers below 0 have a
/// colour of their own.
///
/// @param rows the colour of each row, seen at its left
/// @param parts the matrices, from left to right
public record MatrixChart(List<Colour> rows, List<Part> parts) {

    private static final double STRIP = 5;
    private static final double GAP = 18;
    private static final double WIDEST = 22;
    private static final double NARROWEST_TITLE = 96;

    public MatrixChart {
        rows = List.copyOf(rows);
        parts = List.copyOf(parts);
    }

    /// A matrix.
    ///
    /// @param title stands above
    /// @param columns the colour of each column, seen above it
    /// @param numbers a row for each row
    @SuppressWarnings("ArrayRecordComponent") // never written again, compared by nobody
    public record Part(String title, List<Colour> columns, double[][] numbers) {

        public Part {
            columns = List.copyOf(columns);
        }
    }

    /// The marks of the chart. Titles that would run into each other stand in several lines.
    ///
    /// @param width px
    /// @param height px
    public List<Mark> marks(double width, double height, TextMeasure measure) {
        double cell = cell(width, height, 1);
        double[] slots =
                parts.stream()
                        .mapToDouble(
                                part -> Math.max(cell * part.columns.size(), title(part, measure)))
                        .toArray();
        if (STRIP + 2 + Arrays.stream(slots).sum() + GAP * (slots.length - 1) > width) {
            Arrays.setAll(
                    slots, k -> Math.max(cell * parts.get(k).columns.size(), NARROWEST_TITLE));
        }
        List<List<String>> titles = new ArrayList<>();
        for (int k = 0; k < slots.length; k++) {
            titles.add(Wrapping.lines(parts.get(k).title, slots[k], Lettering.SIZE, measure));
        }
        int lines = titles.stream().mapToInt(List::size).max().orElse(1);
        return List.of(
                new Mark.Clip(
                        0,
                        0,
                        width,
                        height,
                        marks(slots, titles, lines, cell(width, height, lines))));
    }

    private static double title(Part part, TextMeasure measure) {
        return measure.width(part.title, Lettering.SIZE) + 1;
    }

    private static double top(int lines) {
        return lines * Lettering.LINE + STRIP + 4;
    }

    /// The side of a square under titles of so many lines.
    private double cell(double width, double height, int lines) {
        int columns = parts.stream().mapToInt(part -> part.columns.size()).sum();
        double room = width - STRIP - 2 - GAP * Math.max(0, parts.size() - 1);
        double high = height - top(lines) - 2;
        return Math.clamp(
                Math.min(room / Math.max(1, columns), high / Math.max(1, rows.size())), 0, WIDEST);
    }

    private List<Mark> marks(double[] slots, List<List<String>> titles, int lines, double cell) {
        double top = top(lines);
        List<Mark> marks = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            marks.add(new Mark.Rectangle(0, top + cell * row, STRIP, cell, Fill.of(rows.get(row))));
        }
        double left = STRIP + 2;
        for (int k = 0; k < slots.length; k++) {
            double baseline = (lines - titles.get(k).size() + 1) * Lettering.LINE - 4;
            for (String line : titles.get(k)) {
                marks.add(Lettering.text(line, left, baseline, Mark.Anchor.START, Colour.MUTED));
                baseline += Lettering.LINE;
            }
            add(parts.get(k), left, top, cell, marks);
            left += slots[k] + GAP;
        }
        return marks;
    }

    private static void add(Part part, double left, double top, double cell, List<Mark> marks) {
        double most = 0;
        for (double[] row : part.numbers) {
            for (double number : row) {
                most = Double.isFinite(number) ? Math.max(most, Math.abs(number)) : most;
            }
        }
        for (int column = 0; column < part.columns.size(); column++) {
            double x = left + cell * column;
            marks.add(
                    new Mark.Rectangle(
                            x, top - STRIP - 1, cell, STRIP, Fill.of(part.columns.get(column))));
            for (int row = 0; row < part.numbers.length; row++) {
                double number = part.numbers[row][column];
                if (most > 0 && Double.isFinite(number)) {
                    Colour colour = number < 0 ? Colour.QUERY : Colour.ACCENT;
                    marks.add(
                            new Mark.Rectangle(
                                    x,
                                    top + cell * row,
                                    cell,
                                    cell,
                                    new Fill(colour, Math.abs(number) / most)));
                }
            }
        }
    }
}
