package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.canvas.Palette;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;

/// The ramp of a scale of numbers with its ends.
final class ScaleLegend extends HBox {

    private static final int STOPS = 9;

    ScaleLegend(String title, NodeScale scale, Palette palette) {
        super(8);
        getStyleClass().add("scale-legend");
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(4, 12, 4, 12));
        Rectangle ramp = new Rectangle(120, 9);
        ramp.setArcWidth(4);
        ramp.setArcHeight(4);
        ramp.setFill(
                new LinearGradient(
                        0,
                        0,
                        1,
                        0,
                        true,
                        CycleMethod.NO_CYCLE,
                        IntStream.range(0, STOPS)
                                .mapToDouble(k -> k / (STOPS - 1.0))
                                .mapToObj(at -> new Stop(at, Palette.paint(palette.ramp(at))))
                                .toList()));
        getChildren()
                .setAll(
                        text(title, palette),
                        text(scale.lowText(), palette),
                        ramp,
                        text(scale.highText(), palette));
        if (scale.isLogarithmic()) {
            getChildren().add(text(Messages.get("canvas.legend.logarithmic"), palette));
        }
    }

    private static Node text(String text, Palette palette) {
        Label label = new Label(text);
        label.setFont(Font.font("Inter", 12));
        label.setTextFill(Palette.paint(palette.dim()));
        return label;
    }
}
