package innerloop.app.tour;

import innerloop.app.Language;
import innerloop.app.Messages;
import innerloop.app.drive.WindowOptions;
import innerloop.app.drive.WindowSize;
import innerloop.app.theme.TextScale;
import innerloop.app.workbench.Samples;
import innerloop.experiment.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tour OUT`: pictures of every screen.
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description =
                "Drive the window through every screen, write PNGs, and say which texts are cut off. Needs no display.")
public final class TourCommand implements Callable<Integer> {

    @Parameters(paramLabel = "OUT_DIR", description = "folder for the pictures")
    private Path out = Path.of("");

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "WxH",
            description = "window sizes, a folder of pictures for each (default: ${DEFAULT-VALUE})")
    private List<String> sizes = List.of("1000x700", "1280x800", "1600x1000");

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "language of the window, such as en or zh-CN (default: the system's)")
    private @Nullable String language;

    @Option(
            names = "--parts",
            split = ",",
            paramLabel = "PART",
            description = "only these parts: ${COMPLETION-CANDIDATES}")
    private List<Tour.Part> parts = List.of(Tour.Part.values());

    @Option(
            names = "--text-size",
            paramLabel = "PERCENT",
            description = "how large everything is shown, 80 to 200 (default: ${DEFAULT-VALUE})")
    private int textSize = 100;

    @Option(names = "--brief", description = "short runs, and no waiting for layouts and checks")
    private boolean brief;

    @Option(names = "--texts", description = "only look for texts that are cut off, no pictures")
    private boolean texts;

    @Option(
            names = "--cards",
            description = "draw the graphs of the samples for the cards of the start page instead")
    private boolean cards;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException, InterruptedException {
        List<WindowSize> seen = sizes();
        if (language != null) {
            Messages.speak(Language.of(Locale.forLanguageTag(language)));
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new InputException("is a file", out.toString(), "give a folder");
        }
        Files.createDirectories(out);
        if (cards) {
            SampleCardPictures.draw(out);
            return 0;
        }
        PrintWriter report = Objects.requireNonNull(spec).commandLine().getOut();
        WindowOptions.startHeadless();
        Tour.walk(
                new Route(out, seen, parts, TextScale.nearest(textSize / 100.0), brief, texts),
                Samples.folder(),
                report);
        Platform.exit();
        return 0;
    }

    private List<WindowSize> sizes() throws InputException {
        try {
            return sizes.stream().map(WindowSize::of).toList();
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    String.valueOf(e.getMessage()), "--sizes", "give WxH, for example 1280x800");
        }
    }
}
