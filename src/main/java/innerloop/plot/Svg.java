package innerloop.plot;

import innerloop.colour.Theme;

/// An SVG 1.1 document that is written element by element.
///
/// The same calls give the same text everywhere: numbers are rounded to hundredths and written without regard to the machine's
/// language. Names of elements and attributes are written as they are given.
public final class Svg {

    private static final String FONT = "Inter, sans-serif";

    private final StringBuilder out = new StringBuilder();

    /// A document of this size in px, not closed yet.
    public Svg(double width, double height) {
        element("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("width", width)
                .attribute("height", height)
                .attribute("viewBox", "0 0 " + number(width) + " " + number(height))
                .attribute("font-family", FONT)
                .attribute("font-variant-numeric", "tabular-nums")
                .open();
    }

    /// The document, closed, ending in a line break.
    public String closed() {
        close("svg");
        return out.toString();
    }

    /// Begins the tag of an element.
    public Svg element(String name) {
        out.append('<').append(name);
        return this;
    }

    /// Adds a number to the tag.
    public Svg attribute(String name, double value) {
        return attribute(name, number(value));
    }

    /// Adds a text to the tag.
    public Svg attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    /// Adds a colour to the tag; its opacity is left out.
    public Svg colour(String name, int argb) {
        return attribute(name, Theme.web(argb));
    }

    /// Ends the tag of an element that other elements follow in.
    public void open() {
        out.append(">\n");
    }

    /// Ends an element without contents.
    public void end() {
        out.append("/>\n");
    }

    /// Ends an element that holds a text.
    public void end(String name, String text) {
        out.append('>').append(escaped(text));
        close(name);
    }

    /// Ends an element that others were in.
    public void close(String name) {
        out.append("</").append(name).append(">\n");
    }

    /// At most two decimals, a point, no exponent, no negative zero.
    public static String number(double value) {
        long hundredths = Math.round(value * 100);
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String text = (hundredths < 0 ? "-" : "") + whole;
        if (rest == 0) {
            return text;
        }
        return text + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
    }

    /// Markup as text; characters XML 1.0 has no place for become the replacement character.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
                    }
                });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
