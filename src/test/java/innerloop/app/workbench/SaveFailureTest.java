package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import innerloop.io.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveFailureTest {

    @TempDir Path folder;

    @Test
    void theFileIsNamedOnce() throws Exception {
        Path file = folder.resolve("mine.csv");
        IOException full =
                catchThrowableOfType(
                        IOException.class,
                        () ->
                                AtomicFiles.write(
                                        file,
                                        _ -> {
                                            throw new IOException("No space left on device");
                                        }));
        assertThat(SaveFailure.line(file, full))
                .isEqualTo(
                        file
                                + " was not written: the disk is full; make room there, or choose"
                                + " another folder, and write it again");
        Path below = Files.writeString(folder.resolve("text"), "").resolve("mine.csv");
        IOException refused =
                catchThrowableOfType(IOException.class, () -> AtomicFiles.write(below, "x"));
        assertThat(SaveFailure.line(below, refused))
                .isEqualTo(below + " was not written: a file stands where a folder must be");
        assertThat(SaveFailure.line(file, new IOException("odd")))
                .isEqualTo(file + " was not written: odd");
    }
}
