package innerloop.io;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.scene.Bounds2;
import innerloop.scene.EmbeddedNodes;
import innerloop.scene.EmbeddingLayer;
import innerloop.scene.EmbeddingScene;
import innerloop.scene.EmbeddingStyle;
import innerloop.scene.LabelPlacer;
import innerloop.scene.Orientation;
import innerloop.scene.Rasterizer;
import innerloop.scene.SceneModel;
import innerloop.scene.Scenery;
import innerloop.scene.Viewport;
import innerloop.task.Score;
import innerloop.training.Checkpoint;
import innerloop.training.Observation;
import innerloop.training.Outcome;
import innerloop.training.RunPictures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// The embedding of a run at each of its checkpoints, as an animated GIF or as a folder of PNGs. Every picture says its step and
/// the score on the watched episode.
public final class RunFrames {

    /// How long a picture is seen, in 1/100 s.
    private static final int HUNDREDTHS = 25;

    private static final double MARGIN = 30;

    /// Outliers are left outside.
    private static final double SEEN = 0.98;

    /// Letters of this font are about as wide as the label placer takes them to be.
    private static final double LETTERS = 10.5;

    private static final double CAPTION = 12.5;

    /// Around letters.
    private static final double RIM = 3;

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

        /// @throws IllegalArgumentException if a side or the number of pictures is out of bounds
        public Format {
            if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > MOST_SIDE) {
                throw new IllegalArgumentException(
                        "%d × %d pixels: a side has %d to %d"
                                .formatted(width, height, LEAST_SIDE, MOST_SIDE));
            }
            if (most < 2 || (long) most * width * height > MOST_PIXELS) {
                throw new IllegalArgumentException(
                        "%d pictures of %d × %d pixels: at least 2, and no more than %d million pixels in all"
                                .formatted(most, width, height, MOST_PIXELS / 1_000_000));
            }
        }
    }

    private record Frame(int step, BufferedImage image) {

        int[] pixels() {
            return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        }
    }

    private final RunPictures pictures;
    private final Format format;
    private final Rasterizer rasterizer = new Rasterizer();
    private final MonoLetters letters = new MonoLetters();

    private RunFrames(RunPictures pictures, Format format) {
        this.pictures = pictures;
        this.format = format;
    }

    /// Writes an animated GIF.
    public static void gif(Path file, RunPictures pictures, Format format) throws IOException {
        List<int[]> frames =
                new RunFrames(pictures, format).all().stream().map(Frame::pixels).toList();
        AtomicFiles.write(
                file,
                out -> AnimatedGif.write(out, frames, format.width(), format.height(), HUNDREDTHS));
    }

    /// Writes a PNG for each checkpoint into a folder: `0007-step-350.png`.
    ///
    /// @throws InputException if the folder is there and holds something
    public static void pngs(Path folder, RunPictures pictures, Format format)
            throws IOException, InputException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputException("is a file", folder.toString(), "name a folder");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new InputException(
                            "is a folder with files in it",
                            folder.toString(),
                            "name a new folder or an empty one");
                }
            }
        }
        List<Frame> frames = new RunFrames(pictures, format).all();
        for (int k = 0; k < frames.size(); k++) {
            Frame frame = frames.get(k);
            String name = String.format(Locale.ROOT, "%04d-step-%d.png", k, frame.step());
            AtomicFiles.write(
                    folder.resolve(name), out -> ImageIO.write(frame.image(), "png", out));
        }
    }

    private List<Frame> all() {
        List<Frame> frames = new ArrayList<>();
        for (Checkpoint checkpoint : pictures.moments(format.most())) {
            frames.add(frame(pictures.at(checkpoint)));
        }
        return frames;
    }

    private Frame frame(Observation seen) {
        int width = format.width();
        int height = format.height();
        Frame frame =
                new Frame(
                        seen.step(), new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        EmbeddedNodes nodes = nodes(seen);
        EmbeddingScene scene =
                new EmbeddingScene(
                        nodes,
                        new EmbeddingStyle(
                                format.theme(),
                                seen.classes(),
                                -1,
                                Set.of(EmbeddingLayer.PROTOTYPES)));
        EmbeddingScene.Frame drawn = scene.at(nodes.positions(), Orientation.FIRST);
        Viewport view = Viewport.fit(whole(nodes, drawn), width, height, MARGIN);
        SceneModel model =
                drawn.scene()
                        .withRadius(
                                SceneModel.radiusFor(nodes.count(), width, height), view.scale());
        rasterizer.draw(model, view, 1, 1, () -> false, frame.pixels(), width, height);
        Graphics2D pen = frame.image().createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (Scenery.Landmark landmark : model.layers().landmarks()) {
            star(pen, view.screenX(landmark.x()), view.screenY(landmark.y()), landmark.colour());
        }
        for (LabelPlacer.Placed label : LabelPlacer.place(model, view, List.of())) {
            write(pen, label.text(), label.x(), label.baseline(), LETTERS, label.colour());
        }
        write(
                pen,
                "step %d of %d   %s on the episode"
                        .formatted(
                                seen.step(),
                                pictures.record().steps(),
                                Score.exact(pictures.record().test().measure(), seen.queryValue())
                                        .meanText()),
                8,
                height - 9.0,
                CAPTION,
                format.theme().colour(Colour.TEXT));
        pen.dispose();
        return frame;
    }

    /// What of it is seen: nearly all points in play, whose moves are what there is to see.
    private static Bounds2 whole(EmbeddedNodes nodes, EmbeddingScene.Frame drawn) {
        int[] inPlay =
                IntStream.range(0, nodes.count()).filter(i -> nodes.classes()[i] >= 0).toArray();
        if (inPlay.length < 2) {
            return drawn.whole();
        }
        float[] xy = new float[2 * inPlay.length];
        for (int k = 0; k < xy.length; k++) {
            xy[k] = nodes.positions()[2 * inPlay[k / 2] + k % 2];
        }
        return Bounds2.ofMost(xy, SEEN);
    }

    /// What the embedding of the window shows.
    private EmbeddedNodes nodes(Observation seen) {
        Outcome outcome = seen.outcome();
        AttributedGraph points = outcome.points(pictures.graph());
        return new EmbeddedNodes(
                seen.embedding().plane(),
                2,
                seen.ways(),
                seen.classesInPlay(points),
                outcome.examples().predicted(),
                pictures.episode()
                        .support()
                        .map(s -> outcome.examplesOf(s.targets()))
                        .orElse(new int[0]),
                outcome.examplesOf(pictures.episode().query().targets()),
                shares(outcome),
                true);
    }

    private static float[] shares(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NodeValues values -> {
                NumberRange range = NumberRange.of(values.right());
                float[] shares = new float[values.right().length];
                for (int i = 0; i < shares.length; i++) {
                    shares[i] = values.knows(i) ? range.share(values.right()[i]) : Float.NaN;
                }
                yield shares;
            }
            case Outcome.NodeClasses _, Outcome.MemberClasses _, Outcome.PairScores _ ->
                    new float[0];
        };
    }

    private void star(Graphics2D pen, double x, double y, int argb) {
        double[] corners = Scenery.Landmark.star(x, y);
        Path2D outline = new Path2D.Double();
        outline.moveTo(corners[0], corners[1]);
        for (int k = 2; k < corners.length; k += 2) {
            outline.lineTo(corners[k], corners[k + 1]);
        }
        outline.closePath();
        pen.setColor(new Color(format.theme().colour(Colour.PANEL)));
        pen.setStroke(round(Scenery.Landmark.HALO_WIDTH));
        pen.draw(outline);
        pen.setColor(new Color(argb));
        pen.setStroke(round(Scenery.Landmark.LINE_WIDTH));
        pen.draw(outline);
    }

    private static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /// Words with a rim of the ground's colour.
    private void write(
            Graphics2D pen, String text, double x, double baseline, double size, int argb) {
        Path2D outline = letters.line(text, x, baseline, size);
        pen.setColor(new Color(format.theme().colour(Colour.PANEL)));
        pen.setStroke(round(RIM));
        pen.draw(outline);
        pen.setColor(new Color(argb));
        pen.fill(outline);
    }
}
