package innerloop.app.curves;

import innerloop.app.Messages;
import innerloop.app.ToolRow;
import innerloop.app.run.Timeline;
import innerloop.colour.Theme;
import innerloop.experiment.Experiment;
import innerloop.plot.Chart;
import innerloop.plot.CurveCsv;
import innerloop.plot.Guide;
import innerloop.plot.Mark;
import innerloop.plot.Series;
import innerloop.plot.StepWindow;
import innerloop.plot.SvgPainter;
import innerloop.training.RunCurves;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The charts of a run, side by side as far as there is room, all over the same steps.
public final class CurvesView extends StackPane {

    private final Map<ChartKind, ChartCanvas> canvases = new EnumMap<>(ChartKind.class);
    private final ChartGrid grid = new ChartGrid();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final StepView steps = new StepView(this::redraw);
    private final ToolRow tools = new ToolRow();
    private final Label remark = new Label();
    private CurveSettings settings = CurveSettings.defaults();
    private Theme theme = Theme.LIGHT;
    private @Nullable RunCurves run;
    private List<PinnedRun> pinned = List.of();
    private ChartFiles files = (_, _) -> {};
    private final Timeline timeline;
    private final ObservableValue<Experiment> experiment;

    /// Empty charts that mark the moment this timeline shows, and can choose another.
    ///
    /// @param experiment whose charts are shown, without numbers, until there is a run
    public CurvesView(Timeline timeline, ObservableValue<Experiment> experiment) {
        this.timeline = timeline;
        this.experiment = experiment;
        setId("curves");
        getStyleClass().add("curves");
        setMinSize(0, 0);
        for (ChartKind kind : ChartKind.values()) {
            ChartCanvas canvas = new ChartCanvas(kind.id(), steps);
            ChartGestures.install(canvas, steps, this::isScrollable);
            ChartMenu.install(
                    canvas,
                    steps,
                    () -> files,
                    () -> CurveCsv.text(series(kind)),
                    Optional.of(timeline));
            canvases.put(kind, canvas);
        }
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.viewportBoundsProperty().subscribe(seen -> grid.setRoom(seen.getHeight()));
        scroll.addEventFilter(ScrollEvent.SCROLL, this::turn);
        getChildren().add(scroll);
        fillTools();
        timeline.chosen().subscribe(this::redraw);
        experiment.subscribe(_ -> {
            if (run == null) {
                redraw();
            }
        });
    }

    /// Whether there are more rows than fit.
    private boolean isScrollable() {
        return grid.hiddenRows() > 0;
    }

    /// The wheel moves by whole rows: half a chart says nothing.
    private void turn(ScrollEvent event) {
        if (isScrollable() && !event.isShortcutDown() && event.getDeltaY() != 0) {
            double row = 1.0 / grid.hiddenRows();
            double now = Math.rint(scroll.getVvalue() / row) * row;
            scroll.setVvalue(Math.clamp(now - Math.signum(event.getDeltaY()) * row, 0, 1));
            event.consume();
        }
    }

    private void fillTools() {
        Slider smoothing = new Slider(0, 0.99, settings.smoothing());
        smoothing.setId("smoothing");
        smoothing.setPrefWidth(90);
        smoothing.setBlockIncrement(0.1);
        smoothing.setTooltip(new Tooltip(Messages.get("curves.smoothing.why")));
        Label number = new Label();
        number.getStyleClass().addAll("dim", "numbers");
        number.setMinWidth(30);
        smoothing
                .valueProperty()
                .subscribe(value -> {
                    number.setText(String.format(Locale.ROOT, "%.2f", value.doubleValue()));
                    change(now -> now.withSmoothing(value.doubleValue()));
                });
        CheckBox logX = new CheckBox(Messages.get("curves.logX"));
        logX.setId("log-x");
        logX.selectedProperty().subscribe(on -> change(now -> now.withLogX(on)));
        CheckBox logY = new CheckBox(Messages.get("curves.logY"));
        logY.setId("log-y");
        logY.selectedProperty().subscribe(on -> change(now -> now.withLogY(on)));
        Label label = new Label(Messages.get("curves.smoothing"));
        label.getStyleClass().add("dim");
        label.setLabelFor(smoothing);
        remark.setId("curves-remark");
        remark.getStyleClass().add("dim");
        HBox smooth = new HBox(8, label, smoothing, number);
        smooth.setAlignment(Pos.CENTER);
        tools.getItems().setAll(remark, allSteps(), chooser(), smooth, logX, logY);
    }

    private Button allSteps() {
        Button all = new Button(Messages.get("curves.all"));
        all.setId("curves-all-steps");
        all.getStyleClass().add("flat");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setTooltip(new Tooltip(Messages.get("curves.all.why")));
        all.visibleProperty().bind(steps.zoomed());
        all.managedProperty().bind(steps.zoomed());
        all.setOnAction(_ -> steps.showAll());
        return all;
    }

    private MenuButton chooser() {
        MenuButton menu = new MenuButton(Messages.get("curves.charts"));
        menu.setId("curves-charts");
        menu.getStyleClass().add("flat");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        for (ChartKind kind : ChartKind.values()) {
            CheckMenuItem item = new CheckMenuItem(kind.title());
            item.setId("curves-charts-" + kind.id());
            item.setSelected(settings.charts().contains(kind));
            item.selectedProperty()
                    .addListener((_, _, on) -> {
                        change(now -> now.with(kind, on));
                        // The last chart stays.
                        item.setSelected(settings.charts().contains(kind));
                    });
            menu.getItems().add(item);
        }
        return menu;
    }

    private void change(UnaryOperator<CurveSettings> how) {
        settings = how.apply(settings);
        redraw();
    }

    /// Smoothing and axis, for the card's header.
    public Region tools() {
        return tools;
    }

    /// Shows this run; call again whenever it grew.
    public void show(@Nullable RunCurves curves) {
        boolean other = run != curves;
        run = curves;
        if (other) {
            steps.showAll();
        }
        redraw();
    }

    /// Whether the curves are of another recipe than the open one.
    public void setStale(boolean stale) {
        remark.setText(stale ? Messages.get("curves.stale") : "");
    }

    /// Draws these runs behind the present one.
    public void setPinned(List<PinnedRun> runs) {
        pinned = List.copyOf(runs);
        redraw();
    }

    /// Where single charts are saved.
    public void setFiles(ChartFiles taker) {
        files = taker;
    }

    /// Light or dark.
    public void setTheme(Theme look) {
        theme = look;
        redraw();
    }

    private void redraw() {
        OptionalInt moment = timeline.step();
        List<Chart> charts = RunCharts.of(charted(), pinned, settings);
        StepWindow shown = steps.show(StepWindow.around(charts), settings.logX());
        List<ChartCanvas> seen = shown();
        for (int i = 0; i < seen.size(); i++) {
            Chart chart = charts.get(i).within(shown);
            seen.get(i)
                    .show(
                            moment.isPresent()
                                    ? chart.with(Guide.cursor(moment.getAsInt()))
                                    : chart,
                            theme);
        }
        grid.show(seen);
    }

    private RunCurves charted() {
        return run == null ? new RunCurves(experiment.getValue()) : run;
    }

    private List<ChartCanvas> shown() {
        return canvases.entrySet().stream()
                .filter(entry -> settings.charts().contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private SequencedMap<String, Series> series(ChartKind kind) {
        return run == null ? new LinkedHashMap<>() : RunCharts.series(kind, run);
    }

    /// The charts as one SVG picture, as they are seen.
    public String svg() {
        List<Mark> marks = new ArrayList<>();
        for (ChartCanvas canvas : shown()) {
            marks.add(
                    new Mark.Shift(
                            canvas.getLayoutX(), canvas.getLayoutY(), canvas.plot().marks()));
        }
        return SvgPainter.paint(marks, theme, grid.getWidth(), grid.getHeight());
    }

    /// Every value of every curve.
    public String csv() {
        return run == null ? "" : CurveCsv.text(RunCharts.series(run));
    }
}
