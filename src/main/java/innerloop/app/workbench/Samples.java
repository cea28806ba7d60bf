package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.start.Sample;
import innerloop.lesson.LessonFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sample graphs that come with the program.
public final class Samples {

    private static final String PICTURE = ".png";

    private final Path folder;

    /// The samples in this folder.
    public Samples(Path folder) {
        this.folder = folder;
    }

    /// The samples beside the program.
    static Samples installed() {
        return new Samples(folder());
    }

    /// The folder of the samples beside the program.
    public static Path folder() {
        return LessonFiles.samples();
    }

    /// What the start page offers.
    List<Sample> list() {
        return List.of(
                        sample("debian", 4320, 15779, 27),
                        sample("collapse", "debian", 4320, 15779, 27),
                        sample("blocks", 1800, 7238, 12),
                        sample("motifs", 1944, 2827, 5),
                        sample("shapes", 5311, 6751, 12),
                        sample("clubs", 2400, 4583, 0),
                        sample("growing", 1141, 2788, 24),
                        sample("weather", 1440, 2739, 0),
                        sample("weather-signals", "weather", 1440, 2739, 0),
                        sample("traffic", 1440, 1992, 0),
                        sample("molecules", 14958, 15843, 0),
                        sample("miserables", 77, 254, 0),
                        sample("crossdomain", 2563, 4242, 4),
                        sample("karate", 34, 78, 2),
                        sample("supervised", "debian", 4320, 15779, 27),
                        sample("autoencoder", "debian", 4320, 15779, 27))
                .stream()
                .filter(s -> Files.exists(experiment(s)))
                .toList();
    }

    /// The samples that have a picture of their own.
    public static List<String> pictures() {
        return installed().list().stream()
                .map(sample -> String.valueOf(sample.picture().getFileName()))
                .map(name -> name.substring(0, name.length() - PICTURE.length()))
                .distinct()
                .toList();
    }

    private Sample sample(String id, int nodes, int edges, int classes) {
        return sample(id, id, nodes, edges, classes);
    }

    /// @param picture the sample of the same graph whose picture it has
    private Sample sample(String id, String picture, int nodes, int edges, int classes) {
        return new Sample(
                id,
                folder.resolve("pictures").resolve(picture + PICTURE),
                Messages.get("sample." + id + ".title"),
                Messages.get("sample." + id + ".line"),
                nodes,
                edges,
                classes);
    }

    /// Where they lie.
    Path path() {
        return folder;
    }

    /// The sample's experiment file.
    Path experiment(Sample sample) {
        return folder.resolve(sample.id() + ".experiment.json");
    }
}
