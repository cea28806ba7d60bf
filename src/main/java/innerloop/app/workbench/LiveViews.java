package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.curves.CurvesView;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.embedding.EmbeddingView;
import innerloop.app.embedding.Projections;
import innerloop.app.graphview.ColourMode;
import innerloop.app.graphview.GraphView;
import innerloop.app.graphview.Prediction;
import innerloop.app.inspect.NodeInspector;
import innerloop.app.run.RunViewModel;
import innerloop.app.selection.PointSelection;
import innerloop.app.selection.Selection;
import innerloop.app.split.WatchedExamples;
import innerloop.app.table.TableViewModel;
import innerloop.checks.ExperimentChecks;
import innerloop.checks.Finding;
import innerloop.colour.Theme;
import innerloop.episode.Episode;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.Split;
import innerloop.episode.Unit;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import innerloop.task.Task;
import innerloop.training.Observation;
import innerloop.training.RunCurves;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Keeps the views in step with the document and the run. While a run is live it looks ten times a second; otherwise
/// nothing ticks.
final class LiveViews {

    /// Curves are laid out anew at most this often; the eye does not see more, and training needs the time.
    private static final long CURVE_NANOS = 300_000_000;

    private final WorkbenchDocument document;
    private final RunViewModel run;
    private final Selection selection;
    private final GraphView graph;

    private final StringProperty paintedResult;
    private final ObjectProperty<Optional<WatchedExamples>> watchedExamples;

    /// The split whose lanes are shown.
    private @Nullable Split lanesOf;

    private final EmbeddingView embedding;
    private final LiveEmbedding live;
    private final ShownEpisode episode;
    private final TableViewModel table;
    private final NodeInspector inspector;
    private final CurvesView curves;

    /// What a trainer did is taken over at most this often: every change of a number on the screen costs a frame.
    private static final long LOOK_NANOS = 95_000_000;

    /// Typing a number makes several edits.
    private static final Duration SETTLING = Duration.millis(500);

    private final PauseTransition settling = new PauseTransition(SETTLING);
    private long looked;
    private long curvesDrawn;
    private int revisionDrawn = -1;
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frame(now);
                }
            };

    LiveViews(
            WorkbenchDocument document,
            RunViewModel run,
            Selection selection,
            GraphView graph,
            EmbeddingView embedding,
            PointSelection points,
            TableViewModel table,
            NodeInspector inspector,
            CurvesView curves,
            Projections projections,
            StringProperty paintedResult,
            ObjectProperty<Optional<WatchedExamples>> watchedExamples) {
        this.document = document;
        this.run = run;
        this.selection = selection;
        this.graph = graph;
        this.embedding = embedding;
        this.table = table;
        this.inspector = inspector;
        this.curves = curves;
        this.paintedResult = paintedResult;
        this.watchedExamples = watchedExamples;
        this.live = new LiveEmbedding(run, embedding, points, projections, frames::start);
        this.episode = new ShownEpisode(document, run, graph, live);
        embedding.canvas().toolProperty().bindBidirectional(graph.canvas().toolProperty());
        selection.focusProperty().subscribe(_ -> inspect());
        graph.highlightProperty().subscribe(c -> embedding.highlightClass(c.intValue()));
        document.openings().addListener((_, _, _) -> showGraph());
        document.graph().addListener((_, _, changed) -> relabel(changed));
        document.experiment().addListener((_, _, _) -> showLanes());
        document.experiment().addListener((_, _, _) -> followRecipe());
        settling.setOnFinished(_ -> previewAgain());
        run.observation().addListener((_, _, _) -> show(observed()));
        run.outOfMemory()
                .subscribe(ended -> {
                    if (ended) {
                        embedding.setCaption(Messages.get("embedding.memory"));
                    }
                });
        run.watched().addListener((_, _, _) -> showEpisode());
        run.timeline().chosen().addListener((_, _, _) -> frames.start());
        run.timeline().inner().addListener((_, _, _) -> frames.start());
        run.watchedPhase().addListener((_, _, _) -> frames.start());
        run.curves()
                .addListener((_, _, _) -> {
                    revisionDrawn = -1;
                    followRecipe();
                });
    }

    private void showGraph() {
        AttributedGraph opened = document.graph().get();
        run.clear();
        lanesOf = null;
        paintedResult.set("");
        curves.show(null);
        live.clear();
        if (opened != null) {
            graph.setLayoutSeed(new Seed(document.experiment().get().seed()));
            graph.setGraph(opened);
            graph.setAsksForNumbers(asksForNumbers());
            graph.setColour(ColourMode.atRest(asksForNumbers()));
            embedding.setClassNames(opened.classes());
            tabulate();
            showLanes();
            preview(opened);
        }
        inspect();
    }

    /// Another graph is shown when it is opened; the same one may have other classes of nodes meanwhile.
    private void relabel(@Nullable AttributedGraph changed) {
        if (changed != null && changed.hasNodesOf(selection.graph())) {
            graph.relabel(changed);
            // A class may have come or gone.
            lanesOf = null;
            showLanes();
            embedding.setClassNames(changed.classes());
            inspect();
            Observation observation = observed();
            if (observation == null) {
                tabulate();
            } else {
                // What was predicted may be no class any more, and nobody else may ask before that
                // is known.
                show(observation);
            }
        }
    }

    /// Shows the graph as it is after other steps of its history.
    void play(AttributedGraph state) {
        graph.play(state);
        tabulate();
        inspect();
    }

    /// The table is of what the canvas shows.
    private void tabulate() {
        table.show(graph.seen(), graph.attributes());
    }

    private void preview(AttributedGraph opened) {
        Experiment experiment = document.experiment().get();
        if (ExperimentChecks.check(experiment, opened).stream().noneMatch(Finding::blocking)) {
            run.preview(experiment, opened);
            frames.start();
        }
    }

    /// While there was no run, the live picture is that of the recipe; the curves of a run say whose they are.
    private void followRecipe() {
        RunCurves shown = run.curves().get();
        Experiment present = document.experiment().get();
        boolean stale = shown != null && !watchable(present).equals(watchable(shown.experiment()));
        graph.setAsksForNumbers(asksForNumbers());
        curves.setStale(stale);
        graph.setStale(stale);
        inspector.setStale(stale);
        live.setStale(stale);
        run.outdated().set(stale);
        table.setStale(stale);
        if (shown == null && document.graph().get() != null && !isPreviewed()) {
            run.forgetPreview();
            settling.playFromStart();
        }
    }

    private boolean asksForNumbers() {
        return document.experiment().get().task().drawing().unit() == Unit.NUMBERED_NODE;
    }

    /// Whether the live picture is that of the recipe, untrained.
    private boolean isPreviewed() {
        Experiment seen = run.observed();
        return seen != null
                && watchable(seen)
                        .withBudget(Budget.defaults())
                        .equals(
                                watchable(document.experiment().get())
                                        .withBudget(Budget.defaults()));
    }

    /// What the picture of the untrained network depends on.
    private static Experiment watchable(Experiment experiment) {
        return experiment.unpainted().withName("").withGraph("");
    }

    private void previewAgain() {
        AttributedGraph shown = document.graph().get();
        if (shown != null && run.curves().get() == null && !isPreviewed()) {
            showEpisode();
            preview(shown);
        }
    }

    private void showLanes() {
        AttributedGraph shown = document.graph().get();
        if (shown != null) {
            Split split = document.experiment().get().split();
            if (!isPaintedWhole()) {
                paintedResult.set("");
            }
            if (!split.equals(lanesOf)) {
                lanesOf = split;
                graph.setLanes(NodeLanes.of(split, shown));
                watchPainted();
            }
        }
    }

    /// What is painted is what the learner adapts to, as soon as it is an episode. What it made of the last one goes.
    private void watchPainted() {
        paintedResult.set("");
        run.watch(document.experiment().get().split().painted());
        frames.start();
        showEpisode();
    }

    /// What shows the nodes of an episode.
    ShownEpisode episode() {
        return episode;
    }

    private void showEpisode() {
        showWatched();
        episode.show();
    }

    private void showWatched() {
        AttributedGraph shown = document.graph().get();
        Episode watched = run.watched().get();
        watchedExamples.set(
                shown == null || watched == null
                        ? Optional.empty()
                        : WatchedExamples.of(
                                shown,
                                watched,
                                document.experiment().get().task().isWhole(),
                                observed()));
    }

    /// The live picture in terms of the shown graph.
    private @Nullable Observation observed() {
        AttributedGraph shown = document.graph().get();
        Observation made = run.observation().get();
        return made == null || shown == null ? null : made.in(shown.classes());
    }

    private void show(@Nullable Observation observation) {
        AttributedGraph shown = document.graph().get();
        inspector.show(observation);
        showWatched();
        if (observation == null || shown == null) {
            forget();
            return;
        }
        graph.setPrediction(LivePrediction.of(observation));
        tabulate();
        paintedResult.set(result(observation));
        live.show(observation, shown);
    }

    /// What was said belongs to another network, graph or moment: it goes. The views may still show the graph from before.
    private void forget() {
        graph.setPrediction(Prediction.NONE);
        tabulate();
        paintedResult.set("");
        live.clear();
    }

    /// What the learner makes of the painted episode; empty while it watches another one.
    private String result(Observation observation) {
        return observation.paintedQueries() == 0 || !isPaintedWhole()
                ? ""
                : Messages.get(
                        "painting.result",
                        observation.step(),
                        observation.step(),
                        100 * observation.queryValue(),
                        observation.paintedQueries());
    }

    private boolean isPaintedWhole() {
        AttributedGraph shown = document.graph().get();
        Experiment experiment = document.experiment().get();
        PaintedEpisode drawn = experiment.split().painted();
        return shown != null && drawn.toEpisode(shown, experiment.task().drawing()).isPresent();
    }

    private void inspect() {
        inspector.show(graph.seen(), selection.focusProperty().get());
        inspector.show(observed());
    }

    /// Makes a t-SNE picture of the newest embedding.
    void projectAgain() {
        live.again();
    }

    /// A run begins: from now on frames look at it.
    void runStarted() {
        ColourMode atRest = ColourMode.atRest(asksForNumbers());
        if (graph.nodeStyleProperty().get().colour() == atRest) {
            Task task = document.experiment().get().task();
            if (task.hasClasses()) {
                graph.setColour(ColourMode.PREDICTION);
            } else if (asksForNumbers()) {
                graph.setColour(ColourMode.VALUE);
            }
        }
        frames.start();
    }

    private void frame(long now) {
        if (run.isTraining() && now - looked < LOOK_NANOS) {
            return;
        }
        looked = now;
        // Before the drain: what ends after it is still taken by the next frame.
        boolean live = run.isLive();
        run.drain();
        boolean grown = run.revision().get() != revisionDrawn;
        if (grown && (!live || now - curvesDrawn > CURVE_NANOS)) {
            curvesDrawn = now;
            revisionDrawn = run.revision().get();
            curves.show(run.curves().get());
        }
        if (!live) {
            frames.stop();
        }
    }

    /// Light or dark.
    void setTheme(Theme theme) {
        graph.setTheme(theme);
        embedding.setTheme(theme);
        inspector.setTheme(theme);
        curves.setTheme(theme);
    }

    /// Ends threads and timers.
    void dispose() {
        frames.stop();
        settling.stop();
        // A run that has just ended is kept.
        run.drain();
        run.clear();
        live.dispose();
        graph.dispose();
        embedding.dispose();
        inspector.dispose();
    }
}
