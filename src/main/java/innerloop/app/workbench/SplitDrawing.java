package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.background.Latest;
import innerloop.app.curves.ChartFiles;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.graphview.GraphView;
import innerloop.app.run.RunViewModel;
import innerloop.app.selection.Selection;
import innerloop.app.selection.SelectionMode;
import innerloop.app.shell.Page;
import innerloop.app.split.EpisodePainter;
import innerloop.app.split.EpisodePanel;
import innerloop.app.split.EpisodeTools;
import innerloop.app.split.SplitContext;
import innerloop.app.split.SplitDrag;
import innerloop.app.split.SplitItem;
import innerloop.app.split.SplitViewModel;
import innerloop.app.split.WatchedExamples;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;
import innerloop.graph.stream.Communities;
import innerloop.leakage.Leakage.Leak;
import innerloop.math.Seed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// Drawing the split on the graph: what is painted, selected or dragged there goes to the lanes, and what is pointed at in
/// the lanes lights up there.
final class SplitDrawing implements SplitContext {

    private Runnable reveal = () -> {};
    private static final int MOST_COMMUNITIES = 12;

    private final WorkbenchDocument document;
    private final SplitViewModel split;
    private final Selection selection;
    private final GraphView graph;
    private final ObservableValue<Optional<List<Leak>>> leaks;
    private final EpisodePainter painter;
    private final IntegerProperty drawn = new SimpleIntegerProperty(this, "drawn");
    private final StringProperty result = new SimpleStringProperty(this, "result", "");
    private final ObjectProperty<Optional<WatchedExamples>> watched =
            new SimpleObjectProperty<>(this, "watched", Optional.empty());
    private boolean litClass;
    private Theme theme = Theme.LIGHT;
    private final BooleanProperty suggesting = new SimpleBooleanProperty(this, "suggesting");
    private final Latest<Runnable> searching =
            new Latest<>(
                    Latest.virtual("communities"),
                    Platform::runLater,
                    Runnable::run,
                    failure -> {
                        suggesting.set(false);
                        Latest.report(failure);
                    });

    SplitDrawing(
            WorkbenchDocument document,
            SplitViewModel split,
            Selection selection,
            GraphView graph,
            ObservableValue<Optional<List<Leak>>> leaks) {
        this.document = document;
        this.split = split;
        this.selection = selection;
        this.graph = graph;
        this.leaks = leaks;
        this.painter = new EpisodePainter(document);
        graph.canvas().setPainting(painter);
        graph.canvas().paintingRefusal().bind(painter.refusal());
        graph.canvas().setCarrying(node -> !carried(node).isEmpty(), this::carry);
        painter.note().subscribe(graph::setNote);
        split.hovered().subscribe(this::light);
        graph.layingOutProperty().subscribe(_ -> redraw());
        // After all who show the opened graph.
        document.openings().addListener((_, _, _) -> Platform.runLater(this::redraw));
    }

    /// What is painted goes there.
    EpisodePainter painter() {
        return painter;
    }

    /// The painted episode, slot by slot.
    ///
    /// @param run whose episode is watched
    /// @param files where a confusion matrix is saved
    Page page(RunViewModel run, Supplier<ChartFiles> files) {
        EpisodePanel panel =
                new EpisodePanel(
                        painter,
                        result,
                        watched,
                        drawn,
                        this::memberPicture,
                        this::showMember,
                        this::showPair);
        return new Page(
                "episode",
                Messages.get("panel.episode"),
                panel,
                EpisodeTools.of(run.watchedPhase(), run.record().isNotNull(), watched, files));
    }

    /// What the learner makes of the painted episode; empty while it says nothing.
    StringProperty result() {
        return result;
    }

    /// The examples of the watched episode; empty while none is watched, or one of nodes.
    ObjectProperty<Optional<WatchedExamples>> watched() {
        return watched;
    }

    private void light(@Nullable SplitItem item) {
        if (item == null) {
            if (litClass) {
                graph.highlightClass(-1);
            }
            graph.light(Optional.empty());
        } else if (item.isClass()) {
            litClass = true;
            graph.highlightClass(item.index());
        } else {
            litClass = false;
            graph.light(Optional.of(split.nodes(item)));
        }
    }

    /// What a selected node takes with it to a lane: its class, its member graph, or the region of the selected nodes;
    /// empty for nothing.
    private String carried(int node) {
        AttributedGraph shown = selection.graph();
        return switch (split.state().get().kind()) {
            case CLASSES ->
                    shown.labels()[node] < 0 ? "" : shown.classes().get(shown.labels()[node]);
            case GRAPHS -> Integer.toString(shown.graphOf()[node]);
            case REGIONS -> split.regionOf(selection.nodes());
        };
    }

    private void carry(int node) {
        String name = carried(node);
        SplitDrag.carry(graph.canvas(), name);
        Label picture = new Label(name);
        picture.getStyleClass().add("chip");
        new Scene(picture);
        SplitDrag.begin(graph.canvas(), picture.snapshot(new SnapshotParameters(), null));
    }

    @Override
    public ObservableValue<Optional<List<Leak>>> leaks() {
        return leaks;
    }

    @Override
    public Optional<Image> picture(NodeSet nodes) {
        // While another graph is being opened, the old one is still shown.
        if (nodes.nodes() != selection.graph().nodes()) {
            return Optional.empty();
        }
        int[] members = nodes.stream().toArray();
        return thumbnails(members).map(small -> small.of(members));
    }

    /// Thumbnails of these nodes, once they have places.
    private Optional<Thumbnails> thumbnails(int[] nodes) {
        AttributedGraph shown = selection.graph();
        float[] places = graph.positions();
        boolean placed =
                places.length == 2 * shown.nodes()
                        && nodes.length > 0
                        && !Float.isNaN(places[2 * nodes[0]]);
        return placed ? Optional.of(new Thumbnails(shown, places, theme)) : Optional.empty();
    }

    private NodeSet member(int number) {
        AttributedGraph shown = selection.graph();
        return NodeSet.where(shown.nodes(), node -> shown.graphOf()[node] == number);
    }

    private Optional<Image> memberPicture(int number, int way) {
        int[] nodes = member(number).stream().toArray();
        return thumbnails(nodes)
                .map(small ->
                        small.of(nodes, theme.colour(way < 0 ? Colour.FAINT : Colour.way(way))));
    }

    /// What makes the graph visible.
    void setReveal(Runnable shown) {
        reveal = shown;
    }

    /// Selects a member graph and brings it into view.
    private void showMember(int number) {
        reveal.run();
        selection.take(member(number), SelectionMode.REPLACE);
        graph.canvas().zoomToSelection();
    }

    /// In a collection the whole member graph comes into view, since a pair alone says little.
    private void showPair(int from, int to) {
        AttributedGraph shown = selection.graph();
        if (shown.graphs() > 1) {
            showMember(shown.graphOf()[from]);
        }
        selection.take(NodeSet.of(shown.nodes(), from, to), SelectionMode.REPLACE);
    }

    @Override
    public ObservableValue<Number> drawn() {
        return drawn;
    }

    /// Makes the small pictures fit the rest of the window.
    void setTheme(Theme look) {
        theme = look;
        redraw();
    }

    private void redraw() {
        drawn.set(drawn.get() + 1);
    }

    @Override
    public void select(List<Integer> nodes) {
        selection.take(
                NodeSet.of(
                        selection.graph().nodes(),
                        nodes.stream().mapToInt(Integer::intValue).toArray()),
                SelectionMode.REPLACE);
    }

    @Override
    public ObservableValue<NodeSet> selected() {
        return selection.nodesProperty();
    }

    @Override
    public ObservableValue<Boolean> suggesting() {
        return suggesting;
    }

    @Override
    public void suggest(Consumer<List<int[]>> found) {
        AttributedGraph shown = document.graph().get();
        if (searching.isPending()) {
            searching.giveUp();
            suggesting.set(false);
        } else if (shown != null) {
            Seed seed = new Seed(document.experiment().get().seed());
            suggesting.set(true);
            searching.want((cancellation, _) -> {
                cancellation.whenCancelled(Thread.currentThread()::interrupt);
                List<int[]> communities = Communities.of(shown, seed, MOST_COMMUNITIES);
                return () -> {
                    suggesting.set(false);
                    // Another graph may be open by now.
                    AttributedGraph now = document.graph().get();
                    if (now != null && now.hasNodesOf(shown)) {
                        found.accept(communities);
                    }
                };
            });
        }
    }
}
