package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.experiment.InputException;
import innerloop.training.Checkpoint;
import innerloop.training.RunPictures;
import innerloop.training.RunRecord;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Moving pictures have a frame for each checkpoint, and each says something else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class RunFramesTest {

    private static final RunFrames.Format FORMAT = new RunFrames.Format(Theme.DARK, 320, 240, 3);

    @TempDir static Path folder;

    @BeforeAll
    void run() {
        PlayedRun.write(folder.resolve("run"));
    }

    private RunPictures pictures() throws InputException {
        RunRecord record = PlayedRun.read(folder.resolve("run"));
        return PlayedRun.pictures(record);
    }

    @Test
    void theGifPlaysForEver() throws Exception {
        Path file = folder.resolve("run.gif");
        RunFrames.gif(file, pictures(), FORMAT);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            int ground = Theme.DARK.colour(Colour.PANEL);
            List<BufferedImage> frames = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                BufferedImage frame = reader.read(k);
                assertThat(frame.getWidth()).isEqualTo(320);
                assertThat(frame.getHeight()).isEqualTo(240);
                assertThat(frame.getRGB(319, 239)).isEqualTo(ground);
                frames.add(frame);
            }
            assertThat(lettered(frames.get(0), ground)).isGreaterThan(100);
            assertThat(difference(frames.get(0), frames.get(2))).isGreaterThan(100);
            assertThat(delay(reader.getImageMetadata(0))).isEqualTo("25");
            assertThat(delay(reader.getImageMetadata(2))).isEqualTo("200");
            IIOMetadataNode loop =
                    (IIOMetadataNode)
                            tree(reader.getImageMetadata(0))
                                    .getElementsByTagName("ApplicationExtension")
                                    .item(0);
            assertThat(loop.getAttribute("applicationID")).isEqualTo("NETSCAPE");
            assertThat((byte[]) loop.getUserObject()).containsExactly(1, 0, 0);
        } finally {
            reader.dispose();
        }
    }

    private static IIOMetadataNode tree(IIOMetadata metadata) {
        return (IIOMetadataNode) metadata.getAsTree("javax_imageio_gif_image_1.0");
    }

    private static String delay(IIOMetadata metadata) {
        IIOMetadataNode control =
                (IIOMetadataNode)
                        tree(metadata).getElementsByTagName("GraphicControlExtension").item(0);
        return control.getAttribute("delayTime");
    }

    /// Pixels of another colour where the step stands.
    private static int lettered(BufferedImage image, int ground) {
        int count = 0;
        for (int y = image.getHeight() - 20; y < image.getHeight() - 5; y++) {
            for (int x = 5; x < 200; x++) {
                count += image.getRGB(x, y) == ground ? 0 : 1;
            }
        }
        return count;
    }

    private static int difference(BufferedImage a, BufferedImage b) {
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                count += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    @Test
    void everyPngIsNamedByItsStepAndNoFolderIsMixedUp() throws Exception {
        Path frames = folder.resolve("frames");
        RunFrames.pngs(frames, pictures(), FORMAT);
        List<Integer> steps = pictures().moments(3).stream().map(Checkpoint::step).toList();
        assertThat(names(frames))
                .containsExactly(
                        "0000-step-" + steps.get(0) + ".png",
                        "0001-step-" + steps.get(1) + ".png",
                        "0002-step-" + steps.get(2) + ".png");
        assertThat(ImageIO.read(frames.resolve(names(frames).getFirst()).toFile()).getWidth())
                .isEqualTo(320);
        assertThatThrownBy(() -> RunFrames.pngs(frames, pictures(), FORMAT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("name a new folder");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 480, 3", "640, 3000, 3", "640, 480, 1", "2000, 2000, 64"})
    void whatIsTooSmallOrTooLargeIsRefused(int width, int height, int most) {
        assertThatThrownBy(() -> new RunFrames.Format(Theme.LIGHT, width, height, most))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lettersHaveTheirShapes() {
        MonoLetters letters = new MonoLetters();
        assertThat(letters.advance(10)).isEqualTo(6);
        assertThat(bounds(letters, "l").getHeight()).isBetween(6.8, 7.8);
        assertThat(bounds(letters, "x").getHeight()).isBetween(5.0, 6.0);
        assertThat(bounds(letters, "é").getHeight())
                .isGreaterThan(bounds(letters, "e").getHeight() + 1);
        assertThat(bounds(letters, "p").getMaxY()).isGreaterThan(101);
        // A letter it does not have has the sign for that, and a blank has none.
        assertThat(bounds(letters, "\u4e2d").getHeight()).isPositive();
        assertThat(bounds(letters, " ").getHeight()).isZero();
        assertThat(bounds(letters, "ab").getMaxX()).isBetween(10.0, 12.0);
    }

    private static Rectangle2D bounds(MonoLetters letters, String text) {
        return letters.line(text, 0, 100, 10).getBounds2D();
    }
}
