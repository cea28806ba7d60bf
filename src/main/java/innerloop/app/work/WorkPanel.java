package innerloop.app.work;

import innerloop.app.curves.ChartFiles;
import innerloop.app.curves.SingleChart;
import innerloop.colour.Theme;
import innerloop.plot.Chart;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The chart of what long work came to, beside what it says in a sentence, and what starts and stops the work.
///
/// @param <R> what comes out
public final class WorkPanel<R> extends HBox {

    private final Supplier<Chart> drawing;
    private final SingleChart chart;

    /// @param name of the ids, the texts, and the files of the chart
    /// @param csv a result as text to take away
    /// @param drawing makes the chart of the present result
    /// @param choices what can be chosen beforehand
    public WorkPanel(
            String name,
            WorkViewModel<R> model,
            Function<R, String> csv,
            Supplier<Chart> drawing,
            Node... choices) {
        super(18);
        this.drawing = drawing;
        WorkWords<R> words = new WorkWords<>(name, model, csv, choices);
        this.chart = new SingleChart(name, words::numbers);
        setId(name + "-panel");
        setMinHeight(0);
        setPadding(new Insets(10, 12, 10, 12));
        HBox.setHgrow(chart, Priority.ALWAYS);
        getChildren().setAll(words, chart);
        model.result().subscribe(_ -> draw());
    }

    /// Draws the chart anew: it may be of something else.
    public void draw() {
        chart.show(drawing.get());
    }

    /// Light or dark.
    public void setTheme(Theme look) {
        chart.setTheme(look);
    }

    /// Where the chart is saved.
    public void setFiles(ChartFiles files) {
        chart.setFiles(files);
    }
}
