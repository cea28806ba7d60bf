package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.embedding.EmbeddingView;
import innerloop.app.embedding.Projections;
import innerloop.app.embedding.Projections.Kind;
import innerloop.app.graphview.NodeScale;
import innerloop.app.run.RunViewModel;
import innerloop.app.selection.PointSelection;
import innerloop.app.shell.DocumentLine;
import innerloop.episode.Episode;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.meta.Traits;
import innerloop.nn.Answers;
import innerloop.nn.Encoder;
import innerloop.nn.Readout;
import innerloop.projection.Directions;
import innerloop.projection.PlaneAndSpace;
import innerloop.scene.EmbeddedNodes;
import innerloop.task.Score;
import innerloop.training.Moment;
import innerloop.training.Observation;
import innerloop.training.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The embedding as the live picture has it: its own projection, or a t-SNE picture made of it on request.
final class LiveEmbedding {

    private final RunViewModel run;
    private final EmbeddingView view;
    private final PointSelection selection;
    private final Projections projections;
    private final Runnable look;
    private boolean wanted;
    private @Nullable Observation observation;
    private @Nullable AttributedGraph graph;

    /// The episode that the network of the t-SNE picture was adapted to.
    private @Nullable Episode projected;

    /// The moment whose positions the t-SNE picture shows.
    private @Nullable Moment projectedAt;

    private boolean stale;

    /// The episode that stands out, if one does.
    private Optional<Episode> lit = Optional.empty();

    /// @param look lets the views look at the run until nothing comes any more
    LiveEmbedding(
            RunViewModel run,
            EmbeddingView view,
            PointSelection selection,
            Projections projections,
            Runnable look) {
        this.run = run;
        this.view = view;
        this.selection = selection;
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
        if (seen != null && seen.outcome().examples().size() > Projections.MOST_NODES) {
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
            if (newest.outcome().examples().size() <= Projections.MOST_NODES) {
                projected = run.watched().get();
                projectedAt = newest.at();
                projections.begin(newest.step(), newest.points().get());
            }
        }
        draw();
    }

    /// Whether the run shown is of another recipe than the open one.
    void setStale(boolean other) {
        if (stale != other) {
            stale = other;
            draw();
        }
    }

    /// Lets an episode stand out; none for the watched one.
    void light(Optional<Episode> episode) {
        lit = episode;
        draw();
    }

    /// Another graph or another network is shown: nothing that was made of the last one stays.
    void clear() {
        lit = Optional.empty();
        observation = null;
        graph = null;
        projections.clear();
        selection.clear();
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
        Outcome outcome = seen.outcome();
        AttributedGraph points = outcome.points(shown);
        Episode episode = lit.orElse(run.watched().get());
        int[] support =
                Optional.ofNullable(episode)
                        .flatMap(Episode::support)
                        .map(known -> outcome.examplesOf(known.targets()))
                        .orElse(new int[0]);
        int[] query = episode == null ? new int[0] : outcome.examplesOf(episode.query().targets());
        int[] classes = seen.classesInPlay(points);
        int dimensions = projections.dimensions().get();
        Projections.Picture tsne = tsne(classes.length);
        selection.show(outcome, points);
        view.setDescription(point -> description(outcome, points, point));
        EmbeddedNodes placed =
                new EmbeddedNodes(
                        tsne == null ? pca(seen.embedding(), dimensions) : tsne.positions(),
                        dimensions,
                        seen.ways(),
                        classes,
                        outcome.examples().predicted(),
                        support,
                        query,
                        shares(outcome),
                        tsne == null);
        EmbeddedNodes nodes =
                tsne == null ? placed.with(directions(seen.embedding(), dimensions)) : placed;
        view.show(lit.isEmpty() ? nodes : nodes.lit(ways(lit.get()), points.labels()));
        String caption = caption(seen, tsne);
        view.setCaption(stale ? Messages.get("stale.line", caption) : caption);
    }

    /// The classes of an episode in its order; none where its answers are no classes.
    private static List<Integer> ways(Episode episode) {
        return episode.query().answers() instanceof Answers.Slots slots
                ? IntStream.of(slots.classes()).boxed().toList()
                : List.of();
    }

    /// The colours of the true numbers, of nodes of which a number is said.
    private static float[] shares(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NodeValues values -> {
                double[] right = values.right().clone();
                for (int i = 0; i < right.length; i++) {
                    right[i] = values.knows(i) ? right[i] : Double.NaN;
                }
                yield NodeScale.shares(right);
            }
            case Outcome.NodeClasses _, Outcome.MemberClasses _, Outcome.PairScores _ ->
                    new float[0];
        };
    }

    private static List<String> description(Outcome outcome, AttributedGraph points, int point) {
        int label = points.labels()[point];
        String name = points.names().get(point);
        return List.of(
                switch (outcome) {
                    case Outcome.NodeClasses _, Outcome.NodeValues _, Outcome.PairScores _ -> name;
                    case Outcome.MemberClasses _ -> Messages.get("canvas.card.member", name);
                },
                label < 0 ? Messages.get("canvas.card.unlabelled") : points.classes().get(label));
    }

    private static float[] pca(PlaneAndSpace.Picture picture, int dimensions) {
        return dimensions == 2 ? picture.plane() : picture.space();
    }

    private static Directions directions(PlaneAndSpace.Picture picture, int dimensions) {
        return dimensions == 2 ? picture.planeDirections() : picture.spaceDirections();
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
        double share =
                projections.dimensions().get() == 2
                        ? seen.embedding().planeShare()
                        : seen.embedding().spaceShare();
        if (Double.isNaN(share)) {
            return Messages.get("embedding.caption.notFinite", seen.step());
        }
        return said(seen, tsne, observed, share) + inner(seen.at());
    }

    /// How far θ is adapted; empty if that is as far as the learner does.
    private String inner(Moment at) {
        return at.inner().isEmpty()
                ? ""
                : Messages.get(
                        "embedding.caption.inner",
                        at.inner().getAsInt(),
                        run.timeline().innerSteps().get());
    }

    private String said(
            Observation seen,
            Projections.@Nullable Picture tsne,
            Experiment observed,
            double share) {
        return tsne == null
                ? Messages.get(
                        "embedding.caption",
                        layer(observed),
                        seen.dimensions(),
                        projections.dimensions().get(),
                        100 * share,
                        seen.step(),
                        Score.exact(observed.measure(), seen.queryValue())
                                .meanText()
                                .replace(" %", "\u00a0%"))
                : Messages.get(
                                "embedding.caption.tsne",
                                layer(observed),
                                seen.dimensions(),
                                tsne.dimensions(),
                                tsne.step(),
                                tsne.iterations())
                        + other(seen);
    }

    /// How the t-SNE picture differs from what is predicted in it; empty if it does not.
    private String other(Observation seen) {
        if (!seen.at().equals(projectedAt)) {
            return Messages.get("embedding.caption.other", seen.step());
        }
        return Objects.equals(projected, run.watched().get())
                ? ""
                : Messages.get("embedding.caption.otherEpisode");
    }

    /// The name of the layer whose rows are the points.
    private static String layer(Experiment observed) {
        Encoder encoder = observed.encoder();
        String name = DocumentLine.encoder(encoder);
        // Who measures distances does it where the network ends.
        boolean end = observed.learner().traits().space() == Traits.Space.OUTPUT;
        return switch (observed.task().readout()) {
            case Readout.LastLayer _ ->
                    Messages.get(
                            "embedding.layer",
                            name,
                            end
                                    ? encoder.layers().count()
                                    : Math.max(1, encoder.layers().hidden().size()));
            case Readout.PairScore _, Readout.Latent _ ->
                    Messages.get("embedding.layer", name, encoder.layers().count());
            case Readout.Pooled pooled ->
                    Messages.get(
                            end ? "embedding.head" : "embedding.pooled." + pooled.pooling(), name);
        };
    }

    /// Ends the work.
    void dispose() {
        projections.stop();
    }
}
