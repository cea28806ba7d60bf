package innerloop.app.drive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The size of a window in pixels, written `1280x800`.
public record WindowSize(int width, int height) {

    private static final Pattern TEXT = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    /// Reads a size.
    ///
    /// @throws IllegalArgumentException if the text is none
    public static WindowSize of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no size");
        }
        return new WindowSize(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
