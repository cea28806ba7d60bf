package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// One line that says which shape is which role.
final class RoleLegend extends FlowPane {

    private static final double STROKE = 1.8;
    private static final double PALE = 0.6;

    /// The shapes where colours mean something else.
    static RoleLegend plain(Theme theme) {
        return new RoleLegend(theme, _ -> Colour.MUTED);
    }

    /// The shapes in the colours of the roles.
    static RoleLegend coloured(Theme theme) {
        return new RoleLegend(theme, colour -> colour);
    }

    private RoleLegend(Theme theme, UnaryOperator<Colour> colours) {
        super(16, 4);
        getStyleClass().add("role-legend");
        setPadding(new Insets(2, 12, 8, 12));
        add("support", new Polygon(0, 9, 5, 0, 10, 9), ink(theme, colours, Colour.SUPPORT));
        add("query", new Rectangle(9, 9), ink(theme, colours, Colour.QUERY));
        add("base", new Circle(4.6), ink(theme, colours, Colour.TRAIN));
        Color validation = ink(theme, colours, Colour.VALIDATION);
        Circle pale = new Circle(4.2);
        pale.setStroke(validation);
        add("validation", pale, validation.interpolate(Paints.of(theme, Colour.PANEL), PALE));
        Circle ring = new Circle(4);
        ring.setStroke(ink(theme, colours, Colour.TEST));
        ring.setStrokeWidth(STROKE);
        add("novel", ring, Color.TRANSPARENT);
    }

    private static Color ink(Theme theme, UnaryOperator<Colour> colours, Colour role) {
        return Paints.of(theme, colours.apply(role));
    }

    private void add(String role, Shape glyph, Color fill) {
        glyph.setFill(fill);
        Label label = new Label(Messages.get("canvas.role." + role), glyph);
        label.setGraphicTextGap(6);
        label.getStyleClass().addAll("dim", "small-text");
        getChildren().add(label);
    }
}
