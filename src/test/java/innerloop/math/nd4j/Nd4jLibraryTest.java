package innerloop.math.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import innerloop.math.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Loading ND4J where its libraries have not been unpacked yet.
class Nd4jLibraryTest {

    /// In a process of its own, since this one has loaded it, with an empty cache.
    @Test
    void aThreadThatIsInterruptedMeanwhileDoesNotSpoilIt(@TempDir Path cache) throws Exception {
        Process process = start(cache);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private static Process start(Path cache) throws IOException {
        List<String> command =
                Stream.of(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--add-modules=jdk.incubator.vector",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-Dorg.bytedeco.javacpp.cachedir=" + cache),
                                Stream.of(
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Interrupted.class.getName()))
                        .flatMap(words -> words)
                        .toList();
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /// Asks for ND4J on a thread that is interrupted, then uses it.
    static final class Interrupted {

        private Interrupted() {}

        public static void main(String[] arguments) throws InterruptedException {
            Thread observer = new Thread(Nd4jBackend::new);
            observer.start();
            observer.interrupt();
            observer.join();
            Matrix one = new Nd4jBackend().matrix(1, 1, new double[] {1});
            assertArrayEquals(new double[] {1}, one.toArray());
        }
    }
}
