package innerloop.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColourTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path COLOURS = MAIN.resolve("java/innerloop/colour");

    /// `#RRGGBB` in a text, an opaque ARGB number, and the ways JavaFX and CSS write a colour.
    private static final Pattern JAVA_LITERAL =
            Pattern.compile(
                    "\"[^\"]*#[0-9A-Fa-f]{6}\\b|\\b0x[Ff]{2}(?!000000\\b|FFFFFF\\b|00FF00\\b)[0-9A-Fa-f]{6}\\b"
                            + "|Color\\.rgb\\(\\s*\\d|Color\\.(?!TRANSPARENT\\b)[A-Z]{3,}\\b");

    private static final Pattern CSS_LITERAL =
            Pattern.compile(":[^;{}]*(#[0-9A-Fa-f]{3,8}\\b|\\brgba?\\()");

    private static final Pattern VARIABLE = Pattern.compile("-il-[a-z0-9-]+");

    /// Where text of this colour stands on something else than a panel.
    private record Pair(Colour text, Colour ground) {}

    @Test
    void noColourIsWrittenAnywhereElse() throws IOException {
        List<String> strange = new ArrayList<>();
        for (Path file : files()) {
            Pattern literal = file.toString().endsWith(".css") ? CSS_LITERAL : JAVA_LITERAL;
            literal.matcher(Files.readString(file))
                    .results()
                    .forEach(found -> strange.add(file + ": " + found.group()));
        }
        assertThat(strange).as("colours belong into Colour").isEmpty();
    }

    @Test
    void styleSheetsUseOnlyColoursThatThereAre() throws IOException {
        Set<String> known =
                Arrays.stream(Colour.values()).map(Colour::variable).collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (Path file : files()) {
            VARIABLE.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(used::add);
        }
        assertThat(used).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void theStyleSheetDefinesEveryColour() {
        assertThat(Theme.DARK.styleSheet())
                .contains("-il-accent-ground: #24324B;")
                .contains("-il-veil: rgba(0, 0, 0, 0.502);");
        assertThat(Theme.LIGHT.styleSheet().lines()).hasSize(Colour.values().length + 2);
    }

    @Test
    void makesEveryTextReadable() {
        for (Theme theme : Theme.values()) {
            for (Colour colour : Colour.values()) {
                if (colour != Colour.FAINT && colour != Colour.PANEL) {
                    int text = theme.textColour(colour) | 0xFF000000;
                    assertThat(Theme.contrast(text, theme.colour(Colour.PANEL)))
                            .as("%s", colour)
                            .isGreaterThanOrEqualTo(Theme.TEXT_CONTRAST);
                }
            }
        }
    }

    @Test
    void messagesAreReadableOnTheirGrounds() {
        List<Pair> pairs =
                List.of(
                        new Pair(Colour.WRONG, Colour.WRONG_GROUND),
                        new Pair(Colour.WARNING, Colour.WARNING_GROUND),
                        new Pair(Colour.ON_ACCENT, Colour.ACCENT),
                        new Pair(Colour.TEXT, Colour.ACCENT_GROUND),
                        new Pair(Colour.MUTED, Colour.GROUND));
        for (Theme theme : Theme.values()) {
            for (Pair pair : pairs) {
                assertThat(Theme.contrast(theme.colour(pair.text()), theme.colour(pair.ground())))
                        .as("%s %s", theme, pair)
                        .isGreaterThanOrEqualTo(Theme.TEXT_CONTRAST);
            }
        }
    }

    @Test
    void leavesReadableColoursAlone() {
        assertThat(Theme.LIGHT.textColour(Colour.CLASS_1)).isEqualTo(0xFF4477AA);
        assertThat(Theme.contrast(0xFF000000, 0xFFFFFFFF)).isCloseTo(21, within(1e-9));
    }

    @Test
    void curvesStartAgainAfterEightAndClassesVaryAfterTwelve() {
        assertThat(Colour.curve(7)).isEqualTo(Colour.CLASS_8);
        assertThat(Colour.curve(8)).isEqualTo(Colour.CLASS_1);
        assertThat(Theme.LIGHT.classColour(11)).isEqualTo(0xFF8C510A);
        assertThat(Theme.LIGHT.classColour(12)).isEqualTo(Theme.mix(0xFF4477AA, 0xFF000000, 0.35));
        assertThat(Theme.DARK.classColour(-1)).isEqualTo(Theme.DARK.colour(Colour.FAINT));
    }

    @Test
    void theRampGoesFromTheFirstStopToTheLast() {
        assertThat(Theme.DARK.ramp(0)).isEqualTo(Theme.DARK.colour(Colour.SCALE_1));
        assertThat(Theme.DARK.ramp(0.5)).isEqualTo(Theme.DARK.colour(Colour.SCALE_3));
        assertThat(Theme.DARK.ramp(2)).isEqualTo(Theme.DARK.colour(Colour.SCALE_5));
        assertThat(Theme.DARK.ramp(Double.NaN)).isEqualTo(Theme.DARK.colour(Colour.FAINT));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(f -> f.toString().matches(".*\\.(java|css)"))
                    .filter(f -> !f.startsWith(COLOURS))
                    .sorted()
                    .toList();
        }
    }
}
