package innerloop.app.generated;

import innerloop.app.Messages;
import innerloop.app.ToolRow;
import innerloop.app.canvas.NodeCanvas;
import innerloop.app.curves.ChartFiles;
import innerloop.app.curves.SingleChart;
import innerloop.app.graphview.GraphView;
import innerloop.app.selection.Selection;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphShape;
import innerloop.scene.EdgeList;
import innerloop.scene.NodeLook;
import innerloop.scene.SceneModel;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A generated graph beside the real one, every node at the same place in both and where the graph view has it, and the degrees
/// of both in one chart. A slider says how much noise there is.
public final class GeneratedPanel extends StackPane {

    private static final double WORDS = 230;
    private static final float NODE_SIZE = 0.5f;

    private final GeneratedViewModel model;
    private final GraphView places;
    private final NodeCanvas real;
    private final NodeCanvas drawn;
    private final Label realFacts = new Label();
    private final Label drawnFacts = new Label();
    private final Label shared = wrapped("generated-shared");
    private final CheckBox log = new CheckBox(Messages.get("curves.logX"));
    private final SingleChart chart;
    private Consumer<AttributedGraph> graphs = _ -> {};
    private Theme theme = Theme.LIGHT;

    /// @param places the view that says where nodes are
    public GeneratedPanel(GeneratedViewModel model, GraphView places, Selection selection) {
        this.model = model;
        this.places = places;
        this.real = canvas("real", selection);
        this.drawn = canvas("drawn", selection);
        this.chart = new SingleChart("degrees", () -> DegreeChart.csv(model.pair().get()));
        setId("generated-panel");
        setMinHeight(0);
        setPadding(new Insets(10, 12, 10, 12));
        real.hoveredProperty().bindBidirectional(drawn.hoveredProperty());
        real.moveTogetherWith(drawn);
        Label refusal = wrapped("generated-refusal");
        refusal.getStyleClass().add("dim");
        refusal.textProperty().bind(model.refusal());
        refusal.visibleProperty().bind(model.refusal().isNotEmpty());
        ScrollPane words = new ScrollPane(words());
        words.setFitToWidth(true);
        words.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        words.setFocusTraversable(false);
        words.setMinWidth(WORDS);
        words.setPrefWidth(WORDS);
        words.setMaxWidth(WORDS);
        HBox.setHgrow(chart, Priority.ALWAYS);
        chart.setPrefWidth(1);
        HBox both = new HBox(14, words, column(real, realFacts), column(drawn, drawnFacts), chart);
        both.visibleProperty().bind(model.refusal().isEmpty());
        getChildren().setAll(both, refusal);
        StackPane.setAlignment(refusal, Pos.TOP_LEFT);
        log.setId("generated-log-x");
        log.setSelected(true);
        log.selectedProperty().addListener((_, _, _) -> drawChart());
        model.pair().subscribe(_ -> show());
        places.layingOutProperty().addListener((_, _, _) -> drawGraphs());
    }

    private static NodeCanvas canvas(String name, Selection selection) {
        NodeCanvas canvas = new NodeCanvas(selection);
        canvas.setId("generated-canvas-" + name);
        return canvas;
    }

    private VBox words() {
        Slider slider = new Slider(0, GeneratedViewModel.MOST_NOISE, model.noise());
        slider.setId("generated-noise");
        slider.setBlockIncrement(0.1);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setTooltip(new Tooltip(Messages.get("generated.noise.why")));
        slider.setAccessibleText(Messages.get("generated.noise.why"));
        Label name = new Label();
        name.setId("generated-noise-text");
        name.setLabelFor(slider);
        name.setMinWidth(Region.USE_PREF_SIZE);
        slider.valueProperty()
                .subscribe(value -> {
                    model.setNoise(value.doubleValue());
                    name.setText(Messages.get("generated.noise", model.noise()));
                });
        Button again = new Button(Messages.get("generated.again"));
        again.setId("generated-again");
        again.setTooltip(new Tooltip(Messages.get("generated.again.why")));
        again.setOnAction(_ -> model.again());
        HBox noise = new HBox(8, name, slider);
        noise.setAlignment(Pos.CENTER_LEFT);
        Button save = new Button(Messages.get("generated.save"));
        save.setId("generated-save");
        save.setTooltip(new Tooltip(Messages.get("generated.save.why")));
        save.disableProperty().bind(model.pair().isNull());
        save.setOnAction(_ -> {
            GraphPair pair = model.pair().get();
            if (pair != null) {
                graphs.accept(pair.drawn().graph());
            }
        });
        return new VBox(8, noise, new HBox(8, again, save), shared);
    }

    private static VBox column(NodeCanvas canvas, Label facts) {
        facts.setId(canvas.getId() + "-facts");
        facts.getStyleClass().add("small-text");
        facts.setMinSize(0, Region.USE_PREF_SIZE);
        facts.setWrapText(true);
        VBox.setVgrow(canvas, Priority.ALWAYS);
        VBox column = new VBox(4, canvas, facts);
        column.setMinSize(0, 0);
        column.setPrefWidth(1);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private void show() {
        GraphPair pair = model.pair().get();
        realFacts.setText(pair == null ? "" : facts("real", pair.realShape()));
        drawnFacts.setText(pair == null ? "" : facts("drawn", pair.drawnShape()));
        shared.setText(
                pair == null
                        ? ""
                        : Messages.get(
                                        "generated.shared",
                                        pair.number(),
                                        pair.noise(),
                                        pair.drawn().shared(),
                                        pair.drawnShape().degrees()[0],
                                        pair.realShape().degrees()[0])
                                + poor(pair));
        drawGraphs();
        drawChart();
    }

    private static String poor(GraphPair pair) {
        return pair.drawn().isPoor()
                ? " "
                        + Messages.get(
                                pair.noise() > 1 ? "generated.poor.noise" : "generated.poor",
                                pair.drawn().sharedShare())
                : "";
    }

    private static String facts(String name, GraphShape shape) {
        return Messages.get(
                "generated.facts",
                Messages.get("generated." + name),
                shape.edges(),
                shape.clustering());
    }

    private void drawGraphs() {
        GraphPair pair = model.pair().get();
        if (pair == null || places.positions().length != 2 * pair.real().nodes()) {
            real.show(SceneModel.empty(theme));
            drawn.show(SceneModel.empty(theme));
        } else {
            real.show(scene(pair.real()));
            drawn.show(scene(pair.drawn().graph()));
        }
    }

    /// The edges are what is compared: the nodes are small, so that they do not lie over them.
    private SceneModel scene(AttributedGraph graph) {
        int nodes = graph.nodes();
        float[] sizes = new float[nodes];
        Arrays.fill(sizes, NODE_SIZE);
        return new SceneModel(
                places.positions(),
                new NodeLook(
                        Arrays.stream(graph.labels()).map(theme::classColour).toArray(),
                        new byte[nodes],
                        new byte[nodes],
                        new boolean[nodes],
                        sizes),
                EdgeList.of(graph),
                theme);
    }

    private void drawChart() {
        chart.show(DegreeChart.of(model.pair().get(), log.isSelected()));
    }

    /// The switch of the chart's axis, for the card's header.
    public Region tools() {
        return new ToolRow(log);
    }

    /// Light or dark.
    public void setTheme(Theme look) {
        theme = look;
        chart.setTheme(look);
        drawGraphs();
    }

    /// Whether both graphs are on the screen.
    public boolean isPainted() {
        return real.raster().upToDate() && drawn.raster().upToDate();
    }

    /// Where the chart is saved, and a drawn graph.
    public void setFiles(ChartFiles files, Consumer<AttributedGraph> takesGraphs) {
        chart.setFiles(files);
        graphs = takesGraphs;
    }

    private static Label wrapped(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
