package innerloop.plot;

/// A colour by its purpose. Marks carry inks; a [Theme] says what each one looks like.
public enum Ink {
    /// Text and lines that are read first.
    INK,
    /// Text that is read second: titles, tick labels, sentences.
    DIM,
    /// Text and lines that may be overlooked.
    FAINT,
    /// Grid lines.
    GRID,
    /// What is active: the cursor in time.
    ACCENT,
    /// A statement that holds.
    GOOD,
    /// A failure: divergence, numbers that are none.
    BAD,
    /// A baseline to beat.
    WARM,
    /// First curve.
    SERIES_1,
    /// Second curve.
    SERIES_2,
    /// Third curve.
    SERIES_3,
    /// Fourth curve.
    SERIES_4,
    /// Fifth curve.
    SERIES_5,
    /// Sixth curve.
    SERIES_6,
    /// Seventh curve.
    SERIES_7,
    /// Eighth curve.
    SERIES_8,
    /// The ground a chart stands on; also the colour of halos.
    PANEL;

    /// The ink of the curve number `index`, from 0; it starts again after eight.
    public static Ink series(int index) {
        return switch (Math.floorMod(index, 8)) {
            case 0 -> SERIES_1;
            case 1 -> SERIES_2;
            case 2 -> SERIES_3;
            case 3 -> SERIES_4;
            case 4 -> SERIES_5;
            case 5 -> SERIES_6;
            case 6 -> SERIES_7;
            default -> SERIES_8;
        };
    }
}
