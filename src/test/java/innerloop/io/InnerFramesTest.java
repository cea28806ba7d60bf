package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.math.JacobiEigen;
import innerloop.math.VectorBackend;
import innerloop.meta.LearnerState;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.Microscope;
import innerloop.training.RunPictures;
import innerloop.training.RunRecord;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A moving inner loop has a picture for each inner step, with the numbers of the microscope.
class InnerFramesTest {

    private static final RunFrames.Format FORMAT = new RunFrames.Format(Theme.LIGHT, 320, 240, 9);
    private static final long EPISODE = 3;

    @TempDir private Path folder = Path.of("");

    private static RunPictures pictures(RunRecord record) throws InputException {
        return RunPictures.of(
                record,
                PlayedRun.graph(),
                Phase.TEST,
                OptionalLong.of(EPISODE),
                new JacobiEigen(),
                new VectorBackend());
    }

    @Test
    void everyInnerStepHasItsPictureAndTheNumbersAreThoseOfTheMicroscope() throws Exception {
        PlayedRun.write(folder.resolve("run"));
        RunRecord record = PlayedRun.read(folder.resolve("run"));
        InnerFrames frames =
                InnerFrames.of(pictures(record), Phase.TEST, PlayedRun.layout(), FORMAT);
        Microscope microscope =
                Microscope.of(record.experiment(), PlayedRun.graph(), new VectorBackend());
        LearnerState learned = record.tested();
        InnerTrace trace =
                microscope.look(learned, microscope.subject(Phase.TEST, EPISODE), () -> {});
        assertThat(frames.trace().steps().getLast().query().loss())
                .isEqualTo(trace.steps().getLast().query().loss());
        Path pngs = folder.resolve("pngs");
        frames.pngs(pngs);
        List<Path> written;
        try (Stream<Path> files = Files.list(pngs)) {
            written = files.sorted().toList();
        }
        assertThat(written).hasSize(Math.min(9, trace.steps().size()));
        assertThat(written.getFirst()).hasFileName("0000-inner-0.png");
        assertThat(written.getLast())
                .hasFileName("%04d-inner-%d.png".formatted(written.size() - 1, trace.last()));
        BufferedImage first = ImageIO.read(written.getFirst().toFile());
        BufferedImage last = ImageIO.read(written.getLast().toFile());
        assertThat(first.getWidth()).isEqualTo(320);
        assertThat(inkIn(first, 0, 0, 160, 160)).as("graph").isGreaterThan(200);
        assertThat(inkIn(first, 160, 0, 320, 160)).as("embedding").isGreaterThan(200);
        assertThat(inkIn(first, 0, 170, 320, 240)).as("losses").isGreaterThan(200);
        assertThat(differences(first, last)).isGreaterThan(100);
        Path gif = folder.resolve("inner.gif");
        frames.gif(gif);
        assertThat(Files.readAllBytes(gif)).startsWith('G', 'I', 'F');
        assertThatThrownBy(() -> frames.pngs(pngs))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("name a new folder");
    }

    private static int inkIn(BufferedImage image, int left, int top, int right, int bottom) {
        int ground = Theme.LIGHT.colour(Colour.PANEL);
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                count += image.getRGB(x, y) == ground ? 0 : 1;
            }
        }
        return count;
    }

    private static int differences(BufferedImage a, BufferedImage b) {
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                count += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
