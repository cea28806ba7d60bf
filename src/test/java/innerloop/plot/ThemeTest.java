package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThemeTest {
    @Test
    void makesEveryTextReadable() {
        for (Theme theme : List.of(Theme.light(), Theme.dark())) {
            for (Ink ink : Ink.values()) {
                if (ink != Ink.FAINT && ink != Ink.PANEL) {
                    double contrast =
                            Theme.contrast(theme.textColour(ink), theme.colour(Ink.PANEL));
                    assertThat(contrast).as("%s", ink).isGreaterThanOrEqualTo(Theme.TEXT_CONTRAST);
                }
            }
        }
    }

    @Test
    void leavesReadableColoursAlone() {
        assertThat(Theme.light().textColour(Ink.SERIES_1)).isEqualTo("#4477AA");
        assertThat(Theme.contrast("#000000", "#FFFFFF")).isCloseTo(21, within(1e-9));
    }

    @Test
    void refusesMissingAndMalformedColours() {
        assertThatThrownBy(() -> new Theme(Map.of(Ink.INK, "#000000")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void startsSeriesInksAgainAfterEight() {
        assertThat(Ink.series(8)).isEqualTo(Ink.SERIES_1);
        assertThat(Ink.series(7)).isEqualTo(Ink.SERIES_8);
    }
}
