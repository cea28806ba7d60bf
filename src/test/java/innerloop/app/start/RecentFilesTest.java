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
        RecentFiles recent = new RecentFiles(folder.resolve("none.txt"));
        for (int i = 0; i < 12; i++) {
            recent.add(Path.of("/g/" + i));
        }
        recent.add(Path.of("/g/9"));
        assertThat(recent.files())
                .hasSize(8)
                .startsWith(Path.of("/g/9"), Path.of("/g/11"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theListIsThereTheNextTime() throws Exception {
        Path store = folder.resolve("state/recent.txt");
        new RecentFiles(store).add(Path.of("/g/cora"));
        for (int i = 0; i < 100 && !Files.exists(store); i++) {
            Thread.sleep(20);
        }
        assertThat(new RecentFiles(store).files()).containsExactly(Path.of("/g/cora"));
    }

    @Test
    void anUnreadableListIsEmpty() throws Exception {
        Path store = folder.resolve("recent.txt");
        Files.write(store, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        assertThat(new RecentFiles(store).files()).isEmpty();
    }
}
