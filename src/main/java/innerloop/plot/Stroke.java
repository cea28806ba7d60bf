package innerloop.plot;

import innerloop.colour.Colour;

/// How a line is drawn. Ends and corners are round.
///
/// @param colour its colour
/// @param width in px
/// @param dash how it is interrupted
/// @param opacity 0 (unseen) to 1
public record Stroke(Colour colour, double width, Dash dash, double opacity) {
    /// A solid, opaque line.
    public static Stroke of(Colour colour, double width) {
        return new Stroke(colour, width, Dash.SOLID, 1);
    }

    /// The same line, interrupted like `other`.
    public Stroke withDash(Dash other) {
        return new Stroke(colour, width, other, opacity);
    }

    /// The same line with another opacity, 0 to 1.
    public Stroke withOpacity(double other) {
        return new Stroke(colour, width, dash, other);
    }
}
