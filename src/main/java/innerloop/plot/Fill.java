package innerloop.plot;

import innerloop.colour.Colour;

/// How an area is filled.
///
/// @param colour its colour
/// @param opacity 0 (unseen) to 1
public record Fill(Colour colour, double opacity) {
    /// An opaque area.
    public static Fill of(Colour colour) {
        return new Fill(colour, 1);
    }
}
