package innerloop.app;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.experiment.kinds.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    /// An argument of a pattern; a brace in quotes is none.
    private static final Pattern ARGUMENT = Pattern.compile("(?<!')\\{(\\d+)");

    private static final Pattern FORMAT = Pattern.compile("\\{[^{}]*}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORDS = Pattern.compile("\\p{Alpha}{3,}");

    /// Names of methods, of programs and formats, and what is typed.
    private static final Set<String> SAME =
            Set.of(
                    "Innerloop",
                    "MAML",
                    "ANIL",
                    "Meta-SGD",
                    "Reptile",
                    "GCN",
                    "GAT",
                    "GraphSAGE",
                    "GIN",
                    "SGC",
                    "MLP",
                    "GAE",
                    "VGAE",
                    "CCA-SSG",
                    "PageRank",
                    "PageRank ",
                    "AUC",
                    "ReLU",
                    "ELU",
                    "Leaky ReLU",
                    "tanh",
                    "sigmoid",
                    "PCA",
                    "t-SNE",
                    "GraphML",
                    "GEXF",
                    "GML",
                    "DOT",
                    "Matrix Market",
                    "degree > 5");

    private static final Pattern KEYS_TO_PRESS = Pattern.compile("shortcuts\\..*\\.keys");

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = MessagesTest.class.getResourceAsStream("/innerloop/" + name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "phrases"})
    void bothLanguagesHaveTheSameKeysAndNoEmptyText(String bundle) throws IOException {
        Properties english = read(bundle + ".properties");
        Properties chinese = read(bundle + "_zh_CN.properties");
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
        assertThat(chinese.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "phrases"})
    void everyTextIsAPatternThatUsesTheSameArgumentsInBothLanguages(String bundle)
            throws IOException {
        Properties english = read(bundle + ".properties");
        Properties chinese = read(bundle + "_zh_CN.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(arguments(english.getProperty(key)));
        }
    }

    /// The numbers of the arguments that are put into a pattern.
    private static Set<String> arguments(String pattern) {
        assertThat(new MessageFormat(pattern, Locale.ROOT)).as(pattern).isNotNull();
        return ARGUMENT.matcher(pattern.replace("''", ""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// It would start a quotation in MessageFormat and swallow the arguments after it.
    @Test
    void noTextOfTheWindowHasAStraightQuote() throws IOException {
        for (String file : List.of("messages.properties", "messages_zh_CN.properties")) {
            Properties texts = read(file);
            assertThat(texts.stringPropertyNames())
                    .noneMatch(key -> texts.getProperty(key).contains("'"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "phrases"})
    void everySentenceIsTranslated(String bundle) throws IOException {
        Properties chinese = read(bundle + "_zh_CN.properties");
        assertThat(chinese.stringPropertyNames())
                .filteredOn(key -> !KEYS_TO_PRESS.matcher(key).matches())
                .allSatisfy(key -> {
                    String said = FORMAT.matcher(chinese.getProperty(key)).replaceAll("");
                    assertThat(
                                    SAME.contains(said)
                                            || HAN.matcher(said).find()
                                            || !WORDS.matcher(said).find())
                            .as(key + " = " + said)
                            .isTrue();
                });
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
