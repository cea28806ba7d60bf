package innerloop.app.canvas;

import innerloop.app.theme.Theme;
import javafx.scene.paint.Color;

/// All colours of one [Theme], as opaque ARGB numbers.
///
/// @param theme the look these colours belong to
/// @param ground behind the cards
/// @param panel the cards, and the canvas itself
/// @param line borders of cards
/// @param ink text
/// @param dim secondary text
/// @param faint nodes and text that do not matter now
/// @param accent what is active: selection and its edges
/// @param accentGround behind active things
/// @param good right answers
/// @param bad wrong answers
/// @param edge edges of the graph
public record Palette(
        Theme theme,
        int ground,
        int panel,
        int line,
        int ink,
        int dim,
        int faint,
        int accent,
        int accentGround,
        int good,
        int bad,
        int edge) {

    /// Web colour of what has no class of its own.
    public static final String NO_CLASS = "#98A1AE";

    /// Colours of light cards.
    public static final Palette LIGHT =
            new Palette(
                    Theme.LIGHT,
                    0xFFF5F6F8,
                    0xFFFFFFFF,
                    0xFFE2E5EA,
                    0xFF1D2530,
                    0xFF667080,
                    0xFF98A1AE,
                    0xFF2B6CDE,
                    0xFFEAF1FD,
                    0xFF1A8A4F,
                    0xFFC8321E,
                    0xFF8C97A8);

    /// Colours of dark cards.
    public static final Palette DARK =
            new Palette(
                    Theme.DARK,
                    0xFF15181D,
                    0xFF1C2027,
                    0xFF2C323B,
                    0xFFE7EAEF,
                    0xFF9AA4B2,
                    0xFF6B7583,
                    0xFF6EA2FF,
                    0xFF24324B,
                    0xFF57C98A,
                    0xFFFF7A66,
                    0xFF5D6878);

    /// Colour-blind safe, in this order.
    private static final int[] CLASSES = {
        0xFF4477AA, 0xFFEE6677, 0xFF228833, 0xFFCCBB44, 0xFF66CCEE, 0xFFAA3377,
        0xFFE69F00, 0xFF009E73, 0xFFD55E00, 0xFF9970AB, 0xFF777777, 0xFF8C510A
    };

    /// Stops of the confidence ramp, low to high: hue and lightness change together.
    private static final int[] RAMP_LIGHT = {
        0xFFF3E3C3, 0xFFE9B872, 0xFFCF6A5C, 0xFF8E2A6B, 0xFF3B0F5C
    };

    private static final int[] RAMP_DARK = {
        0xFF3A2A55, 0xFF7B2D7A, 0xFFC8546A, 0xFFEFA16B, 0xFFFBE8B8
    };

    /// The colours of a theme.
    public static Palette of(Theme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }

    /// The colour of a class; from the thirteenth class on the same hues, darker and lighter in
    /// turn.
    public int classColour(int index) {
        if (index < 0) {
            return faint;
        }
        int hue = CLASSES[index % CLASSES.length];
        int round = index / CLASSES.length % 4;
        return switch (round) {
            case 1 -> mix(hue, 0xFF000000, 0.35);
            case 2 -> mix(hue, 0xFFFFFFFF, 0.45);
            case 3 -> mix(hue, 0xFF000000, 0.6);
            default -> hue;
        };
    }

    /// The colour of a confidence between 0 and 1; unknown (NaN) is faint.
    public int ramp(double value) {
        if (Double.isNaN(value)) {
            return faint;
        }
        int[] stops = theme == Theme.LIGHT ? RAMP_LIGHT : RAMP_DARK;
        double at = Math.clamp(value, 0.0, 1.0) * (stops.length - 1);
        int low = Math.min((int) at, stops.length - 2);
        return mix(stops[low], stops[low + 1], at - low);
    }

    /// A colour between two: `share` of the second.
    public static int mix(int a, int b, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            double channel = ((a >>> shift) & 0xFF) * (1 - share) + ((b >>> shift) & 0xFF) * share;
            mixed |= (int) Math.round(channel) << shift;
        }
        return mixed;
    }

    /// The colour as JavaFX wants it.
    public static Color paint(int argb) {
        return Color.rgb(
                (argb >> 16) & 0xFF, (argb >> 8) & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    /// The colour as style sheets want it, `#RRGGBB`.
    public static String css(int argb) {
        return "#%06X".formatted(argb & 0xFFFFFF);
    }
}
