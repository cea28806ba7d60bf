package innerloop.app.tour;

import innerloop.app.workbench.Samples;
import innerloop.experiment.Experiment;
import innerloop.experiment.GraphPaths;
import innerloop.experiment.InputException;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphReaders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// The pictures on the cards of the start page.
final class SampleCardPictures {

    private SampleCardPictures() {}

    /// Draws that of each sample.
    static void draw(Path out) throws InputException, IOException {
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
    }
}
