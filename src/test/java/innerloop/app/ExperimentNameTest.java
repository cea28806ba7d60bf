package innerloop.app;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.experiment.Experiment;
import innerloop.io.ExperimentJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Whatever experiment comes with the program has a name in each language of the window.
@Isolated // speaks another language
class ExperimentNameTest {

    private static final String ENDING = ".experiment.json";
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @AfterEach
    void speakEnglishAgain() {
        Messages.speak(Language.ENGLISH);
    }

    private static Map<String, String> names() throws Exception {
        Map<String, String> names = new TreeMap<>();
        for (Path folder : List.of(Path.of("sample-graphs"), Path.of("assets/lessons"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                    Experiment experiment = ExperimentJson.read(file, List.of());
                    names.put(file.getFileName().toString().replace(ENDING, ""), experiment.name());
                }
            }
        }
        return names;
    }

    @Test
    void theEnglishTextsAreTheNamesInTheFiles() throws Exception {
        ResourceBundle english = Messages.bundle(Locale.ENGLISH);
        Map<String, String> texts = new TreeMap<>();
        Pattern name = Pattern.compile("sample\\.(.*)\\.name");
        for (String key : english.keySet()) {
            Matcher found = name.matcher(key);
            if (found.matches()) {
                texts.put(found.group(1), english.getString(key));
            }
        }
        assertThat(texts).isEqualTo(names());
    }

    @Test
    void aNameIsShownInTheLanguageOfTheWindowAndWrittenAsItIsInTheFile() throws Exception {
        for (String name : names().values()) {
            Messages.speak(Language.ENGLISH);
            assertThat(ExperimentName.shown(name)).isEqualTo(name);
            assertThat(ExperimentName.written(name)).isEqualTo(name);
            Messages.speak(Language.CHINESE);
            assertThat(ExperimentName.shown(name)).as(name).containsPattern(CHINESE);
            assertThat(ExperimentName.written(ExperimentName.shown(name))).isEqualTo(name);
        }
    }

    @Test
    void namesThatPeopleGaveAreTheirs() {
        Messages.speak(Language.CHINESE);
        assertThat(ExperimentName.shown("Karate club")).isEqualTo("Karate club");
        assertThat(ExperimentName.written("Karate club")).isEqualTo("Karate club");
    }
}
