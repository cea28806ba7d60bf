package innerloop.io;

import innerloop.colour.Theme;
import innerloop.experiment.InputException;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import innerloop.task.Score;
import innerloop.training.Checkpoint;
import innerloop.training.Observation;
import innerloop.training.RunPictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The embedding of a run at each of its checkpoints, as an animated GIF or as a folder of PNGs. Every picture says its step and
/// the score on the watched episode.
public final class RunFrames {

    /// How the pictures are made.
    ///
    /// @param theme light or dark
    /// @param width in pixels
    /// @param height in pixels
    /// @param most how many pictures at most, the first and the last checkpoint among them; at least 2
    public record Format(Theme theme, int width, int height, int most) {

        /// The smallest and the largest side.
        public static final int LEAST_SIDE = 120;

        public static final int MOST_SIDE = 2_000;

        /// All pictures together take memory.
        private static final long MOST_PIXELS = 60_000_000;

        /// 640 × 480 pixels, light, 40 pictures.
        public static final Format USUAL = new Format(Theme.LIGHT, 640, 480, 40);

        /// The same in other colours.
        public Format in(Theme other) {
            return new Format(other, width, height, most);
        }

        private static String pixels(int width, int height) {
            return width + " × " + height;
        }

        /// @throws Refusal if a side or the number of pictures is out of bounds
        public Format {
            if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > MOST_SIDE) {
                throw new Refusal(
                        Phrase.of("frames.side", pixels(width, height), LEAST_SIDE, MOST_SIDE));
            }
            if (most < 2 || (long) most * width * height > MOST_PIXELS) {
                throw new Refusal(
                        Phrase.of(
                                "frames.pixels",
                                most,
                                pixels(width, height),
                                MOST_PIXELS / 1_000_000));
            }
        }
    }

    private final RunPictures pictures;
    private final Format format;
    private final EmbeddingImage image;

    private RunFrames(RunPictures pictures, Format format) {
        this.pictures = pictures;
        this.format = format;
        this.image = new EmbeddingImage(pictures, format.theme());
    }

    /// Writes an animated GIF.
    public static void gif(Path file, RunPictures pictures, Format format) throws IOException {
        FrameFiles.gif(file, new RunFrames(pictures, format).all(), format);
    }

    /// Writes a PNG for each checkpoint into a folder: `0007-step-350.png`.
    ///
    /// @throws InputException if the folder is there and holds something
    public static void pngs(Path folder, RunPictures pictures, Format format)
            throws IOException, InputException {
        FrameFiles.requireEmpty(folder);
        FrameFiles.pngs(folder, new RunFrames(pictures, format).all());
    }

    private List<FrameFiles.Frame> all() {
        List<FrameFiles.Frame> frames = new ArrayList<>();
        for (Checkpoint checkpoint : pictures.moments(format.most())) {
            frames.add(frame(pictures.at(checkpoint)));
        }
        return frames;
    }

    private FrameFiles.Frame frame(Observation seen) {
        BufferedImage drawn = image.of(seen, format.width(), format.height());
        image.caption(
                drawn,
                "step %d of %d   %s on the episode"
                        .formatted(
                                seen.step(),
                                pictures.record().steps(),
                                Score.exact(pictures.record().test().measure(), seen.queryValue())
                                        .meanText()));
        return new FrameFiles.Frame("step-" + seen.step(), drawn);
    }
}
