package innerloop.plot;

/// How wide text is, so that a layout can make room for it.
@FunctionalInterface
public interface TextMeasure {
    /// The width of one line of text.
    ///
    /// @param text what it says
    /// @param size font size, px
    /// @return px
    double width(String text, double size);

    /// Widths without a toolkit: the advances of Inter Regular for ASCII; other letters count as
    /// wide as a capital, ideographs as a full em. Good to a few percent for Inter, without
    /// kerning.
    static TextMeasure approximate() {
        return InterAdvances::width;
    }
}
