package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.io.ExperimentJson;
import innerloop.training.SmallExperiments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindsCommandTest {

    private static List<String> lines() {
        Spoken spoken =
                Spoken.by(CommandLineRunner.commandLine(new KindsCommand()), Path.of(""), "kinds");
        assertThat(spoken.code()).isZero();
        assertThat(spoken.err()).isEmpty();
        return spoken.out().lines().toList();
    }

    @Test
    void aLineNamesTheSettingItsDefaultAndWhatIsAllowed() {
        assertThat(lines().stream().map(line -> line.strip().replaceAll(" {2,}", " | ")))
                .contains(
                        "encoder.kind=gat",
                        "encoder.heads | 4 | 1 … 256",
                        "learner.outerRate | 0.0001 | above 0",
                        "learner.head | zero | learned, zero, prototypes",
                        "budget.steps | 500 | from 1");
    }

    /// What the list calls the default can be given to `--set`, kind by kind.
    @Test
    void everyLineIsASettingForTheCommandLine() throws Exception {
        String file = ExperimentJson.write(SmallExperiments.easy(2));
        List<String> changes = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith(" ")) {
                String[] columns = line.strip().split(" {2,}");
                changes.add(columns[0] + "=" + columns[1].replace(" ", ""));
            } else {
                assertThat(ExperimentJson.parse(file, line, changes)).isNotNull();
                changes.clear();
                if (line.contains("=")) {
                    changes.add(line);
                }
            }
        }
        assertThat(ExperimentJson.parse(file, "the last", changes)).isNotNull();
    }
}
