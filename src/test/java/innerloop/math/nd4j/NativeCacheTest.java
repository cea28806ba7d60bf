package innerloop.math.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Native libraries are loaded from folders only that nobody else can write into.
@SuppressWarnings("NullAway.Init")
@EnabledOnOs({OS.LINUX, OS.MAC})
class NativeCacheTest {

    @TempDir Path home;

    private String me() throws IOException {
        return Files.getOwner(home).getName();
    }

    private static void requireNewAndPrivate(Path folder) throws IOException {
        assertThat(Files.getPosixFilePermissions(folder))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(folder).isEmptyDirectory();
        Files.delete(folder);
    }

    @Test
    void aHomeOfOnesOwnKeepsThem() throws IOException {
        assertThat(NativeCache.folder(home, me())).isEqualTo(home.resolve(".javacpp/cache"));
        assertThat(NativeCache.folder(home, me())).isEqualTo(home.resolve(".javacpp/cache"));
    }

    @Test
    void aCacheThatOthersCanWriteOrMadeIsNotUsed() throws IOException {
        requireNewAndPrivate(NativeCache.folder(home, "somebody-else"));
        Files.setPosixFilePermissions(
                home.resolve(".javacpp"), PosixFilePermissions.fromString("rwxrwxrwx"));
        requireNewAndPrivate(NativeCache.folder(home, me()));
    }

    @Test
    void withoutAHomeTheFolderIsNew() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        requireNewAndPrivate(NativeCache.folder(file, me()));
        requireNewAndPrivate(NativeCache.folder(Path.of("?"), me()));
    }
}
