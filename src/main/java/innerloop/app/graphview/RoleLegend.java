package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;

/// One line that says which shape is which role.
final class RoleLegend extends FlowPane {

    RoleLegend(Theme theme) {
        super(16, 4);
        getStyleClass().add("role-legend");
        setPadding(new Insets(2, 12, 8, 12));
        Color ink = Paints.of(theme, Colour.MUTED);
        Circle pale =
                new Circle(
                        4.2,
                        Paints.of(
                                Theme.mix(
                                        theme.colour(Colour.MUTED),
                                        theme.colour(Colour.PANEL),
                                        0.6)));
        pale.setStroke(ink);
        Circle ring = new Circle(4, Color.TRANSPARENT);
        ring.setStroke(ink);
        ring.setStrokeWidth(1.8);
        getChildren()
                .addAll(
                        List.of(
                                entry("canvas.role.support", new Polygon(0, 9, 5, 0, 10, 9), ink),
                                entry("canvas.role.query", new Rectangle(9, 9), ink),
                                entry("canvas.role.base", new Circle(4.6), ink),
                                entry("canvas.role.validation", pale, null),
                                entry("canvas.role.novel", ring, null)));
    }

    private static Node entry(
            String key, Shape glyph, @org.jspecify.annotations.Nullable Color fill) {
        Label label = new Label(Messages.get(key), glyph);
        if (fill != null) {
            glyph.setFill(fill);
        }
        label.setGraphicTextGap(6);
        label.setFont(Font.font("Inter", 12));
        label.setTextFill(glyph.getStroke() != null ? glyph.getStroke() : glyph.getFill());
        return label;
    }
}
