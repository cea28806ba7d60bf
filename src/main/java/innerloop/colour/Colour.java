package innerloop.colour;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/// A colour by its meaning. [Theme#colour] gives its value; style sheets use it as [#variable].
public enum Colour {
    /// Behind the cards.
    GROUND(0xFFF5F6F8, 0xFF15181D),
    /// Cards, the canvas, and what a chart stands on.
    PANEL(0xFFFFFFFF, 0xFF1C2027),
    /// Borders of cards and controls.
    LINE(0xFFE2E5EA, 0xFF2C323B),
    /// Behind the control under the pointer.
    HOVER(0xFFEEF0F4, 0xFF262B33),
    /// Text that is read first.
    TEXT(0xFF1D2530, 0xFFE7EAEF),
    /// Text that is read second: titles, tick labels, explanations.
    MUTED(0xFF667080, 0xFF9AA4B2),
    /// Text, lines and nodes that may be overlooked.
    FAINT(0xFF98A1AE, 0xFF6B7583),
    /// Active elements: the selection, the shown step.
    ACCENT(0xFF2B6CDE, 0xFF6EA2FF),
    /// Behind what is active.
    ACCENT_GROUND(0xFFEAF1FD, 0xFF24324B),
    /// Text on the accent.
    ON_ACCENT(0xFFFFFFFF, 0xFF10151C),
    /// A right answer, a statement that holds.
    RIGHT(0xFF1A8A4F, 0xFF57C98A),
    /// Behind messages of success.
    RIGHT_GROUND(0xFFE4F4EB, 0xFF1B3326),
    /// A wrong answer, an error, a run that diverged.
    WRONG(0xFFC9352B, 0xFFFF7B72),
    /// Behind error messages.
    WRONG_GROUND(0xFFFDECEE, 0xFF3A2024),
    /// Text and icons of a warning.
    WARNING(0xFF8A5A00, 0xFFE6B450),
    /// Behind warnings.
    WARNING_GROUND(0xFFFFF6E0, 0xFF332A17),
    /// Nodes of which something else is said than one inner step before.
    CHANGED(0xFFD1009C, 0xFFFF6AD5),
    /// Edges of the graph.
    EDGE(0xFF8C97A8, 0xFF5D6878),
    /// Grid lines of charts.
    GRID(0xFFEDEFF2, 0xFF262B33),
    /// Around windows that lie above others.
    SHADOW(0x2E1D2530, 0x80000000),
    /// Over what cannot be used now.
    VEIL(0x471D2530, 0x80000000),

    /// A baseline to beat.
    BASELINE(0xFFE69F00),
    /// Nodes of the support set.
    SUPPORT(0xFF228833),
    /// Nodes of the query set.
    QUERY(0xFFE69F00),
    /// The lane that is trained on.
    TRAIN(0xFF4477AA),
    /// The lane of validation.
    VALIDATION(0xFFCCBB44),
    /// The lane that is tested on.
    TEST(0xFFAA3377),
    /// Elements without a class, or in no lane.
    NONE(0xFF98A1AE),

    /// The first class, and the first curve of a chart. The classes are told apart by the colour-blind, too.
    CLASS_1(0xFF4477AA),
    /// The second class or curve.
    CLASS_2(0xFFEE6677),
    /// The third class or curve.
    CLASS_3(0xFF228833),
    /// The fourth class or curve.
    CLASS_4(0xFFCCBB44),
    /// The fifth class or curve.
    CLASS_5(0xFF66CCEE),
    /// The sixth class or curve.
    CLASS_6(0xFFAA3377),
    /// The seventh class or curve.
    CLASS_7(0xFFE69F00),
    /// The eighth class or curve.
    CLASS_8(0xFF009E73),
    /// The ninth class.
    CLASS_9(0xFFD55E00),
    /// The tenth class.
    CLASS_10(0xFF9970AB),
    /// The eleventh class.
    CLASS_11(0xFF777777),
    /// The twelfth class.
    CLASS_12(0xFF8C510A),

    /// The first way of an episode. The ways are further from each other than classes are, on light and on dark, for the
    /// colour-blind too.
    WAY_1(0xFFD29669, 0xFFFFC35A),
    /// The second way.
    WAY_2(0xFF5A2D5A, 0xFF784B96),
    /// The third way.
    WAY_3(0xFF3CA5FF, 0xFF1ED2E1),
    /// The fourth way.
    WAY_4(0xFF875AD2, 0xFF9678FF),
    /// The fifth way.
    WAY_5(0xFFB42D5A, 0xFFF0695A),
    /// The sixth way.
    WAY_6(0xFFA5C3FF, 0xFF87FFFF),
    /// The seventh way.
    WAY_7(0xFF78001E, 0xFF964B3C),
    /// The eighth way.
    WAY_8(0xFFB4C300, 0xFFFFF000),
    /// The ninth way.
    WAY_9(0xFF3C0F87, 0xFF4B4BD2),
    /// The tenth way.
    WAY_10(0xFF6987B4, 0xFF4B87C3),
    /// The eleventh way.
    WAY_11(0xFFA57878, 0xFFC396A5),
    /// The twelfth way.
    WAY_12(0xFFF0B4A5, 0xFFC3FFA5),
    /// The thirteenth way.
    WAY_13(0xFF3C6987, 0xFFA5D2A5),
    /// The fourteenth way.
    WAY_14(0xFF693CA5, 0xFF87A5FF),
    /// The fifteenth way.
    WAY_15(0xFFE14B0F, 0xFFC35A00),
    /// The sixteenth way.
    WAY_16(0xFF784B00, 0xFFF0960F),

    /// The lowest number of a scale; hue and lightness change together up to the highest.
    SCALE_1(0xFFF3E3C3, 0xFF3A2A55),
    /// A quarter up the scale.
    SCALE_2(0xFFE9B872, 0xFF7B2D7A),
    /// The middle of the scale.
    SCALE_3(0xFFCF6A5C, 0xFFC8546A),
    /// Three quarters up the scale.
    SCALE_4(0xFF8E2A6B, 0xFFEFA16B),
    /// The highest number of a scale.
    SCALE_5(0xFF3B0F5C, 0xFFFBE8B8),

    /// Far below 0, on a scale whose middle is 0. Both sides are told apart by the colour-blind, too.
    BELOW_2(0xFF1F5FA8, 0xFF7FB8FF),
    /// Below 0.
    BELOW_1(0xFF8DBBE0, 0xFF3F6FA8),
    /// 0 itself.
    ZERO(0xFFDFE2E6, 0xFF3A404A),
    /// Above 0.
    ABOVE_1(0xFFF0B27A, 0xFFA8642E),
    /// Far above 0.
    ABOVE_2(0xFFB3500F, 0xFFFFB066);

    /// The classes, in order.
    static final List<Colour> CLASSES = List.copyOf(EnumSet.range(CLASS_1, CLASS_12));

    /// The ways of an episode, in order.
    static final List<Colour> WAYS = List.copyOf(EnumSet.range(WAY_1, WAY_16));

    /// The scale of numbers, from low to high.
    static final List<Colour> SCALE = List.copyOf(EnumSet.range(SCALE_1, SCALE_5));

    /// The scale of numbers around 0, from low to high.
    static final List<Colour> DIVERGING = List.copyOf(EnumSet.range(BELOW_2, ABOVE_2));

    private static final int CURVES = 8;

    private final int light;
    private final int dark;

    Colour(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    Colour(int both) {
        this(both, both);
    }

    /// The colour of curve number `index`, from 0; the curves start again after eight.
    public static Colour curve(int index) {
        return CLASSES.get(Math.floorMod(index, CURVES));
    }

    /// The colour of way number `index` of an episode, from 0; the ways start again after sixteen.
    public static Colour way(int index) {
        return WAYS.get(Math.floorMod(index, WAYS.size()));
    }

    /// The name under which style sheets know this colour, such as `-il-accent-ground`.
    public String variable() {
        return "-il-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int on(Theme theme) {
        return switch (theme) {
            case LIGHT -> light;
            case DARK -> dark;
        };
    }
}
