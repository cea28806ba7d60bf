package innerloop.app.graphview;

import innerloop.app.canvas.Palette;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;

/// A dot and a word for each of a few colours.
final class ColourLegend extends FlowPane {

    private static final double DOT = 4.4;

    /// A word and its colour (ARGB).
    record Entry(String text, int colour) {}

    ColourLegend(Palette palette, List<Entry> entries) {
        super(16, 4);
        getStyleClass().add("colour-legend");
        setPadding(new Insets(4, 12, 2, 12));
        for (Entry entry : entries) {
            Label label = new Label(entry.text(), new Circle(DOT, Palette.paint(entry.colour())));
            label.setGraphicTextGap(6);
            label.setFont(Font.font("Inter", 12));
            label.setTextFill(Palette.paint(palette.dim()));
            getChildren().add(label);
        }
    }
}
