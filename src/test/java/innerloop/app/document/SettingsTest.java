package innerloop.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir Path folder;

    @Test
    void whatIsSetIsThereAgainAndWhatIsNotSetIsNothing() {
        Path file = folder.resolve("deep").resolve("settings.txt");
        try (Settings settings = new Settings(file)) {
            assertThat(settings.number(Settings.Name.SCALE)).isNaN();
            assertThat(settings.get(Settings.Name.LANGUAGE)).isEmpty();
            settings.set(Settings.Name.SCALE, "1.25");
            settings.set(Settings.Name.LANGUAGE, "zh-CN");
            settings.set(Settings.Name.SCALE, "1.5");
        }
        try (Settings again = new Settings(file)) {
            assertThat(again.number(Settings.Name.SCALE)).isEqualTo(1.5);
            assertThat(again.get(Settings.Name.LANGUAGE)).contains("zh-CN");
        }
    }

    @Test
    void aBrokenFileSetsNothing() throws IOException {
        Path file = folder.resolve("settings.txt");
        Files.writeString(file, "nonsense\nscale = large\n");
        try (Settings settings = new Settings(file)) {
            assertThat(settings.number(Settings.Name.SCALE)).isNaN();
        }
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 1});
        try (Settings settings = new Settings(file)) {
            assertThat(settings.get(Settings.Name.SCALE)).isEmpty();
        }
    }
}
