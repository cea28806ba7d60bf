package innerloop.app.tour;

import innerloop.app.drive.WindowOptions;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tour OUT`: pictures of every screen.
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description = "Drive the window through every screen and write PNGs. Needs no display.")
public final class TourCommand implements Callable<Integer> {

    @Parameters(paramLabel = "OUT_DIR", description = "folder for the pictures")
    private Path out = Path.of("");

    @Mixin private WindowOptions window = new WindowOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException, InterruptedException {
        window.check();
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new InputException("is a file", out.toString(), "give a folder");
        }
        Files.createDirectories(out);
        PrintWriter report = Objects.requireNonNull(spec).commandLine().getOut();
        window.startPlatform();
        Tour.walk(out, Samples.folder(), window.width(), window.height(), report);
        Platform.exit();
        return 0;
    }
}
