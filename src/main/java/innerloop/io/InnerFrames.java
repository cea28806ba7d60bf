package innerloop.io;

import innerloop.colour.Colour;
import innerloop.episode.Episode;
import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.math.VectorBackend;
import innerloop.microscope.InnerStep;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.Microscope;
import innerloop.phrase.Trouble;
import innerloop.plot.Chart;
import innerloop.plot.Curve;
import innerloop.plot.Guide;
import innerloop.plot.Series;
import innerloop.training.Observation;
import innerloop.training.RunPictures;
import innerloop.training.Subject;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The inner loop of one episode, as an animated GIF or as a folder of PNGs: at each of θ₀ … θ_K the graph in the colours of what is
/// said, the embedding, and the losses of support and query set.
public final class InnerFrames {

    /// The part of the height that the losses take.
    private static final double CURVES = 0.3;

    private final RunPictures pictures;
    private final float[] places;
    private final InnerTrace trace;
    private final RunFrames.Format format;
    private final EmbeddingImage image;

    private InnerFrames(
            RunPictures pictures, float[] places, InnerTrace trace, RunFrames.Format format) {
        this.pictures = pictures;
        this.places = places;
        this.trace = trace;
        this.format = format;
        this.image = new EmbeddingImage(pictures, format.theme());
    }

    /// Pictures of the episode that these pictures show.
    ///
    /// @param phase which it is of
    /// @param places where the nodes of the graph are
    /// @throws InputException if the learner has no inner loop
    public static InnerFrames of(
            RunPictures pictures, Phase phase, float[] places, RunFrames.Format format)
            throws InputException {
        Episode episode = pictures.episode();
        InnerTrace trace =
                Microscope.of(pictures.record().experiment(), pictures.graph(), new VectorBackend())
                        .look(pictures.record().tested(), new Subject(phase, episode), () -> {});
        if (!trace.hasSteps()) {
            throw new InputException(Trouble.of("frames.noInnerLoop"), "learner.kind");
        }
        return new InnerFrames(pictures, places, trace, format);
    }

    /// What is seen in numbers.
    public InnerTrace trace() {
        return trace;
    }

    /// Writes an animated GIF.
    public void gif(Path file) throws IOException {
        FrameFiles.gif(file, all(), format);
    }

    /// Writes a PNG for each inner step into a folder: `0007-inner-7.png`.
    ///
    /// @throws InputException if the folder is there and holds something
    public void pngs(Path folder) throws IOException, InputException {
        FrameFiles.requireEmpty(folder);
        FrameFiles.pngs(folder, all());
    }

    private List<FrameFiles.Frame> all() {
        List<FrameFiles.Frame> frames = new ArrayList<>();
        for (int step : Series.evenly(trace.steps().size(), format.most())) {
            frames.add(new FrameFiles.Frame("inner-" + step, frame(step)));
        }
        return frames;
    }

    private BufferedImage frame(int step) {
        int width = format.width();
        int height = format.height();
        int curves = (int) (CURVES * height);
        int top = height - curves;
        int left = width / 2;
        Observation seen = pictures.inner(step);
        BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = whole.createGraphics();
        BufferedImage graph = image.graph(seen, places, left, top);
        image.caption(graph, said(step));
        pen.drawImage(graph, 0, 0, null);
        pen.drawImage(image.of(seen, width - left, top), left, 0, null);
        pen.drawImage(
                new MarkPen(format.theme()).image(chart(step).marks(width, curves), width, curves),
                0,
                top,
                null);
        pen.dispose();
        return whole;
    }

    private String said(int step) {
        return String.format(
                Locale.ROOT,
                "inner step %d of %d   query %s",
                step,
                trace.last(),
                trace.measure().text(trace.steps().get(step).query().score()));
    }

    private Chart chart(int step) {
        return Chart.of("")
                .over("inner step")
                .with(curve(each -> each.support().loss(), Colour.SUPPORT, "support loss"))
                .with(curve(each -> each.query().loss(), Colour.QUERY, "query loss"))
                .with(Guide.cursor(step));
    }

    private Curve curve(ToDoubleFunction<InnerStep> value, Colour colour, String name) {
        Series series = new Series();
        trace.steps().forEach(each -> series.append(each.step(), value.applyAsDouble(each)));
        return Curve.of(series, colour, name);
    }
}
