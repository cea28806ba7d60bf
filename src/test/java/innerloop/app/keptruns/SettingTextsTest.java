package innerloop.app.keptruns;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Language;
import innerloop.app.Messages;
import innerloop.experiment.ColumnRole;
import innerloop.experiment.Experiment;
import innerloop.experiment.GraphReading;
import innerloop.experiment.Relabelling;
import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Kinds;
import innerloop.experiment.kinds.Section;
import innerloop.experiment.kinds.Setting;
import innerloop.io.ExperimentJson;
import innerloop.io.Settings;
import innerloop.training.SmallExperiments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// What tells kept runs apart is said in the words of the recipe, whatever the experiments are.
@Isolated // speaks another language
class SettingTextsTest {

    private static final Experiment EASY = SmallExperiments.easy(2);

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /// What a person or a graph's file called something.
    private static final Pattern NAMED =
            Pattern.compile(
                    "graph|task\\.target|labels\\..*|split\\.(train|validation|test|regions|episode\\.slots)");

    @AfterEach
    void speakEnglishAgain() {
        Messages.speak(Language.ENGLISH);
    }

    private static List<Experiment> experiments() throws Exception {
        List<Experiment> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("sample-graphs"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".experiment.json")).toList()) {
                all.add(ExperimentJson.read(file, List.of()));
            }
        }
        Kinds.SECTIONS.forEach(section -> addKinds(section, all));
        all.add(
                EASY.withLabels(new Relabelling(new TreeMap<>(Map.of(3, "c1"))))
                        .withReading(
                                GraphReading.guessed()
                                        .withSeparator(GraphReading.Separator.TAB)
                                        .with(ColumnRole.Table.NODES, "year", ColumnRole.TARGET)));
        return all;
    }

    private static <T> void addKinds(Section<T> section, List<Experiment> all) {
        for (Kind<T> kind : section.kinds()) {
            T usual = kind.defaults().get();
            all.add(section.with().apply(EASY, usual));
            for (Setting<T, ?> setting : kind.settings()) {
                kind.options(setting)
                        .forEach(value ->
                                all.add(section.with().apply(EASY, setting.changed(usual, value))));
            }
        }
    }

    @Test
    void nothingOfASettingIsEnglish() throws Exception {
        Messages.speak(Language.CHINESE);
        Set<String> english = new TreeSet<>();
        for (Experiment experiment : experiments()) {
            for (Map.Entry<String, String> setting : Settings.of(experiment).entrySet()) {
                String key = setting.getKey();
                find(SettingTexts.name(key), english);
                find(SettingTexts.shortName(key), english);
                if (!NAMED.matcher(key).matches()) {
                    find(SettingTexts.value(key, setting.getValue()), english);
                }
            }
        }
        assertThat(english)
                .isEqualTo(
                        new TreeSet<>(
                                Set.of(
                                        "AUC",
                                        "CCA-SSG",
                                        "ELU",
                                        "GAE",
                                        "GAT",
                                        "GCN",
                                        "GIN",
                                        "GraphSAGE",
                                        "Leaky ReLU",
                                        "MAML",
                                        "MLP",
                                        "Meta-SGD",
                                        "ANIL",
                                        "PageRank",
                                        "ReLU",
                                        "Reptile",
                                        "SGC",
                                        "VGAE",
                                        "sigmoid",
                                        "tanh")));
    }

    private static void find(String said, Set<String> english) {
        if (WORD.matcher(said).find() && !CHINESE.matcher(said).find()) {
            english.add(said);
        }
    }

    @Test
    void aSettingIsCalledAsInTheRecipe() {
        assertThat(SettingTexts.name("learner.innerSteps")).isEqualTo("Learner · inner steps");
        assertThat(SettingTexts.shortName("learner.innerSteps")).isEqualTo("inner steps");
        assertThat(SettingTexts.name("learner.kind")).isEqualTo("learner");
        assertThat(SettingTexts.name("pretraining.objective")).isEqualTo("pre-training");
        assertThat(SettingTexts.name("seed")).isEqualTo("seed");
        assertThat(SettingTexts.value("learner.order", "second")).isEqualTo("second");
        assertThat(SettingTexts.value("learner.learnRates", "true")).isEqualTo("yes");
        assertThat(SettingTexts.value("encoder.hidden", "[32,16]")).isEqualTo("32, 16");
        assertThat(SettingTexts.value("split.test", "[\"ring\",\"star\"]")).isEqualTo("ring, star");
    }
}
