package innerloop.app.formula;

import java.util.List;

/// A typeset formula as shapes, from its upper left corner.
///
/// @param parts its glyphs
/// @param width in pixels at [Typesetter#SIZE]
/// @param height of all of it
public record Outline(List<Part> parts, double width, double height) {

    /// Copies the list.
    public Outline {
        parts = List.copyOf(parts);
    }

    /// The glyphs of one mark.
    ///
    /// @param mark the number of the symbol, counted from 0; −1 for what is between symbols
    /// @param path in the language of SVG
    public record Part(int mark, String path) {}
}
