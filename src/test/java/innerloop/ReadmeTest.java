package innerloop;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.cli.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Every command that the README and the pages behind it tell a person to type works as it stands there, and none is left
/// out.
@Order(2) // takes long: begins early
@SuppressWarnings("NullAway.Init")
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\R(.*?)^```");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final String LAUNCHER = "./innerloop";
    private static final String TESTS = "mvn -B verify";
    private static final Path COMMANDS = Path.of("docs/commands.md");

    /// In the order in which a person reads them.
    private static final List<Path> PAGES =
            List.of(
                    Path.of("README.md"),
                    Path.of("docs/guide.md"),
                    COMMANDS,
                    Path.of("docs/files.md"));

    @TempDir Path folder;

    /// The lines of all `sh` blocks of all pages, without comments.
    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path page : PAGES) {
            lines.addAll(lines(page));
        }
        return lines;
    }

    private static List<String> lines(Path page) throws IOException {
        List<String> lines = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            block.group(1)
                    .replace("\\\n", " ")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(lines::add);
        }
        return lines;
    }

    /// The words of a line as a shell would split them; a comment ends it.
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find() && !word.group().startsWith("#")) {
            words.add(
                    Stream.of(word.group(1), word.group(2), word.group(3))
                            .filter(w -> w != null)
                            .findFirst()
                            .orElse(""));
        }
        return words;
    }

    private void copySamples() throws IOException {
        Path from = Path.of("sample-graphs");
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(path);
                Files.createDirectories(to.getParent());
                Files.copy(path, to);
            }
        }
    }

    @Test
    void everyLineStartsSomethingThatIsThere() throws IOException {
        for (String line : lines()) {
            assertThat(words(line).getFirst()).as(line).isIn(LAUNCHER, "mvn");
        }
        assertThat(lines(PAGES.getFirst())).contains(LAUNCHER, TESTS);
        assertThat(Path.of(LAUNCHER)).isExecutable();
        assertThat(Path.of(".ci/run")).content().endsWith(TESTS + "\n");
    }

    @Test
    void everyCommandHasAnExample() throws IOException {
        List<String> examples =
                lines(COMMANDS).stream().map(line -> words(line).get(1)).distinct().toList();
        Map<String, CommandLine> commands = Main.commandLine().getSubcommands();
        assertThat(commands.keySet()).containsExactlyInAnyOrderElementsOf(examples);
        CommandLine bench = Objects.requireNonNull(commands.get("bench"));
        for (String name : bench.getSubcommands().keySet()) {
            assertThat(COMMANDS).content().contains("| `bench " + name + "` |");
        }
    }

    @Test
    void everyCommandWorksInTheOrderOfThePages() throws IOException {
        copySamples();
        int executed = 0;
        for (String line : lines()) {
            List<String> words = words(line);
            if (words.getFirst().equals(LAUNCHER) && words.size() > 1) {
                works(line, words.subList(1, words.size()).toArray(String[]::new));
                executed++;
            }
        }
        assertThat(executed).isPositive();
    }

    private void works(String line, String... arguments) {
        if (arguments[0].equals("tour")) {
            // It ends the toolkit of its process, so here it is only understood.
            assertThat(Main.commandLine().parseArgs(arguments).hasSubcommand()).as(line).isTrue();
            return;
        }
        List<String> shorter = new ArrayList<>(List.of(arguments));
        if (arguments[0].equals("bench") && !line.contains("--seconds")) {
            shorter.addAll(List.of("--seconds", "0.1"));
        }
        if (arguments[0].equals("run") && line.contains("debian.experiment")) {
            shorter.addAll(List.of("--set", "pretraining.epochs=2"));
        }
        // As it stands there, only not as long.
        for (String change :
                switch (arguments[0]) {
                    case "run", "folds", "arena", "race", "stream" ->
                            List.of(
                                    "budget.steps=2",
                                    "budget.evaluateEvery=2",
                                    "budget.testTasks=4");
                    case "certify" -> List.of("encoder.hidden=[16]", "learner.innerSteps=4");
                    default -> List.<String>of();
                }) {
            shorter.addAll(List.of("--set", change));
        }
        Spoken spoken = Spoken.by(Main.commandLine(), folder, shorter.toArray(String[]::new));
        assertThat(spoken.code()).as(line + "\n" + spoken.err()).isZero();
        assertThat(spoken.out()).as(line).isNotBlank();
    }
}
