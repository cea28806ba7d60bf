package innerloop.colour;

import java.util.List;
import java.util.Locale;

/// Light or dark, and what every [Colour] looks like then. Colours are sRGB numbers `0xAARRGGBB`.
public enum Theme {
    /// Dark text on white cards.
    LIGHT,
    /// Light text on near-black cards.
    DARK;

    /// The least contrast of text against the panel (WCAG 2.2, success criterion 1.4.3, level AA).
    public static final double TEXT_CONTRAST = 4.5;

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    private static final int PULL_STEPS = 20;

    /// The other one.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// The value of a colour.
    public int colour(Colour colour) {
        return colour.on(this);
    }

    /// The colour of a class, faint for none (negative); from the thirteenth class on the same hues, darker and lighter
    /// in turn.
    public int classColour(int index) {
        if (index < 0) {
            return colour(Colour.FAINT);
        }
        int hues = Colour.CLASSES.size();
        int hue = colour(Colour.CLASSES.get(index % hues));
        return switch (index / hues % 4) {
            case 1 -> mix(hue, BLACK, 0.35);
            case 2 -> mix(hue, WHITE, 0.45);
            case 3 -> mix(hue, BLACK, 0.6);
            default -> hue;
        };
    }

    /// The colour of a class where the ways of an episode are told apart: that of its way, faint for a class that is none of
    /// them; without an episode its own.
    ///
    /// @param ways the classes of the episode, in its order; empty for no episode
    public int classColour(int index, List<Integer> ways) {
        int way = index < 0 ? -1 : ways.indexOf(index);
        return ways.isEmpty()
                ? classColour(index)
                : colour(way < 0 ? Colour.FAINT : Colour.way(way));
    }

    /// The colour of a number at a share of its scale, 0 to 1; unknown (NaN) is faint.
    public int ramp(double share) {
        return along(Colour.SCALE, share);
    }

    /// The colour of a number at a share of a scale whose middle, 0.5, stands for 0; unknown (NaN) is faint.
    public int diverging(double share) {
        return along(Colour.DIVERGING, share);
    }

    private int along(List<Colour> scale, double share) {
        if (Double.isNaN(share)) {
            return colour(Colour.FAINT);
        }
        int last = scale.size() - 1;
        double at = Math.clamp(share, 0.0, 1.0) * last;
        int low = Math.min((int) at, last - 1);
        return mix(colour(scale.get(low)), colour(scale.get(low + 1)), at - low);
    }

    /// The colour of text: the colour itself, pulled towards [Colour#TEXT] just as far as it takes to be read on the
    /// panel (contrast [#TEXT_CONTRAST]). A yellow curve stays yellow; its label becomes a brown that can be read.
    /// FAINT is faint on purpose and stays.
    public int textColour(Colour colour) {
        int panel = colour(Colour.PANEL);
        int own = colour(colour);
        if (colour == Colour.FAINT || colour == Colour.PANEL) {
            return own;
        }
        int pulled = own;
        for (int i = 1; i <= PULL_STEPS && contrast(pulled, panel) < TEXT_CONTRAST; i++) {
            pulled = mix(own, colour(Colour.TEXT), (double) i / PULL_STEPS);
        }
        return pulled;
    }

    /// A style sheet that defines every colour as a variable of the root.
    public String styleSheet() {
        StringBuilder sheet = new StringBuilder(".root {\n");
        for (Colour colour : Colour.values()) {
            sheet.append("    ").append(colour.variable()).append(": ");
            sheet.append(css(colour(colour))).append(";\n");
        }
        return sheet.append("}\n").toString();
    }

    /// A colour between two: `share` of the second.
    public static int mix(int first, int second, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            double channel = channel(first, shift) * (1 - share) + channel(second, shift) * share;
            mixed |= (int) Math.round(channel) << shift;
        }
        return mixed;
    }

    /// The colour as HTML, SVG and style sheets write it, `#RRGGBB`; its opacity is left out.
    public static String web(int argb) {
        return String.format(Locale.ROOT, "#%06X", argb & 0xFFFFFF);
    }

    /// The contrast ratio of two colours, 1 to 21: `(L1 + 0.05) / (L2 + 0.05)` of their relative luminances, the
    /// lighter one first (WCAG 2.2).
    public static double contrast(int first, int second) {
        double a = luminance(first);
        double b = luminance(second);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static String css(int argb) {
        int alpha = channel(argb, 24);
        return alpha == 0xFF
                ? web(argb)
                : String.format(
                        Locale.ROOT,
                        "rgba(%d, %d, %d, %.3f)",
                        channel(argb, 16),
                        channel(argb, 8),
                        channel(argb, 0),
                        alpha / 255.0);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(channel(argb, 16))
                + 0.7152 * linear(channel(argb, 8))
                + 0.0722 * linear(channel(argb, 0));
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int channel(int argb, int shift) {
        return (argb >>> shift) & 0xFF;
    }
}
