package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir Path folder;

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("deep/note.txt");
        AtomicFiles.write(file, "old");
        AtomicFiles.write(file, "néw");
        assertThat(file).hasContent("néw");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFailureKeepsTheOldFile() throws IOException {
        Path file = folder.resolve("note.txt");
        AtomicFiles.write(file, "old");
        assertThatThrownBy(() ->
                        AtomicFiles.write(
                                file,
                                out -> {
                                    out.write(new byte[100_000]);
                                    throw new IOException("disk full");
                                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFiles.write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }
}
