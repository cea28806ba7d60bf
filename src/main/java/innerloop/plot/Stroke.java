package innerloop.plot;

/// How a line is drawn. Ends and corners are round.
///
/// @param ink its colour
/// @param width in px
/// @param dash how it is interrupted
/// @param opacity 0 (unseen) to 1
public record Stroke(Ink ink, double width, Dash dash, double opacity) {
    /// A solid, opaque line.
    public static Stroke of(Ink ink, double width) {
        return new Stroke(ink, width, Dash.SOLID, 1);
    }

    /// The same line, interrupted like `other`.
    public Stroke withDash(Dash other) {
        return new Stroke(ink, width, other, opacity);
    }

    /// The same line with another opacity, 0 to 1.
    public Stroke withOpacity(double other) {
        return new Stroke(ink, width, dash, other);
    }
}
