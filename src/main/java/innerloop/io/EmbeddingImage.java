package innerloop.io;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.scene.Bounds2;
import innerloop.scene.EdgeList;
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
import innerloop.training.Observation;
import innerloop.training.Outcome;
import innerloop.training.RunPictures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The embedding of a run at a moment, as an image, with stars at class means and the names of classes.
final class EmbeddingImage {

    private static final double MARGIN = 30;

    /// Outliers are left outside.
    private static final double SEEN = 0.98;

    /// Letters of this font are about as wide as the label placer takes them to be.
    private static final double LETTERS = 10.5;

    private static final double CAPTION = 12.5;

    /// Around letters.
    private static final double RIM = 3;

    private final RunPictures pictures;
    private final Theme theme;
    private final Rasterizer rasterizer = new Rasterizer();
    private final MonoLetters letters = new MonoLetters();

    EmbeddingImage(RunPictures pictures, Theme theme) {
        this.pictures = pictures;
        this.theme = theme;
    }

    /// What is seen at a moment.
    BufferedImage of(Observation seen, int width, int height) {
        EmbeddedNodes nodes = nodes(seen);
        EmbeddingScene scene =
                new EmbeddingScene(
                        nodes,
                        new EmbeddingStyle(
                                theme, seen.classes(), -1, Set.of(EmbeddingLayer.PROTOTYPES)));
        EmbeddingScene.Frame drawn = scene.at(nodes.positions(), Orientation.FIRST);
        return of(drawn.scene(), whole(nodes, drawn), width, height);
    }

    /// The graph at a moment: each node in the colour of the class that is said of it, with a cross where that is wrong.
    ///
    /// @param places where its nodes are
    BufferedImage graph(Observation seen, float[] places, int width, int height) {
        AttributedGraph graph = pictures.graph();
        int[] predicted = seen.outcome().nodes().predicted();
        int[] right = new int[predicted.length];
        Arrays.setAll(right, i -> predicted[i] < 0 ? -1 : graph.labels()[i]);
        EmbeddedNodes nodes =
                new EmbeddedNodes(
                        places,
                        2,
                        seen.ways(),
                        predicted,
                        right,
                        pictures.episode().supportNodes(),
                        pictures.episode().queryNodes(),
                        shares(seen.outcome()),
                        false);
        EmbeddingStyle style = new EmbeddingStyle(theme, List.of(), -1, Set.of());
        EmbeddingScene.Frame drawn = new EmbeddingScene(nodes, style).at(places, Orientation.FIRST);
        SceneModel model = new SceneModel(places, drawn.scene().look(), EdgeList.of(graph), theme);
        return of(model, drawn.whole(), width, height);
    }

    private BufferedImage of(SceneModel scene, Bounds2 whole, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Viewport view = Viewport.fit(whole, width, height, MARGIN);
        SceneModel model =
                scene.withRadius(
                        SceneModel.radiusFor(scene.xy().length / 2, width, height), view.scale());
        rasterizer.draw(model, view, 1, 1, () -> false, FrameFiles.pixels(image), width, height);
        Graphics2D pen = pen(image);
        for (Scenery.Landmark landmark : model.layers().landmarks()) {
            star(pen, view.screenX(landmark.x()), view.screenY(landmark.y()), landmark.colour());
        }
        for (LabelPlacer.Placed label : LabelPlacer.place(model, view, List.of())) {
            write(pen, label.text(), label.x(), label.baseline(), LETTERS, label.colour());
        }
        pen.dispose();
        return image;
    }

    /// Says something at the lower border.
    void caption(BufferedImage image, String text) {
        Graphics2D pen = pen(image);
        write(pen, text, 8, image.getHeight() - 9.0, CAPTION, theme.colour(Colour.TEXT));
        pen.dispose();
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
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
        pen.setColor(new Color(theme.colour(Colour.PANEL)));
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
        pen.setColor(new Color(theme.colour(Colour.PANEL)));
        pen.setStroke(round(RIM));
        pen.draw(outline);
        pen.setColor(new Color(argb));
        pen.fill(outline);
    }
}
