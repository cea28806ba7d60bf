package innerloop.plot;

import innerloop.colour.Colour;

/// The sizes of everything written in a chart, px.
final class Lettering {
    /// Labels and numbers.
    static final double SIZE = 11;

    /// The title.
    static final double TITLE_SIZE = 12;

    /// From one line of a label to the next.
    static final double LINE = 13;

    /// Between text and what it belongs to.
    static final double GAP = 8;

    /// From the middle of a line of digits down to its baseline: half of Inter's capital height.
    static final double MIDDLE = 0.364 * SIZE;

    private Lettering() {}

    static Mark.Text text(
            String text, double x, double baseline, Mark.Anchor anchor, Colour colour) {
        return new Mark.Text(text, x, baseline, anchor, SIZE, Mark.Weight.REGULAR, colour, false);
    }

    static Mark.Text withHalo(
            String text, double x, double baseline, Mark.Anchor anchor, Colour colour) {
        return new Mark.Text(text, x, baseline, anchor, SIZE, Mark.Weight.REGULAR, colour, true);
    }
}
