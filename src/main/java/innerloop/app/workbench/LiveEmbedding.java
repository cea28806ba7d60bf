package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.embedding.EmbeddingView;
import innerloop.app.embedding.Projections;
import innerloop.app.embedding.Projections.Kind;
import innerloop.app.run.RunViewModel;
import innerloop.app.shell.DocumentLine;
import innerloop.episode.Episode;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.meta.Traits;
import innerloop.nn.Encoder;
import innerloop.projection.PlaneAndSpace;
import innerloop.scene.EmbeddedNodes;
import innerloop.training.Observation;
import org.jspecify.annotations.Nullable;

/// The embedding as the live picture has it: its own projection, or a t-SNE picture made of it on request.
final class LiveEmbedding {

    private final RunViewModel run;
    private final EmbeddingView view;
    private final Projections projections;
    private final Runnable look;
    private boolean wanted;
    private @Nullable Observation observation;
    private @Nullable AttributedGraph graph;

    /// @param look lets the views look at the run until nothing comes any more
    LiveEmbedding(RunViewModel run, EmbeddingView view, Projections projections, Runnable look) {
        this.run = run;
        this.view = view;
        this.projections = projections;
        this.look = look;
        projections.kind().addListener((_, _, kind) -> choose(kind));
        projections.dimensions().addListener((_, _, _) -> choose(projections.kind().get()));
        projections.picture().addListener((_, _, _) -> draw());
    }

    private void choose(Kind kind) {
        if (kind == Kind.TSNE) {
            again();
        } else {
            projections.stop();
            wanted = false;
            run.wantPoints(false);
        }
        draw();
    }

    /// Makes a t-SNE picture of the newest embedding.
    void again() {
        Observation seen = observation;
        if (seen != null && seen.predicted().length > Projections.MOST_NODES) {
            view.setCaption(Messages.get("projection.large", Projections.MOST_NODES));
            return;
        }
        wanted = true;
        run.wantPoints(true);
        look.run();
    }

    /// Shows the live picture of a graph.
    void show(Observation newest, AttributedGraph shown) {
        observation = newest;
        graph = shown;
        if (wanted && newest.points().isPresent()) {
            wanted = false;
            run.wantPoints(false);
            if (shown.nodes() <= Projections.MOST_NODES) {
                projections.begin(newest.step(), newest.points().get());
            }
        }
        draw();
    }

    /// Another graph is shown.
    void clear() {
        observation = null;
        projections.clear();
        view.clear();
        wanted = projections.kind().get() == Kind.TSNE;
        run.wantPoints(wanted);
    }

    private void draw() {
        Observation seen = observation;
        AttributedGraph shown = graph;
        if (seen == null || shown == null) {
            return;
        }
        int[] labels = shown.labels();
        int[] classes = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            classes[i] = seen.predicted()[i] >= 0 ? labels[i] : -1;
        }
        Episode episode = run.watched().get();
        int dimensions = projections.dimensions().get();
        Projections.Picture tsne = tsne(labels.length);
        view.show(
                new EmbeddedNodes(
                        tsne == null ? pca(seen.embedding(), dimensions) : tsne.positions(),
                        dimensions,
                        classes,
                        seen.predicted(),
                        episode == null ? new int[0] : episode.supportNodes(),
                        episode == null ? new int[0] : episode.queryNodes(),
                        tsne == null));
        view.setCaption(caption(seen, tsne));
    }

    private static float[] pca(PlaneAndSpace.Picture picture, int dimensions) {
        return dimensions == 2 ? picture.plane() : picture.space();
    }

    /// The t-SNE picture, if it is to be shown and is one of what is to be shown.
    private Projections.@Nullable Picture tsne(int nodes) {
        Projections.Picture made = projections.picture().get();
        boolean shown =
                projections.kind().get() == Kind.TSNE
                        && made != null
                        && made.dimensions() == projections.dimensions().get()
                        && made.positions().length == made.dimensions() * nodes;
        return shown ? made : null;
    }

    private String caption(Observation seen, Projections.@Nullable Picture tsne) {
        Experiment observed = run.observed();
        if (observed == null) {
            return "";
        }
        Encoder encoder = observed.encoder();
        int hidden = encoder.layers().hidden().size();
        // Who measures distances does it where the network ends.
        int layer =
                observed.learner().traits().space() == Traits.Space.OUTPUT
                        ? encoder.layers().count()
                        : Math.max(1, hidden);
        double share =
                projections.dimensions().get() == 2
                        ? seen.embedding().planeShare()
                        : seen.embedding().spaceShare();
        return tsne == null
                ? Messages.get(
                        "embedding.caption",
                        DocumentLine.encoder(encoder),
                        layer,
                        seen.dimensions(),
                        projections.dimensions().get(),
                        100 * share,
                        seen.step(),
                        100 * seen.queryAccuracy())
                : Messages.get(
                                "embedding.caption.tsne",
                                DocumentLine.encoder(encoder),
                                layer,
                                seen.dimensions(),
                                tsne.dimensions(),
                                tsne.step(),
                                tsne.iterations())
                        + (tsne.step() == seen.step()
                                ? ""
                                : Messages.get("embedding.caption.other", seen.step()));
    }

    /// Ends the work.
    void dispose() {
        projections.stop();
    }
}
