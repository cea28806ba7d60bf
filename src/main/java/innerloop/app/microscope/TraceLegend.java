package innerloop.app.microscope;

import innerloop.colour.Colour;
import innerloop.plot.Chart;
import innerloop.plot.Curve;
import innerloop.plot.Dash;
import innerloop.plot.Guide;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/// The names of the curves of both charts, beside them where a low window has no room for names at the ends of curves.
final class TraceLegend extends VBox {

    private static final double SAMPLE = 16;
    private static final double WIDTH = 2;
    private static final double WIDEST = 170;

    TraceLegend() {
        setId("microscope-legend");
        setMinWidth(Region.USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
    }

    /// Names the curves of this chart, the one in front first, and its levels.
    void show(Chart chart) {
        getChildren().clear();
        for (Curve curve : chart.curves().reversed()) {
            add(curve.colour(), curve.dash(), curve.label());
        }
        for (Guide guide : chart.guides()) {
            if (guide instanceof Guide.Level(_, String label, Colour colour, Dash dash)) {
                add(colour, dash, label);
            }
        }
    }

    private void add(Colour colour, Dash dash, String label) {
        Line sample = new Line(0, 0, SAMPLE, 0);
        sample.setStyle("-fx-stroke: " + colour.variable());
        sample.setStrokeWidth(WIDTH);
        sample.getStrokeDashArray().setAll(dash.lengths());
        Label name = new Label(label, sample);
        name.getStyleClass().add("small-text");
        name.setMaxWidth(WIDEST);
        name.setTooltip(new Tooltip(label));
        getChildren().add(name);
    }
}
