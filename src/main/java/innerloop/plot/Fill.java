package innerloop.plot;

/// How an area is filled.
///
/// @param ink its colour
/// @param opacity 0 (unseen) to 1
public record Fill(Ink ink, double opacity) {
    /// An opaque area.
    public static Fill of(Ink ink) {
        return new Fill(ink, 1);
    }
}
