package innerloop.app.tour;

import innerloop.app.workbench.Samples;
import innerloop.experiment.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
        description = "Drive the window through every screen and write PNGs. Needs no display.")
public final class TourCommand implements Callable<Integer> {

    /// The headless platform's screen is 1000 x 1000 and cannot be changed.
    private static final int HEADLESS_WIDTH = 1000;

    private static final int HEADLESS_HEIGHT = 990;

    @Parameters(paramLabel = "OUT_DIR", description = "folder for the pictures")
    private Path out = Path.of("");

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "window size (default: 1000x990); larger ones need a display")
    private String size = HEADLESS_WIDTH + "x" + HEADLESS_HEIGHT;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException, InterruptedException {
        if (!size.matches("\\d{3,4}x\\d{3,4}")) {
            throw new InputException(
                    "\"" + size + "\" is no size", "--size", "give WxH, for example 1600x1000");
        }
        int width = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int height = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        boolean fits = width <= HEADLESS_WIDTH && height <= HEADLESS_HEIGHT;
        if (!fits && System.getenv("DISPLAY") == null) {
            throw new InputException(
                    size + " is larger than the headless screen",
                    "--size",
                    "use at most 1000x990, or run where there is a display");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new InputException("is a file", out.toString(), "give a folder");
        }
        Files.createDirectories(out);
        if (fits) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("java.awt.headless", "true");
        }
        System.setProperty("prism.order", "sw");
        PrintWriter report = Objects.requireNonNull(spec).commandLine().getOut();
        Platform.startup(() -> Platform.setImplicitExit(false));
        Tour.walk(out, Samples.folder(), width, height, report);
        Platform.exit();
        return 0;
    }
}
