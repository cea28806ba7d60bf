package innerloop.app.graphview;

import innerloop.app.Fonts;
import innerloop.app.Messages;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.SequencedMap;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;

/// A dot and a word for each of a few colours.
final class ColourLegend extends FlowPane {

    private static final double DOT = 4.4;

    /// A legend of colours by the keys of their names.
    ColourLegend(Theme theme, SequencedMap<String, Colour> colours) {
        super(16, 4);
        getStyleClass().add("colour-legend");
        setPadding(new Insets(4, 12, 2, 12));
        colours.forEach((key, colour) -> {
            Label label = new Label(Messages.get(key), new Circle(DOT, Paints.of(theme, colour)));
            label.setGraphicTextGap(6);
            label.setFont(Font.font(Fonts.text(), 12));
            label.setTextFill(Paints.of(theme, Colour.MUTED));
            getChildren().add(label);
        });
    }
}
