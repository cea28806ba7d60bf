package innerloop.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhraseKeysTest {

    /// A key that stands whole in the source, not one that is put together.
    private static final Pattern SAID =
            Pattern.compile("(?:Trouble|Phrase)\\.of\\(\\s*\"([A-Za-z.]*[A-Za-z])\"(?!\\s*\\+)");

    @Test
    void everyKeyThatIsSaidHasAText() throws IOException {
        Set<String> known = Bundles.of(Phrase.BUNDLE, Locale.ROOT).keySet();
        Set<String> missing = new TreeSet<>();
        int said = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                Matcher keys = SAID.matcher(Files.readString(source));
                while (keys.find()) {
                    said++;
                    if (!known.contains(keys.group(1))) {
                        missing.add(source.getFileName() + ": " + keys.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(said).isGreaterThan(300);
    }
}
