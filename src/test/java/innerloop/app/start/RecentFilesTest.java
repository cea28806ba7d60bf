package innerloop.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {

    @TempDir Path folder;

    @Test
    void theLastOpenedIsFirstOnceAndTheListIsShort() {
        try (RecentFiles recent = new RecentFiles(folder.resolve("none.txt"))) {
            for (int i = 0; i < 12; i++) {
                recent.add(Path.of("/g/" + i));
            }
            recent.add(Path.of("/g/9"));
            assertThat(recent.files())
                    .hasSize(8)
                    .startsWith(Path.of("/g/9"), Path.of("/g/11"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theListIsThereTheNextTimeAsItWasLast() {
        Path store = folder.resolve("state/recent.txt");
        try (RecentFiles recent = new RecentFiles(store)) {
            for (int i = 0; i < 20; i++) {
                recent.add(Path.of("/g/" + i));
                recent.remove(Path.of("/g/" + i));
            }
            recent.add(Path.of("/g/cora"));
        }
        try (RecentFiles again = new RecentFiles(store)) {
            assertThat(again.files()).containsExactly(Path.of("/g/cora"));
        }
    }

    @Test
    void anUnreadableListIsEmpty() throws Exception {
        Path store = folder.resolve("recent.txt");
        Files.write(store, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        try (RecentFiles recent = new RecentFiles(store)) {
            assertThat(recent.files()).isEmpty();
        }
    }
}
