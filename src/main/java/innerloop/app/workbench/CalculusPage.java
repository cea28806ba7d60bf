package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.ToolRow;
import innerloop.app.background.Latest;
import innerloop.app.background.Rest;
import innerloop.app.calculus.CalculusPanel;
import innerloop.app.calculus.CalculusViewModel;
import innerloop.app.calculus.EdgeValues;
import innerloop.app.calculus.Forces;
import innerloop.app.calculus.WorksheetTexts;
import innerloop.app.curves.ChartFiles;
import innerloop.app.embedding.EmbeddingView;
import innerloop.app.graphview.EdgeNumbers;
import innerloop.app.graphview.GraphView;
import innerloop.app.run.OuterMoment;
import innerloop.app.run.RunViewModel;
import innerloop.app.selection.Selection;
import innerloop.app.shell.Overlay;
import innerloop.app.shell.Page;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.colour.Theme;
import innerloop.graph.select.NodeSet;
import innerloop.io.ExplanationPage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The page of the arithmetic of the node in focus, beside the graph or large above it, with the nodes that its symbols light.
final class CalculusPage {

    private static final double LARGE = 1.35;
    private static final double LARGE_WIDTH = 860;
    private static final double MARGIN = 70;

    private final RunViewModel run;
    private final GraphView graph;
    private final EmbeddingView embedding;
    private final Supplier<Overlay> overlay;
    private final CalculusViewModel model;
    private final CalculusPanel panel;
    private final CalculusPanel large;
    private ChartFiles files = (_, _) -> {};

    CalculusPage(
            RunViewModel run,
            Selection selection,
            GraphView graph,
            EmbeddingView embedding,
            Supplier<Overlay> overlay) {
        this.run = run;
        this.graph = graph;
        this.embedding = embedding;
        this.overlay = overlay;
        this.model =
                new CalculusViewModel(
                        new CalculusViewModel.Shown(
                                run.outerMoment(),
                                run.subject(),
                                run.watchedNumber(),
                                run.timeline().inner(),
                                selection.focusProperty(),
                                selection.nodesProperty()),
                        Latest.thread("calculus"),
                        Platform::runLater,
                        Rest.usual());
        this.panel = panel(1);
        this.large = panel(LARGE);
        large.getStyleClass().add("sheet");
        graph.hoveredProperty().subscribe(node -> hover(node.intValue()));
        embedding.hoveredProperty().subscribe(node -> hover(node.intValue()));
        model.explanation().subscribe(_ -> tellStep());
        model.explanation()
                .subscribe(shown -> embedding.setArrows(shown.map(Forces::of).orElse(List.of())));
        model.current().subscribe(this::number);
        model.head().addListener((_, _, _) -> number(model.current().get()));
    }

    private CalculusPanel panel(double zoom) {
        return new CalculusPanel(
                model, zoom, this::light, () -> !run.status().state().get().active());
    }

    private void tellStep() {
        OuterMoment moment = run.outerMoment().get();
        int step = moment == null ? 0 : moment.state().map(state -> state.steps()).orElse(0);
        panel.setOuterStep(step);
        large.setOuterStep(step);
    }

    private void hover(int node) {
        panel.setHovered(node);
        large.setHovered(node);
    }

    /// Writes what a step computes for the edges of the node at these edges.
    private void number(Optional<Term> term) {
        int node = model.explanation().get().map(Explanation::number).orElse(-1);
        graph.setNumbers(
                term.flatMap(EdgeValues::of)
                        .map(values ->
                                new EdgeNumbers(
                                        node,
                                        values.neighbours(),
                                        values.ofHead(model.head().get())))
                        .orElse(EdgeNumbers.NONE));
    }

    private void light(List<Integer> nodes) {
        int all = graph.seen().nodes();
        Optional<NodeSet> lit =
                nodes.isEmpty() || nodes.stream().anyMatch(node -> node >= all)
                        ? Optional.empty()
                        : Optional.of(
                                NodeSet.of(
                                        all, nodes.stream().mapToInt(Integer::intValue).toArray()));
        graph.light(lit);
        embedding.light(lit);
    }

    Page page() {
        return new Page("calculus", Messages.get("panel.calculus"), panel, tools());
    }

    private Region tools() {
        Button enlarge = new Button("", new FontIcon(Feather.MAXIMIZE_2));
        enlarge.setId("calculus-large");
        enlarge.getStyleClass().addAll("flat", "icon-only");
        enlarge.setTooltip(new Tooltip(Messages.get("calculus.large.why")));
        enlarge.setAccessibleText(Messages.get("calculus.large.why"));
        enlarge.setOnAction(_ -> showLarge());
        MenuButton save = new MenuButton("", new FontIcon(Feather.DOWNLOAD));
        save.setId("calculus-save");
        save.getStyleClass().addAll("quiet", "flat");
        save.setTooltip(new Tooltip(Messages.get("calculus.save.why")));
        save.setAccessibleText(Messages.get("calculus.save.why"));
        save.getItems()
                .setAll(
                        item("calculus-save-filled", "calculus.save.filled", false, ""),
                        item("calculus-save-blanks", "calculus.save.blanks", true, "-blanks"));
        save.disableProperty().bind(model.explanation().map(Optional::isEmpty));
        return new ToolRow(enlarge, save);
    }

    private MenuItem item(String id, String key, boolean blanks, String ending) {
        MenuItem item = new MenuItem(Messages.get(key));
        item.setId(id);
        item.setOnAction(_ ->
                model.explanation()
                        .get()
                        .ifPresent(explanation ->
                                files.save(
                                        name(explanation) + ending + ".html",
                                        ExplanationPage.contents(
                                                explanation,
                                                WorksheetTexts.terms(explanation.terms()),
                                                blanks,
                                                panel.words()))));
        return item;
    }

    private static String name(Explanation explanation) {
        if (explanation.unit() == Explanation.Unit.INNER_STEP) {
            return "worksheet-inner-loop";
        }
        return "worksheet-" + explanation.id().replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    /// Shows the page above everything else.
    void showLarge() {
        Overlay layer = overlay.get();
        large.maxWidthProperty()
                .bind(Bindings.min(LARGE_WIDTH, layer.widthProperty().subtract(MARGIN)));
        large.maxHeightProperty().bind(layer.heightProperty().subtract(MARGIN));
        layer.show(large, Pos.CENTER, large);
    }

    void setTheme(Theme look) {
        panel.setTheme(look);
        large.setTheme(look);
    }

    /// @param saving where worksheets and pictures are saved
    void setFiles(ChartFiles saving) {
        files = saving;
        panel.setFiles(saving);
        large.setFiles(saving);
    }

    void dispose() {
        model.dispose();
    }
}
