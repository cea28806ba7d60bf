package innerloop.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void undoingEverythingAndRedoingEverythingComesBackToTheSameValues() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            History<Integer> history = History.of(-1);
            for (int i = 0; i < 60; i++) {
                history =
                        switch (random.nextInt(4)) {
                            case 0 -> history.undo();
                            case 1 -> history.redo();
                            case 2 -> history.push(() -> "edit", "", random.nextInt(5));
                            default -> history.push(() -> "typing", "field", random.nextInt(5));
                        };
                assertInverse(history);
            }
            List<Integer> values = new ArrayList<>(List.of(history.present()));
            int edits = history.past().size();
            History<Integer> back = history;
            for (int i = 0; i < edits; i++) {
                back = back.undo();
                values.addFirst(back.present());
            }
            assertThat(back.present()).isEqualTo(-1);
            assertThat(back.undoName()).isEmpty();
            for (int i = 0; i < edits; i++) {
                assertThat(back.present()).isEqualTo(values.get(i));
                back = back.redo();
            }
            assertThat(back).isEqualTo(history.seal());
        }
    }

    @Test
    void everyPointOfAHistoryIsReachedFromEveryOther() {
        History<Integer> history = history(20);
        SplittableRandom random = new SplittableRandom(1);
        History<Integer> at = history;
        for (int turn = 0; turn < 100; turn++) {
            int edits = random.nextInt(21);
            at = at.goTo(edits);
            assertThat(at.present()).isEqualTo(edits);
            assertThat(at.past()).hasSize(edits);
            assertThat(at.names()).isEqualTo(history.names()).endsWith("edit 19", "edit 20");
        }
        assertThat(at.goTo(20)).isEqualTo(history);
        assertThat(history.goTo(20)).isSameAs(history);
        assertThatThrownBy(() -> history.goTo(21)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static History<Integer> history(int edits) {
        History<Integer> history = History.of(0);
        for (int i = 1; i <= edits; i++) {
            String name = "edit " + i;
            history = history.push(() -> name, "", i);
        }
        return history;
    }

    private static void assertInverse(History<Integer> history) {
        if (!history.past().isEmpty()) {
            assertThat(history.undo().redo()).isEqualTo(history.seal());
            assertThat(history.undo().redoName()).isEqualTo(history.undoName());
            // No entry of the past is a change that changed nothing.
            assertThat(history.past().getLast().value()).isNotEqualTo(history.present());
        }
    }

    @Test
    void consecutiveEditsOfOneFieldAreUndoneAtOnce() {
        History<String> history =
                History.of("5")
                        .push(() -> "change steps", "steps", "50")
                        .push(() -> "change steps", "steps", "500")
                        .push(() -> "change rate", "rate", "x");
        assertThat(history.past()).hasSize(2);
        assertThat(history.undo().present()).isEqualTo("500");
        assertThat(history.undo().undo().present()).isEqualTo("5");
    }

    @Test
    void undoAndSealEndASeries() {
        History<String> history =
                History.of("a").push(() -> "e", "k", "b").seal().push(() -> "e", "k", "c");
        assertThat(history.past()).hasSize(2);
        assertThat(history.undo().push(() -> "e", "k", "d").past()).hasSize(2);
    }

    @Test
    void aSeriesThatComesBackToItsStartIsNoEdit() {
        assertThat(History.of("a").push(() -> "e", "k", "b").push(() -> "e", "k", "a").past())
                .isEmpty();
    }

    @Test
    void anEditAfterUndoForgetsTheFuture() {
        History<String> history =
                History.of("a").push(() -> "e", "", "b").undo().push(() -> "f", "", "c");
        assertThat(history.future()).isEmpty();
        assertThat(history.redo()).isEqualTo(history);
    }
}
