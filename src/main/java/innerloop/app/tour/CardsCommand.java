package innerloop.app.tour;

import innerloop.app.workbench.Samples;
import innerloop.experiment.Experiment;
import innerloop.experiment.GraphPaths;
import innerloop.experiment.InputException;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `cards OUT`: the pictures on the cards of the start page.
@Command(
        name = "cards",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Draw the picture of each sample for its card on the start page.")
public final class CardsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "OUT_DIR", description = "folder for the pictures")
    private Path out = Path.of("");

    @Override
    public Integer call() throws InputException, IOException {
        Files.createDirectories(out);
        Path samples = Samples.folder();
        for (String id : Samples.pictures()) {
            Path file = samples.resolve(id + ".experiment.json");
            Experiment experiment = ExperimentJson.read(file, List.of());
            CardPicture picture =
                    new CardPicture(
                            experiment,
                            GraphReaders.read(
                                            GraphPaths.resolve(file, experiment),
                                            experiment.reading())
                                    .graph());
            ImageIO.write(picture.draw(), "png", out.resolve(id + ".png").toFile());
        }
        return 0;
    }
}
