package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.phrase.Trouble;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Pictures one after another, as an animated GIF or as a folder of PNGs.
final class FrameFiles {

    /// How long a picture is seen, in 1/100 s.
    private static final int HUNDREDTHS = 25;

    private FrameFiles() {}

    /// A picture.
    ///
    /// @param name ends the name of its file
    /// @param image its pixels as RGB integers
    record Frame(String name, BufferedImage image) {}

    /// The pixels of an RGB image, to be written into.
    static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    static void gif(Path file, List<Frame> frames, RunFrames.Format format) throws IOException {
        List<int[]> pixels = frames.stream().map(frame -> pixels(frame.image())).toList();
        AtomicFiles.write(
                file,
                out -> AnimatedGif.write(out, pixels, format.width(), format.height(), HUNDREDTHS));
    }

    /// @throws InputException if the folder is there and holds something, or is a file
    static void requireEmpty(Path folder) throws IOException, InputException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputException(Trouble.of("write.file"), folder.toString());
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new InputException(Trouble.of("write.fullFolder"), folder.toString());
                }
            }
        }
    }

    /// Numbers the pictures: `0007-step-350.png`.
    static void pngs(Path folder, List<Frame> frames) throws IOException {
        for (int k = 0; k < frames.size(); k++) {
            Frame frame = frames.get(k);
            String name = String.format(Locale.ROOT, "%04d-%s.png", k, frame.name());
            AtomicFiles.write(
                    folder.resolve(name), out -> ImageIO.write(frame.image(), "png", out));
        }
    }
}
