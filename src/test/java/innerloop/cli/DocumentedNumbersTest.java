package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The numbers in docs/results.md are what a run says, on any machine.
@Order(2) // takes long: begins early
class DocumentedNumbersTest {

    private static final Path RESULTS = Path.of("docs/results.md");

    @TempDir private Path folder = Path.of("");

    @Test
    void theKarateClubHasThem() throws IOException {
        String sample = Path.of("sample-graphs/karate.experiment.json").toAbsolutePath().toString();
        Spoken run = Spoken.by(Main.commandLine(), folder, "run", sample, "--out=run", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode summary = run.json();
        assertThat(documented("karate club"))
                .containsExactly(
                        score(summary.get("test")),
                        score(summary.get("zeroSteps")),
                        score(summary.get("floor")),
                        percent(summary.get("baselines").get("labelPropagation"), "accuracy"));
    }

    /// The cells behind the first one of the table's row that begins like this.
    private static List<String> documented(String sample) throws IOException {
        String row =
                Files.readAllLines(RESULTS).stream()
                        .filter(line -> line.startsWith("| " + sample))
                        .findFirst()
                        .orElseThrow();
        List<String> cells = List.of(row.strip().split(" *\\| *", -1));
        return cells.subList(2, cells.size() - 1);
    }

    private static String score(JsonNode score) {
        return percent(score, "accuracy") + " ± " + percent(score, "ci95");
    }

    private static String percent(JsonNode score, String value) {
        return String.format(Locale.ROOT, "%.1f", 100 * score.get(value).asDouble());
    }
}
