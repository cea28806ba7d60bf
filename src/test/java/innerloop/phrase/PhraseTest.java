package innerloop.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhraseTest {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @Test
    void theSameIsSaidInBothLanguages() {
        Phrase said = Phrase.of("check.shortHistory", Phrase.amount(1, "step"), 12);
        assertThat(said.text()).isEqualTo("the history of this graph has 1 step, not 12");
        assertThat(said.in(CHINESE)).isEqualTo("此图的历史只有 1 步，而不是 12 步");
        assertThat(said.in(Locale.GERMAN)).as("no German: English").isEqualTo(said.text());
    }

    @Test
    void amountsAreGroupedAndNamesAreNot() {
        assertThat(Phrase.amount(12_345, "node").text()).isEqualTo("12,345 nodes");
        assertThat(Phrase.of("check.emptyMember", "12345").text())
                .isEqualTo("member graph 12345 has no nodes");
    }

    @Test
    void aListIsSaidWithTheCommasOfTheLanguage() {
        Phrase some = Phrase.some(List.of("A", "B", "C"), 2);
        assertThat(some.text()).isEqualTo("A, B and 1 more");
        assertThat(some.in(CHINESE)).isEqualTo("A、B 以及另外 1 个");
        assertThat(Phrase.some(List.of("A", Phrase.of("unit.NODE")), 2).in(CHINESE))
                .isEqualTo("A、节点");
    }

    @Test
    void aTroubleKnowsItsFix() {
        Trouble trouble = Trouble.of("check.noHistory");
        assertThat(trouble.at("history.until").text())
                .isEqualTo(
                        "history.until: this graph has no history; set it to 0, or choose a graph that grows (.dgs)");
        assertThat(trouble.sentence().in(CHINESE)).isEqualTo("此图没有历史；请设为 0，或选择会成长的图（.dgs）");
        assertThat(Trouble.of("check.structureForSame").fix()).isEqualTo(Phrase.NOTHING);
        assertThat(Trouble.words("broken", "").at("").text()).isEqualTo("broken");
    }

    /// What stands in a name is no pattern.
    @Test
    void wordsOfOthersStayAsTheyAre() {
        assertThat(Phrase.words("it''s {0}").in(CHINESE)).isEqualTo("it''s {0}");
        assertThat(Phrase.of("check.noClass", "{1}, 'a'").text())
                .isEqualTo("the graph has no class \"{1}, 'a'\"");
        assertThat(Phrase.amount(1, "node")).isEqualTo(Phrase.of("amount.node", 1L));
    }
}
