package innerloop.app.curves;

import innerloop.app.SharpCanvas;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.plot.Chart;
import innerloop.plot.Fill;
import innerloop.plot.Frame;
import innerloop.plot.Mark;
import innerloop.plot.Plot;
import innerloop.plot.SvgPainter;
import innerloop.plot.TextMeasure;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One chart on a canvas, with a crosshair at the step that is looked at.
final class ChartCanvas extends Region {

    private static final double LEAST_WIDTH = 80;
    private static final double LEAST_HEIGHT = 60;
    private static final double RANGE_OPACITY = 0.14;

    private static final TextMeasure MEASURE = TextMeasure.approximate();

    private final String name;
    private final StepView steps;
    private final SharpCanvas canvas = new SharpCanvas(this::paint);
    private Chart chart = Chart.of("");
    private boolean named = true;
    private Theme theme = Theme.LIGHT;
    private @Nullable Plot plot;
    private double rangeFrom = Double.NaN;
    private double rangeTo = Double.NaN;

    /// An empty chart.
    ///
    /// @param name part of its id and of the names of its files
    ChartCanvas(String name, StepView steps) {
        this.name = name;
        this.steps = steps;
        setId("chart-" + name);
        getStyleClass().add("chart");
        getChildren().add(canvas);
        setMinSize(0, 0);
        setFocusTraversable(true);
        steps.cursor().subscribe(_ -> paint());
    }

    String name() {
        return name;
    }

    /// Shows this chart.
    void show(Chart newChart, Theme newTheme) {
        chart = newChart;
        theme = newTheme;
        plot = null;
        setAccessibleText(newChart.title());
        paint();
    }

    /// Marks what is about to be shown alone, between two px; NaN for nothing.
    void markRange(double from, double to) {
        rangeFrom = from;
        rangeTo = to;
        paint();
    }

    /// The chart as it is laid out now.
    Plot plot() {
        Plot laid = plot;
        if (laid == null) {
            laid = named ? whole() : chart.layoutUnnamed(getWidth(), getHeight(), MEASURE);
            plot = laid;
        }
        return laid;
    }

    /// With the names of its curves, as it is taken away.
    private Plot whole() {
        return chart.layout(getWidth(), getHeight(), MEASURE);
    }

    /// Whether the names of curves stand at their ends; otherwise a legend beside it says them.
    void setNamed(boolean now) {
        if (named != now) {
            named = now;
            plot = null;
            paint();
        }
    }

    /// As a vector picture.
    String svg() {
        return SvgPainter.paint(whole().marks(), theme, getWidth(), getHeight());
    }

    /// The chart on a canvas of its own, large and without anything that is there for the moment only.
    Canvas picture() {
        return new MarkPainter(theme).picture(whole().marks(), getWidth(), getHeight());
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setSize(getWidth(), getHeight());
            plot = null;
            paint();
        }
    }

    private void paint() {
        GraphicsContext g = canvas.wiped();
        if (canvas.getWidth() < LEAST_WIDTH || canvas.getHeight() < LEAST_HEIGHT) {
            return;
        }
        MarkPainter painter = new MarkPainter(theme);
        painter.paint(g, plot().marks());
        if (!Double.isNaN(rangeFrom)) {
            Frame frame = plot().frame();
            double left = Math.clamp(Math.min(rangeFrom, rangeTo), frame.left(), frame.right());
            double right = Math.clamp(Math.max(rangeFrom, rangeTo), frame.left(), frame.right());
            Fill fill = new Fill(Colour.ACCENT, RANGE_OPACITY);
            painter.paint(
                    g,
                    List.of(
                            new Mark.Rectangle(
                                    left, frame.top(), right - left, frame.height(), fill)));
        } else if (!Double.isNaN(steps.cursor().get())) {
            // In the other charts the values are seen by their discs; a box in each would hide
            // them.
            boolean here = isHover() || isFocused();
            painter.paint(g, plot().readout(steps.cursor().get(), here));
        }
    }
}
