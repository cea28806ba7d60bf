package innerloop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
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

    @Test
    void aLanguageWithoutTextsGetsEnglish() {
        assertThat(Messages.bundle(Locale.GERMAN).getString("command.run.start")).isEqualTo("Run");
        assertThat(Messages.bundle(Locale.SIMPLIFIED_CHINESE).getString("command.run.start"))
                .isEqualTo("运行");
    }
}
