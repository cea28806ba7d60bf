package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
                .hasMessage(file + " could not be written: disk full");
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

    @Test
    void filesThatBelongTogetherAreWrittenTogetherOrNotAtAll() throws IOException {
        Path first = folder.resolve("first");
        Path second = Files.createDirectories(folder.resolve("second/full")).getParent();
        AtomicFiles.write(first, "old");
        SequencedMap<Path, AtomicFiles.Contents> pair = new LinkedHashMap<>();
        pair.put(first, out -> out.write('n'));
        // A folder with something in it cannot be replaced.
        pair.put(second, out -> out.write('n'));
        assertThatThrownBy(() -> AtomicFiles.write(pair)).isInstanceOf(IOException.class);
        assertThat(first).hasContent("old");
        pair.put(folder.resolve("new"), pair.remove(first));
        pair.put(second, pair.remove(second));
        assertThatThrownBy(() -> AtomicFiles.write(pair)).isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(first, second);
        }
    }

    @Test
    void aRefusalNamesTheFileThatWasAskedForAndWhy() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path below = file.resolve("a.csv");
        assertThatThrownBy(() -> AtomicFiles.write(below, "new"))
                .isInstanceOf(IOException.class)
                .hasMessage(below + ": a file stands where a folder must be");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> AtomicFiles.write(link, "new"))
                .hasMessage(link + ": the link leads nowhere");
        assertThat(link).isSymbolicLink();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceIsWrittenIntoAndAFullOneIsNamedWithWhatToDo() throws IOException {
        AtomicFiles.write(Path.of("/dev/null"), "nothing");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        assertThatThrownBy(() -> AtomicFiles.write(Path.of("/dev/full"), "nothing"))
                .isInstanceOf(UnwrittenException.class)
                .hasMessageStartingWith("/dev/full could not be written: the disk is full; make")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatKilledWritersLeftGoesOnceItHasRested() throws IOException {
        Path stale = Files.writeString(AtomicFiles.temporaryName(folder.resolve("a.csv")), "half");
        Path staleFolder = Files.createDirectory(AtomicFiles.temporaryName(folder.resolve("g")));
        Path inside = Files.writeString(staleFolder.resolve("edges.txt"), "0 1");
        Path young = Files.writeString(AtomicFiles.temporaryName(folder.resolve("b.csv")), "half");
        Path own = Files.writeString(folder.resolve(".notes.tmp"), "a person's");
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        for (Path path : List.of(stale, inside, staleFolder, own)) {
            Files.setLastModifiedTime(path, old);
        }
        AtomicFiles.write(folder.resolve("c.csv"), "new");
        assertThat(List.of(stale, staleFolder)).noneMatch(Files::exists);
        assertThat(List.of(young, own)).allMatch(Files::exists);
    }
}
