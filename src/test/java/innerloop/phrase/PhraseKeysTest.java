package innerloop.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the code says, what English says and what Chinese says are the same keys with the same arguments.
class PhraseKeysTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final String FIX = ".fix";

    private static Properties english;
    private static Properties chinese;
    private static List<PhraseCall> calls;

    @BeforeAll
    static void read() throws IOException {
        english = texts("phrases.properties");
        chinese = texts("phrases_zh_CN.properties");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            calls =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("phrase/Trouble.java"))
                            .flatMap(file -> PhraseCall.in(file).stream())
                            .toList();
        }
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/innerloop", name))) {
            texts.load(in);
        }
        return texts;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndNoEmptyText() {
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
        assertThat(chinese.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        for (String key : english.stringPropertyNames()) {
            assertThat(places(chinese, key)).as(key).isEqualTo(places(english, key));
        }
    }

    /// A part of two or three signs, such as the comma, has no letters.
    @Test
    void chineseTextsAreChinese() {
        List<String> untranslated = new ArrayList<>();
        for (String key : chinese.stringPropertyNames()) {
            String text = chinese.getProperty(key);
            if (text.matches(".*[a-z]{2}.*") && !CHINESE.matcher(text).find()) {
                untranslated.add(key);
            }
        }
        assertThat(untranslated).isEmpty();
    }

    /// The numbers of the arguments that a text puts in.
    private static Set<Integer> places(Properties texts, String key) {
        Set<Integer> places = new TreeSet<>();
        int most = new MessageFormat(texts.getProperty(key)).getFormatsByArgumentIndex().length;
        Object[] plain = new Object[most];
        Arrays.fill(plain, 3);
        for (int i = 0; i < most; i++) {
            for (int other : new int[] {0, 1, 987}) {
                Object[] marked = plain.clone();
                marked[i] = other;
                if (!said(texts, key, plain).equals(said(texts, key, marked))) {
                    places.add(i);
                }
            }
        }
        return places;
    }

    private static String said(Properties texts, String key, Object[] arguments) {
        return new MessageFormat(texts.getProperty(key)).format(arguments);
    }

    @Test
    void everyKeyInTheCodeHasATextWithItsArguments() {
        for (PhraseCall call : calls) {
            for (String key : call.keys()) {
                Collection<String> meant = call.isPrefix() ? startingWith(key) : List.of(key);
                assertThat(meant).as(call.toString()).isNotEmpty();
                for (String each : meant) {
                    assertThat(english.getProperty(each)).as(call + ": " + each).isNotNull();
                    assertThat(places(english, each))
                            .as(call + ": " + each)
                            .allMatch(place -> place < call.arguments());
                }
            }
        }
        assertThat(calls.size()).isGreaterThan(50);
    }

    private static List<String> startingWith(String prefix) {
        return english.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix) && !key.endsWith(FIX))
                .toList();
    }

    @Test
    void everyArgumentIsPutInSomewhere() {
        for (PhraseCall call : calls) {
            for (String key : call.keys()) {
                if (call.isPrefix()) {
                    continue;
                }
                Set<Integer> used = places(english, key);
                if (call.trouble() && english.containsKey(key + FIX)) {
                    used.addAll(places(english, key + FIX));
                }
                if (call.keys().size() == 1) {
                    assertThat(used).as(call + ": " + key).hasSize(call.arguments());
                }
            }
        }
    }

    @Test
    void everyTextIsSaidSomewhere() {
        Set<String> said =
                calls.stream()
                        .flatMap(call ->
                                call.keys().stream()
                                        .flatMap(key ->
                                                call.isPrefix()
                                                        ? startingWith(key).stream()
                                                        : Stream.of(key)))
                        .collect(Collectors.toCollection(TreeSet::new));
        said.addAll(
                Set.of(
                        "trouble.sentence",
                        "trouble.at",
                        "list.comma",
                        "list.all",
                        "list.line",
                        "list.some"));
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !said.contains(key) && !said.contains(troubled(key)))
                .isEmpty();
    }

    /// The key of the trouble whose fix this is the key of.
    private static String troubled(String key) {
        return key.endsWith(FIX) ? key.substring(0, key.length() - FIX.length()) : key;
    }
}
