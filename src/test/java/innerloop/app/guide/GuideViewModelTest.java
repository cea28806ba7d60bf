package innerloop.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Language;
import innerloop.app.Messages;
import java.util.List;
import java.util.ResourceBundle;
import javafx.geometry.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GuideViewModelTest {

    private static final Stop FIRST = new Stop("first", List.of("a"));
    private static final Stop LAST = new Stop("last", List.of("b", "c"));

    @Test
    void theCardsComeOneAfterTheOtherAndEndAfterTheLast() {
        GuideViewModel model = new GuideViewModel(List.of(FIRST, LAST));
        assertThat(model.shown().get()).isEmpty();
        assertThat(model.number()).isZero();
        model.next();
        assertThat(model.shown().get()).isEmpty();
        model.begin();
        model.back();
        assertThat(model.shown().get()).contains(FIRST);
        model.next();
        assertThat(model.shown().get()).contains(LAST);
        assertThat(model.number()).isEqualTo(model.size()).isEqualTo(2);
        model.back();
        assertThat(model.number()).isEqualTo(1);
        model.next();
        model.next();
        assertThat(model.shown().get()).isEmpty();
        model.begin();
        model.end();
        assertThat(model.shown().get()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sixToEightCardsHaveTextsThatFitOnACard(Language language) {
        ResourceBundle texts = Messages.bundle(language.locale());
        assertThat(Stop.ALL).hasSizeBetween(6, 8).doesNotHaveDuplicates();
        for (Stop stop : Stop.ALL) {
            assertThat(texts.getString("guide." + stop.name() + ".title")).hasSizeLessThan(45);
            assertThat(texts.getString("guide." + stop.name() + ".text")).hasSizeBetween(40, 240);
        }
    }

    /// In a window of 1000 x 700, a card of 340 x 180.
    @ParameterizedTest
    @CsvSource({
        "400, 30, 80, 30, BELOW, 270, 78",
        "20, 600, 900, 90, ABOVE, 300, 402",
        "8, 80, 300, 600, RIGHT, 326, 290",
        "600, 80, 392, 600, LEFT, 242, 290",
        "100, 60, 850, 600, UPON, 355, 270",
        "960, 30, 30, 30, BELOW, 650, 78",
        "500, 350, 0, 0, BELOW, 330, 368"
    })
    void aCardStandsOnTheFirstSideThatHasRoom(
            double x,
            double y,
            double width,
            double height,
            Placement.Side side,
            double left,
            double top) {
        assertThat(Placement.of(new BoundingBox(x, y, width, height), 340, 180, 1000, 700))
                .isEqualTo(new Placement(left, top, side));
    }
}
