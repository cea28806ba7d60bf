package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import innerloop.io.GraphReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `convert` takes nothing away that it was not told to.
@SuppressWarnings("NullAway.Init")
class ConvertCommandTest {

    private static final String KARATE =
            Path.of("sample-graphs", "karate.graphml").toAbsolutePath().toString();

    @TempDir Path folder;

    private Spoken convert(String... arguments) {
        String[] all =
                Stream.concat(Stream.of("convert"), Stream.of(arguments)).toArray(String[]::new);
        return Spoken.by(Main.commandLine(), folder, all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"g.csv", "g.nodes.csv"})
    void neitherFileOfAPairIsReplacedUnasked(String existing) throws IOException {
        Path mine = Files.writeString(folder.resolve(existing), "mine");
        Spoken refused = convert(KARATE, "g.csv");
        assertThat(refused.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(refused.complaints()).hasSize(1);
        assertThat(refused.err()).contains(existing, "there is such a file already", "--force");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(mine);
        }
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        assertThat(convert(KARATE, "link").code()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(GraphReaders.read(real).graph().nodes()).isEqualTo(34);
        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("missing"));
        assertThat(convert(KARATE, "nowhere").code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(nowhere).isSymbolicLink();
    }

    @Test
    void forceReplaces() throws Exception {
        Files.writeString(folder.resolve("g.graphml"), "mine");
        assertThat(convert(KARATE, "g.graphml", "--force").code()).isZero();
        assertThat(GraphReaders.read(folder.resolve("g.graphml")).graph().nodes()).isEqualTo(34);
    }

    @Test
    void aGraphFolderIsNeverReplaced() throws IOException {
        Path labels =
                Files.writeString(
                        Files.createDirectory(folder.resolve("g")).resolve("labels.txt"), "mine");
        Spoken refused = convert(KARATE, "g", "--force");
        assertThat(refused.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(refused.err()).contains("name a new folder");
        assertThat(labels).hasContent("mine");
    }
}
