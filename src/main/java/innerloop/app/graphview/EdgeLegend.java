package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.graphview.PredictedEdges.Kind;
import innerloop.app.theme.Paints;
import innerloop.colour.Theme;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Line;

/// One line that says what the dashed lines between nodes are.
final class EdgeLegend extends FlowPane {

    private static final double LENGTH = 26;
    private static final double STROKE = 2;

    EdgeLegend(Theme theme) {
        super(16, 4);
        setId("edge-legend");
        setPadding(new Insets(2, 12, 2, 12));
        for (Kind kind : Kind.values()) {
            Line line = new Line(0, 0, LENGTH, 0);
            line.setStroke(Paints.of(theme, kind.colour()));
            line.setStrokeWidth(STROKE);
            line.getStrokeDashArray().setAll(kind.dash(), kind.dash());
            Label label = new Label(Messages.get("canvas.edge." + kind), line);
            label.setGraphicTextGap(6);
            label.getStyleClass().addAll("dim", "small-text");
            getChildren().add(label);
        }
    }
}
