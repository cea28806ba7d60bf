package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.canvas.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;

/// What the colours or the sizes of a scale of numbers stand for.
final class ScaleLegend extends HBox {

    private static final int STOPS = 9;

    private static final double MOST_NAME = 180;

    /// The radius of a disc of size 1.
    private static final double DISC = 2.6;

    private ScaleLegend(
            String styleClass,
            String title,
            List<? extends Node> shown,
            ScaleRange range,
            Palette palette) {
        super(8);
        getStyleClass().add(styleClass);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(4, 12, 4, 12));
        Label name = text(title, palette);
        // Where there is no room for everything, names are cut before numbers.
        name.setMinWidth(0);
        name.setMaxWidth(MOST_NAME);
        getChildren().add(name);
        getChildren().addAll(shown);
        if (range.logarithmic()) {
            getChildren().add(text(Messages.get("canvas.legend.logarithmic"), palette));
        }
    }

    /// A ramp of colours between the ends.
    static ScaleLegend ofColours(String title, ScaleRange range, Palette palette) {
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
        List<Node> shown =
                List.of(text(range.lowText(), palette), ramp, text(range.highText(), palette));
        return new ScaleLegend("scale-legend", title, shown, range, palette);
    }

    /// A small, a middle and a large disc; one alone where all values are the same.
    static ScaleLegend ofSizes(String title, ScaleRange range, Palette palette) {
        List<Label> discs = new ArrayList<>();
        if (range.low() < range.high()) {
            discs.add(disc(range.low(), range.lowText(), range, palette));
        }
        discs.add(disc(range.middle(), range.middleText(), range, palette));
        if (range.low() < range.high()) {
            discs.add(disc(range.high(), range.highText(), range, palette));
        }
        return new ScaleLegend("size-legend", title, discs, range, palette);
    }

    private static Label disc(double value, String text, ScaleRange range, Palette palette) {
        Label label = text(text, palette);
        double radius = DISC * Appearance.size(range.share(value));
        label.setGraphic(new Circle(radius, Palette.paint(palette.dim())));
        label.setGraphicTextGap(5);
        return label;
    }

    private static Label text(String text, Palette palette) {
        Label label = new Label(text);
        label.setFont(Font.font("Inter", 12));
        label.setTextFill(Palette.paint(palette.dim()));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
