package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The samples with narrow networks and short inner loops: what a window does with a sample is seen as well, while runs,
/// forecasts and certificates behind it take a tenth of the time.
final class SmallSamples {

    private static final Path FOLDER = make();

    private SmallSamples() {}

    static Samples samples() {
        return new Samples(FOLDER);
    }

    private static Path make() {
        try {
            Path folder =
                    Files.createDirectories(
                            Path.of("target", "samples-" + ProcessHandle.current().pid())
                                    .toAbsolutePath());
            copy(Samples.folder(), folder);
            for (String name : List.of("karate", "blocks")) {
                String file = name + ".experiment.json";
                String whole = Files.readString(Samples.folder().resolve(file));
                String small =
                        whole.replaceFirst("\"hidden\": \\[\\d+]", "\"hidden\": [16]")
                                .replaceFirst("\"innerSteps\": 20", "\"innerSteps\": 4")
                                .replaceFirst("\"innerRate\": 0.1", "\"innerRate\": 0.5")
                                .replaceFirst("\"innerRate\": 0.3", "\"innerRate\": 1.5");
                assertThat(small).contains("[16]", "\"innerSteps\": 4", ".5, \"head\"");
                Files.writeString(folder.resolve(file), small);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path place = to.resolve(from.relativize(path).toString());
                if (!Files.isDirectory(place)) {
                    Files.deleteIfExists(place);
                    Files.copy(path, place);
                }
            }
        }
    }
}
