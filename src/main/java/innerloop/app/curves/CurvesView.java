package innerloop.app.curves;

import innerloop.app.Messages;
import innerloop.app.run.RunCurves;
import innerloop.app.theme.Theme;
import innerloop.plot.Chart;
import innerloop.plot.CurveCsv;
import innerloop.plot.Mark;
import innerloop.plot.SvgPainter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Loss, accuracy and norm of the run, side by side.
public final class CurvesView extends HBox {

    private final List<ChartCanvas> canvases = new ArrayList<>();
    private final HBox tools = new HBox(12);
    private final Label remark = new Label();
    private CurveSettings settings = CurveSettings.defaults();
    private innerloop.plot.Theme theme = innerloop.plot.Theme.light();
    private @Nullable RunCurves run;
    private List<PinnedRun> pinned = List.of();

    /// Empty charts.
    public CurvesView() {
        setId("curves");
        setSpacing(8);
        getStyleClass().add("curves");
        for (String id : List.of("chart-loss", "chart-accuracy", "chart-norm")) {
            ChartCanvas canvas = new ChartCanvas();
            canvas.setId(id);
            HBox.setHgrow(canvas, Priority.ALWAYS);
            canvas.setPrefWidth(300);
            canvases.add(canvas);
        }
        getChildren().addAll(canvases);
        fillTools();
        redraw();
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
                    settings = settings.withSmoothing(value.doubleValue());
                    redraw();
                });
        CheckBox log = new CheckBox(Messages.get("curves.logY"));
        log.setId("log-y");
        log.selectedProperty()
                .subscribe(on -> {
                    settings = settings.withLogY(on);
                    redraw();
                });
        Label label = new Label(Messages.get("curves.smoothing"));
        label.getStyleClass().add("dim");
        label.setLabelFor(smoothing);
        tools.setAlignment(Pos.CENTER_RIGHT);
        remark.setId("curves-remark");
        remark.getStyleClass().add("dim");
        tools.getChildren().setAll(remark, label, smoothing, number, log);
    }

    /// Smoothing and axis, for the card's header.
    public Region tools() {
        return tools;
    }

    /// Shows this run; call again whenever it grew.
    public void show(@Nullable RunCurves curves) {
        run = curves;
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

    /// Light or dark.
    public void setTheme(Theme look) {
        theme =
                switch (look) {
                    case LIGHT -> innerloop.plot.Theme.light();
                    case DARK -> innerloop.plot.Theme.dark();
                };
        redraw();
    }

    private void redraw() {
        List<Chart> charts = RunCharts.of(run, pinned, settings);
        for (int i = 0; i < canvases.size(); i++) {
            canvases.get(i).show(charts.get(i), theme);
        }
    }

    /// The charts as one SVG picture, as they are seen.
    public String svg() {
        List<Mark> marks = new ArrayList<>();
        for (ChartCanvas canvas : canvases) {
            marks.add(new Mark.Shift(canvas.getLayoutX(), canvas.getLayoutY(), canvas.marks()));
        }
        return SvgPainter.paint(marks, theme, getWidth(), getHeight());
    }

    /// Every value of every curve.
    public String csv() {
        return run == null ? "" : CurveCsv.text(RunCharts.series(run));
    }
}
