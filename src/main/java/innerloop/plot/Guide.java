package innerloop.plot;

import innerloop.colour.Colour;

/// A line in a chart that is not a curve.
public sealed interface Guide {
    /// A horizontal line to compare with: the floor, accuracy after zero steps.
    ///
    /// @param value where on the y axis; not drawn if the axis has no such place
    /// @param label written at its right end
    /// @param colour its colour
    /// @param dash how it is interrupted
    record Level(double value, String label, Colour colour, Dash dash) implements Guide {}

    /// The step that is being looked at, in all charts alike: a vertical line and a disc on each
    /// curve.
    ///
    /// @param step where on the x axis; not drawn outside it
    record Cursor(double step) implements Guide {}

    /// The step at which training left the finite numbers, with a sentence beside it.
    ///
    /// @param step where on the x axis; not drawn outside it
    /// @param sentence says so
    record Divergence(double step, String sentence) implements Guide {}

    /// A baseline to beat: dotted, warm.
    static Guide floor(double value, String label) {
        return new Level(value, label, Colour.BASELINE, Dash.DOTTED);
    }

    /// A level to know about: dashed, faint.
    static Guide level(double value, String label) {
        return new Level(value, label, Colour.MUTED, Dash.DASHED);
    }

    /// The step that is being looked at.
    static Guide cursor(double step) {
        return new Cursor(step);
    }

    /// The step at which training left the finite numbers.
    static Guide divergence(double step, String sentence) {
        return new Divergence(step, sentence);
    }
}
