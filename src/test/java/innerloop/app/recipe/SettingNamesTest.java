package innerloop.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Messages;
import org.junit.jupiter.api.Test;

class SettingNamesTest {

    @Test
    void settingsHaveTheNamesOfTheirFields() {
        String ways = Messages.get("recipe.task.ways.label");
        assertThat(SettingNames.in("move classes there or lower task.ways"))
                .isEqualTo("move classes there or lower “" + ways + "”");
    }

    @Test
    void everythingElseStaysAsItIs() {
        String sentence = "see a.csv and www.example.org, 1.5 or more; task.nothing";
        assertThat(SettingNames.in(sentence)).isEqualTo(sentence);
    }
}
