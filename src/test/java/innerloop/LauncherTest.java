package innerloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `./innerloop` in surroundings it does not expect, with a Java that only says what it was given.
@SuppressWarnings("NullAway.Init")
@EnabledOnOs(OS.LINUX)
class LauncherTest {

    @TempDir Path folder;
    private Path app;

    @BeforeEach
    void makeABuiltCheckout() throws IOException {
        app = Files.createDirectory(folder.toRealPath().resolve("app"));
        Files.createDirectories(app.resolve("jpackage"));
        Files.createDirectories(app.resolve("target"));
        for (String name : List.of("innerloop", "jpackage/find-jdk.sh", "jpackage/jvm.options")) {
            Files.copy(Path.of(name), app.resolve(name));
        }
        Files.writeString(app.resolve("target/innerloop.jar"), "old");
        Path jdk = Files.createDirectories(folder.resolve("jdk/bin"));
        for (String tool : List.of("java", "javac")) {
            Path script = jdk.resolve(tool);
            Files.writeString(
                    script,
                    "#!/bin/sh\nlocale charmap\nfor word in \"$@\"; do echo \"$word\"; done\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
    }

    /// The lines of the pretended Java.
    private List<String> start(Path script, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString(), "kinds");
        builder.redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    private static Path jar(List<String> said) {
        String path = said.get(said.indexOf("-cp") + 1);
        return Path.of(path.substring(0, path.indexOf(':')));
    }

    @Test
    void startsThroughLinksAndWithoutAHome() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("il"), Path.of("../app/innerloop"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("bin/il"));
        assertThat(start(second, Map.of()))
                .contains("-Dinnerloop.home=" + app, "innerloop.Main", "kinds");
    }

    @Test
    void namesOfFilesAreNeverTakenForAscii() throws Exception {
        assertThat(start(app.resolve("innerloop"), Map.of("LC_ALL", "C"))).contains("UTF-8");
        assertThat(start(app.resolve("innerloop"), Map.of("LANG", "POSIX"))).contains("UTF-8");
    }

    @Test
    void aBuildDoesNotTouchWhatWasStarted() throws Exception {
        Path first = jar(start(app.resolve("innerloop"), Map.of()));
        assertThat(first).hasContent("old");
        Files.writeString(app.resolve("target/innerloop.jar"), "new");
        Path second = jar(start(app.resolve("innerloop"), Map.of()));
        assertThat(second).hasContent("new");
        assertThat(first).hasContent("old");
        assertThat(jar(start(app.resolve("innerloop"), Map.of()))).isEqualTo(second);
        try (Stream<Path> copies = Files.list(second.getParent())) {
            assertThat(copies).containsExactlyInAnyOrder(first, second);
        }
    }
}
