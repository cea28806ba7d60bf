package innerloop.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextScaleTest {

    @Test
    void theStepsGoFromEightyToTwoHundredPerCentAndEndThere() {
        assertThat(TextScale.STEPS).isSorted().startsWith(0.8).endsWith(2.0).contains(1.0, 1.5);
        assertThat(TextScale.larger(1)).isEqualTo(1.1);
        assertThat(TextScale.smaller(1)).isEqualTo(0.9);
        assertThat(TextScale.larger(2)).isEqualTo(2);
        assertThat(TextScale.smaller(0.8)).isEqualTo(0.8);
    }

    @Test
    void whatIsNoStepBecomesTheNearestOne() {
        assertThat(TextScale.nearest(1.45)).isEqualTo(1.5);
        assertThat(TextScale.nearest(17)).isEqualTo(2);
        assertThat(TextScale.nearest(-1)).isEqualTo(0.8);
        assertThat(TextScale.nearest(Double.NaN)).isEqualTo(1);
    }

    @Test
    void menusAndHintsAreEnlargedByTheirRulesAndNothingElseIs() {
        String sheet =
                """
                .button { -fx-padding: 4px; }
                .tooltip {
                    -fx-font-size: 12px;
                    -fx-padding: 8px 10px 8px 10px;
                }
                .context-menu .label { -fx-font-size: 13px; }
                """;
        assertThat(Appearance.popups(sheet, 1.5))
                .isEqualTo(
                        """
                        .context-menu, .combo-box-popup { -fx-font-size: 19.50px; }
                        .tooltip {
                            -fx-font-size: 18.00px;
                            -fx-padding: 12.00px 15.00px 12.00px 15.00px;
                        }
                        .context-menu .label { -fx-font-size: 19.50px; }
                        """);
    }
}
