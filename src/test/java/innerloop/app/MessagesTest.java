package innerloop.app;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.experiment.kinds.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = MessagesTest.class.getResourceAsStream("/innerloop/" + name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndNoEmptyText() throws IOException {
        Properties english = read("messages.properties");
        Properties chinese = read("messages_zh_CN.properties");
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
        assertThat(chinese.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void everyTextIsAPatternThatUsesTheSameArgumentsInBothLanguages() throws IOException {
        Properties english = read("messages.properties");
        Properties chinese = read("messages_zh_CN.properties");
        for (String key : english.stringPropertyNames()) {
            // A straight quote would start a quotation in MessageFormat and swallow the arguments
            // after it.
            assertThat(english.getProperty(key)).as(key).doesNotContain("'");
            assertThat(chinese.getProperty(key)).as(key).doesNotContain("'");
            assertThat(new MessageFormat(chinese.getProperty(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(
                            new MessageFormat(english.getProperty(key))
                                    .getFormatsByArgumentIndex());
        }
    }

    /// [innerloop.meta.Ridge#headNumbers] calls what it has learned as the recipe calls where it starts.
    @Test
    void everyNumberOfAHeadThatIsAFormulaHasAText() {
        Set<String> settings = Kinds.LEARNER.kind("ridge").keys();
        assertThat(settings).contains("lambda", "temperature", "hopsWeight");
        assertThat(settings)
                .filteredOn(key ->
                        key.endsWith("Weight") || key.equals("lambda") || key.equals("temperature"))
                .allMatch(key -> Messages.has("outer.solution." + key));
    }

    /// Where what is counted is always more than one, a plural is enough, as it is for three numbers in a row.
    @Test
    void oneThingIsNotCountedInThePlural() throws IOException {
        Pattern plural =
                Pattern.compile(
                        "(?<!of )\\b1 ((test|inner|outer|query|support|selected|member) )?"
                                + "(nodes|edges|classes|steps|episodes|graphs|runs|folds|regions)\\b(?!/)");
        Object[] ones = new Object[10];
        Arrays.fill(ones, 1);
        Properties english = read("messages.properties");
        assertThat(
                        english.stringPropertyNames().stream()
                                .filter(key ->
                                        plural.matcher(
                                                        new MessageFormat(
                                                                        english.getProperty(key),
                                                                        Locale.ROOT)
                                                                .format(ones))
                                                .find()))
                .containsExactlyInAnyOrder(
                        "facts.members",
                        "canvas.selected",
                        "table.forAll",
                        "arena.folds",
                        "runs.many",
                        "runs.compared",
                        "painting.ways",
                        "painting.title.whole",
                        "generated.tooMany",
                        "race.sentence",
                        "projection.large");
    }

    @Test
    void aLanguageWithoutTextsGetsEnglish() {
        assertThat(Messages.bundle(Locale.GERMAN).getString("command.run.start")).isEqualTo("Run");
        assertThat(Messages.bundle(Locale.SIMPLIFIED_CHINESE).getString("command.run.start"))
                .isEqualTo("运行");
    }
}
