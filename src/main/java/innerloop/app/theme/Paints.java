package innerloop.app.theme;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import javafx.scene.paint.Color;

/// Colours as JavaFX wants them.
public final class Paints {

    private Paints() {}

    /// The JavaFX colour of `0xAARRGGBB`.
    public static Color of(int argb) {
        return of(argb, (argb >>> 24) / 255.0);
    }

    /// The JavaFX colour of `0xRRGGBB` at an opacity from 0 to 1.
    public static Color of(int argb, double opacity) {
        return Color.rgb((argb >> 16) & 0xFF, (argb >> 8) & 0xFF, argb & 0xFF, opacity);
    }

    /// The colour of a class, the same on light and dark; grey for none (negative).
    public static Color ofClass(int index) {
        return of(Theme.LIGHT.classColour(index));
    }

    /// A colour on a theme.
    public static Color of(Theme theme, Colour colour) {
        return of(theme.colour(colour));
    }
}
