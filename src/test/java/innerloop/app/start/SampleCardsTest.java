package innerloop.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Seven cards, among which one is searched for by keyboard.
@WithWindow
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before every test
class SampleCardsTest {

    private static Sample sample(
            String id, String title, String line, int nodes, int edges, int classes) {
        return new Sample(id, Path.of(id + ".png"), title, line, nodes, edges, classes);
    }

    private static final List<Sample> SEVEN =
            List.of(
                    sample("debian", "Debian packages", "What depends on what.", 1, 2, 3),
                    sample("blocks", "Block model", "Twelve communities.", 1, 2, 3),
                    sample("motifs", "Motifs", "Many small graphs.", 1, 2, 3),
                    sample("shapes", "Shapes", "Small graphs: which kind is each?", 1, 2, 3),
                    sample("roads", "Roads", "Graphs of another kind.", 1, 2, 3),
                    sample("karate", "空手道俱乐部", "两个派系。", 1, 2, 3),
                    sample("links", "Links", "Who will know whom?", 1, 2, 3));

    private final List<String> opened = new ArrayList<>();
    private SampleCards cards;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        cards = new SampleCards(SEVEN, sample -> opened.add(sample.id()));
        stage.setScene(new Scene(cards, 800, 600));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private List<String> shown(String words) {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> {
                    ((TextField) cards.lookup("#start-search")).setText(words);
                    return cards.lookupAll(".sample-card").stream()
                            .map(Node::getId)
                            .map(id -> id.substring("sample-".length()))
                            .toList();
                });
    }

    @Test
    void aCardIsShownIfAllWordsStandOnIt() {
        assertThat(shown("  ")).hasSize(7);
        assertThat(shown("GRAPHS small")).containsExactlyInAnyOrder("motifs", "shapes");
        assertThat(shown("deb")).containsExactly("debian");
        assertThat(shown("派系")).containsExactly("karate");
        assertThat(shown("karate")).containsExactly("karate");
        assertThat(shown("block graphs")).isEmpty();
        assertThat(cards.lookup("#start-search-none").isVisible()).isTrue();
        assertThat(shown("")).hasSize(7);
        assertThat(cards.lookup("#start-search-none").isVisible()).isFalse();
    }

    @Test
    void theKeyboardIsEnough(FxRobot robot) {
        robot.interact(() -> cards.lookup("#start-search").requestFocus());
        robot.write("kind");
        robot.type(KeyCode.ENTER);
        assertThat(opened).containsExactly("shapes");
        robot.type(KeyCode.DOWN);
        assertThat(cards.lookup("#sample-shapes").isFocused()).isTrue();
        robot.type(KeyCode.RIGHT);
        robot.type(KeyCode.SPACE);
        assertThat(opened).containsExactly("shapes", "roads");
        robot.interact(() -> cards.lookup("#start-search").requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertThat(cards.lookupAll(".sample-card")).hasSize(7);
    }

    @Test
    void sixNeedNoSearch() {
        SampleCards six =
                WaitForAsyncUtils.waitForAsyncFx(
                        60_000, () -> new SampleCards(SEVEN.subList(0, 6), _ -> {}));
        assertThat(six.lookup("#start-search")).isNull();
        assertThat(IntStream.range(0, 6).mapToObj(k -> SEVEN.get(k).id()))
                .allMatch(id -> six.lookup("#sample-" + id) != null);
    }
}
