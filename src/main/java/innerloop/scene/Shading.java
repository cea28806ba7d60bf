package innerloop.scene;

/// A coarse picture that lies on the world like a carpet; between the middles of its cells colours are mixed.
///
/// @param bounds what it covers; nothing is shaded outside
/// @param columns at least 2
/// @param rows at least 2
/// @param argb `[rows × columns]` premultiplied colours, row after row
@SuppressWarnings("ArrayRecordComponent") // for drawing, never compared
public record Shading(Bounds2 bounds, int columns, int rows, int[] argb) {

    /// Checks that every cell has a colour.
    public Shading {
        if (columns < 2 || rows < 2 || argb.length != columns * rows) {
            throw new IllegalArgumentException(
                    "%d colours for %d × %d cells".formatted(argb.length, columns, rows));
        }
    }
}
