package innerloop.app.microscope;

import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.app.curves.ChartFiles;
import innerloop.app.curves.SingleChart;
import innerloop.app.run.Timeline;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.io.InnerTraceCsv;
import innerloop.microscope.InnerStep;
import innerloop.microscope.InnerTrace;
import innerloop.plot.Chart;
import innerloop.task.Measure;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/// The inner loop of the watched episode: losses and scores at every inner step, how far each layer has moved, and which nodes
/// changed their mind.
public final class MicroscopePanel extends HBox {

    private static final double WORDS = 290;
    private static final double RING_WIDTH = 2;

    /// A page that is not as high has no room for the names of all curves at their ends.
    private static final double LOW = 190;

    private final MicroscopeViewModel model;
    private final Timeline timeline;
    private final Label title = new Label();
    private final Label said = new Label();
    private final Label note = new Label();
    private final Label moved = new Label(Messages.get("microscope.moved"));
    private final LayerBars layers = new LayerBars();
    private final Button changed = new Button();

    /// What such a node has around it in graph and embedding.
    private final Circle ring = new Circle(5);

    private final SingleChart loss;
    private final SingleChart score;
    private final TraceLegend legend = new TraceLegend();

    /// @param timeline says which inner step is looked at
    /// @param select selects the nodes that changed their mind
    public MicroscopePanel(MicroscopeViewModel model, Timeline timeline, Consumer<BitSet> select) {
        super(14);
        this.model = model;
        this.timeline = timeline;
        setId("microscope-panel");
        setMinHeight(0);
        setPadding(new Insets(10, 12, 10, 12));
        title.setId("microscope-title");
        title.getStyleClass().add("title");
        said.setId("microscope-said");
        note.setId("microscope-note");
        note.getStyleClass().add("dim");
        moved.getStyleClass().add("dim");
        moved.setTooltip(new Tooltip(Messages.get("microscope.moved.why")));
        for (Label label : new Label[] {title, said, note}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        ring.setFill(Color.TRANSPARENT);
        ring.setStrokeWidth(RING_WIDTH);
        changed.setGraphic(ring);
        changed.setId("microscope-changed");
        changed.setTooltip(new Tooltip(Messages.get("microscope.changed.why")));
        changed.setOnAction(_ -> select.accept(changedNodes()));
        VBox words = new VBox(8, title, said, changed, note, moved, layers);
        for (Region each : new Region[] {changed, note, moved, layers}) {
            each.managedProperty().bind(each.visibleProperty());
        }
        ScrollPane told = new ScrollPane(words);
        told.setFitToWidth(true);
        told.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        told.setFocusTraversable(false);
        told.setMinWidth(WORDS);
        told.setPrefWidth(WORDS);
        loss = new SingleChart("inner-loss", this::csv);
        score = new SingleChart("inner-score", this::csv);
        HBox.setHgrow(loss, Priority.ALWAYS);
        HBox.setHgrow(score, Priority.ALWAYS);
        loss.setPrefWidth(0);
        score.setPrefWidth(0);
        getChildren().setAll(told, loss, score, legend);
        heightProperty().lessThan(LOW).subscribe(this::lay);
        model.watched().bind(sceneProperty().isNotNull());
        model.traces().subscribe(_ -> show());
        model.pending().subscribe(_ -> show());
        timeline.inner().subscribe(_ -> show());
    }

    private void lay(boolean low) {
        loss.setNamed(!low);
        score.setNamed(!low);
        legend.setVisible(low);
    }

    private String csv() {
        return model.traces().get().map(seen -> InnerTraceCsv.text(seen.own())).orElse("");
    }

    /// Light or dark.
    public void setTheme(Theme look) {
        ring.setStroke(Paints.of(look, Colour.CHANGED));
        loss.setTheme(look);
        score.setTheme(look);
    }

    /// Where charts are saved.
    public void setFiles(ChartFiles files) {
        loss.setFiles(files);
        score.setFiles(files);
    }

    private void show() {
        Optional<InnerTraces> traces = model.traces().get();
        int at = traces.map(seen -> seen.step(timeline.inner().get())).orElse(0);
        Chart losses = TraceCharts.loss(traces, at);
        loss.show(losses);
        legend.show(losses);
        score.show(TraceCharts.score(traces, at));
        boolean steps = traces.isPresent() && traces.get().own().hasSteps();
        layers.setVisible(steps);
        moved.setVisible(steps);
        if (traces.isEmpty()) {
            boolean pending = model.pending().get();
            title.setText(
                    Messages.get(pending ? "microscope.title.pending" : "microscope.title.none"));
            said.setText(pending ? "" : Messages.get("microscope.hint"));
            changed.setVisible(false);
            note.setVisible(false);
            return;
        }
        show(traces.get().own(), at);
        List<String> refused = traces.get().beside().refused();
        if (!refused.isEmpty()) {
            note.setText(
                    (note.isVisible() ? note.getText() + " " : "") + String.join(" ", refused));
            note.setVisible(true);
        }
    }

    private void show(InnerTrace trace, int at) {
        InnerStep step = trace.steps().get(at);
        Measure measure = trace.measure();
        title.setText(
                trace.hasSteps()
                        ? Messages.get("microscope.title", at, trace.last())
                        : Messages.get("microscope.title.formula"));
        said.setText(
                Messages.get(
                        "microscope.said",
                        measure.text(step.support().score()),
                        measure.text(step.query().score()),
                        step.support().loss(),
                        step.query().loss(),
                        ScoreTexts.name(measure)));
        int others = trace.changedAt(at);
        changed.setText(Messages.get("microscope.changed", others));
        changed.setVisible(others > 0);
        OptionalInt broken = trace.broken();
        note.setVisible(broken.isPresent() || !trace.hasSteps());
        note.setText(
                broken.isPresent()
                        ? Messages.get("microscope.broken", broken.getAsInt())
                        : Messages.get("microscope.formula"));
        layers.show(step);
    }

    private BitSet changedNodes() {
        return model.traces()
                .get()
                .map(seen -> seen.changed(timeline.inner().get()))
                .orElseGet(BitSet::new);
    }
}
