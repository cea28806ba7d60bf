package innerloop.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    @Test
    void lettersMustOccurInOrder() {
        assertThat(FuzzyMatch.score("og", "Open graph…")).isPresent();
        assertThat(FuzzyMatch.score("go", "Open graph…")).isEmpty();
        assertThat(FuzzyMatch.score("", "Open graph…")).isPresent();
    }

    @Test
    void startsOfWordsAndWholeWordsWin() {
        assertThat(FuzzyMatch.score("run", "Run").getAsInt())
                .isGreaterThan(FuzzyMatch.score("run", "Find or run a command").getAsInt());
        assertThat(FuzzyMatch.score("sa", "Save as…").getAsInt())
                .isGreaterThan(FuzzyMatch.score("sa", "Pause and see it all").getAsInt());
        assertThat(FuzzyMatch.score("og", "Open graph…").getAsInt())
                .isGreaterThan(FuzzyMatch.score("og", "Looong").getAsInt() - 1000);
    }

    @Test
    void theBestComesFirstAndNothingTypedKeepsTheOrder() {
        List<String> words = List.of("underwater", "water", "word 7", "warm meter");
        assertThat(FuzzyMatch.best("water", words, w -> w))
                .containsExactly("water", "underwater", "warm meter");
        assertThat(FuzzyMatch.best(" ", words, w -> w)).isEqualTo(words);
        assertThat(FuzzyMatch.best("7", words, String::toUpperCase)).containsExactly("word 7");
    }
}
