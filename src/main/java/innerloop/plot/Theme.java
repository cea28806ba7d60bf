package innerloop.plot;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What each [Ink] looks like: sRGB colours as `#RRGGBB`.
///
/// [#light()] and [#dark()] hold the tokens of the design; inks the tokens leave open (BAD, WARM)
/// are chosen to sit beside them.
///
/// @param colours one colour for every ink
public record Theme(Map<Ink, String> colours) {
    /// The least contrast of text against the panel (WCAG 2.2, success criterion 1.4.3, level AA).
    public static final double TEXT_CONTRAST = 4.5;

    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final int PULL_STEPS = 20;

    /// Checks that no ink is missing and every colour reads `#RRGGBB`.
    public Theme {
        EnumMap<Ink, String> complete = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            String colour = colours.get(ink);
            if (colour == null || !COLOUR.matcher(colour).matches()) {
                throw new IllegalArgumentException(ink + " needs a #RRGGBB colour, not " + colour);
            }
            complete.put(ink, colour);
        }
        colours = Collections.unmodifiableMap(complete);
    }

    /// Dark ink on white panels.
    public static Theme light() {
        Map<Ink, String> colours = seriesColours();
        colours.put(Ink.INK, "#1D2530");
        colours.put(Ink.DIM, "#667080");
        colours.put(Ink.FAINT, "#98A1AE");
        colours.put(Ink.GRID, "#EDEFF2");
        colours.put(Ink.ACCENT, "#2B6CDE");
        colours.put(Ink.GOOD, "#1A8A4F");
        colours.put(Ink.BAD, "#C9352B");
        colours.put(Ink.WARM, "#E69F00");
        colours.put(Ink.PANEL, "#FFFFFF");
        return new Theme(colours);
    }

    /// Light ink on near-black panels.
    public static Theme dark() {
        Map<Ink, String> colours = seriesColours();
        colours.put(Ink.INK, "#E7EAEF");
        colours.put(Ink.DIM, "#9AA4B2");
        colours.put(Ink.FAINT, "#6B7583");
        colours.put(Ink.GRID, "#262B33");
        colours.put(Ink.ACCENT, "#6EA2FF");
        colours.put(Ink.GOOD, "#57C98A");
        colours.put(Ink.BAD, "#FF7B72");
        colours.put(Ink.WARM, "#E69F00");
        colours.put(Ink.PANEL, "#1C2027");
        return new Theme(colours);
    }

    /// The colour of lines, areas and symbols in this ink, `#RRGGBB`.
    public String colour(Ink ink) {
        String colour = colours.get(ink);
        if (colour == null) {
            throw new IllegalStateException("the constructor let " + ink + " go missing");
        }
        return colour;
    }

    /// The colour of text in this ink, `#RRGGBB`: the ink's colour, pulled towards [Ink#INK] just
    /// as far as it takes to be read on the panel (contrast [#TEXT_CONTRAST]). A yellow curve stays
    /// yellow; its label becomes a brown that can be read. FAINT is faint on purpose and stays.
    public String textColour(Ink ink) {
        String panel = colour(Ink.PANEL);
        String own = colour(ink);
        if (ink == Ink.FAINT || ink == Ink.PANEL) {
            return own;
        }
        String pulled = own;
        for (int i = 1; i <= PULL_STEPS && contrast(pulled, panel) < TEXT_CONTRAST; i++) {
            pulled = mix(own, colour(Ink.INK), (double) i / PULL_STEPS);
        }
        return pulled;
    }

    /// The contrast ratio of two `#RRGGBB` colours, 1 to 21: `(L1 + 0.05) / (L2 + 0.05)` of their
    /// relative luminances, the lighter one first (WCAG 2.2).
    public static double contrast(String first, String second) {
        double a = luminance(first);
        double b = luminance(second);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(channel(colour, 0))
                + 0.7152 * linear(channel(colour, 1))
                + 0.0722 * linear(channel(colour, 2));
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int channel(String colour, int index) {
        return Integer.parseInt(colour, 1 + 2 * index, 3 + 2 * index, 16);
    }

    private static String mix(String from, String to, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            double value = channel(from, i) * (1 - share) + channel(to, i) * share;
            mixed.append(String.format(Locale.ROOT, "%02X", Math.round(value)));
        }
        return mixed.toString();
    }

    /// The first eight class colours of the design, in their colour-blind safe order.
    private static Map<Ink, String> seriesColours() {
        Map<Ink, String> colours = new EnumMap<>(Ink.class);
        colours.put(Ink.SERIES_1, "#4477AA");
        colours.put(Ink.SERIES_2, "#EE6677");
        colours.put(Ink.SERIES_3, "#228833");
        colours.put(Ink.SERIES_4, "#CCBB44");
        colours.put(Ink.SERIES_5, "#66CCEE");
        colours.put(Ink.SERIES_6, "#AA3377");
        colours.put(Ink.SERIES_7, "#E69F00");
        colours.put(Ink.SERIES_8, "#009E73");
        return colours;
    }
}
