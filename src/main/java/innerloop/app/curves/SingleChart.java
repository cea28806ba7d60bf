package innerloop.app.curves;

import innerloop.colour.Theme;
import innerloop.plot.Chart;
import innerloop.plot.StepWindow;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;

/// A chart on its own: it is zoomed, read and taken away like those of a run, but its steps are not outer steps.
public final class SingleChart extends StackPane {

    private final StepView steps = new StepView(this::redraw);
    private final ChartCanvas canvas;
    private Chart chart = Chart.of("");
    private Theme theme = Theme.LIGHT;
    private ChartFiles files = (_, _) -> {};

    /// An empty chart.
    ///
    /// @param name part of its id and of the names of its files
    /// @param csv its numbers, for a file
    public SingleChart(String name, Supplier<String> csv) {
        this.canvas = new ChartCanvas(name, steps);
        setMinSize(0, 0);
        ChartGestures.install(canvas, steps, () -> false);
        ChartMenu.install(canvas, steps, () -> files, csv, Optional.empty());
        getChildren().add(canvas);
    }

    /// Shows this chart whole; one over the same steps as before stays zoomed.
    public void show(Chart newChart) {
        boolean same =
                newChart.x().equals(chart.x())
                        && StepWindow.around(List.of(newChart))
                                .equals(StepWindow.around(List.of(chart)));
        chart = newChart;
        if (!same) {
            steps.showAll();
        }
        redraw();
    }

    /// Whether the names of curves stand at their ends; otherwise a legend beside it says them.
    public void setNamed(boolean named) {
        canvas.setNamed(named);
    }

    /// Light or dark.
    public void setTheme(Theme look) {
        theme = look;
        redraw();
    }

    /// Where it is saved.
    public void setFiles(ChartFiles taker) {
        files = taker;
    }

    private void redraw() {
        StepWindow shown = steps.show(StepWindow.around(List.of(chart)), chart.x().log());
        canvas.show(chart.within(shown), theme);
    }
}
