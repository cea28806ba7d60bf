package innerloop.app.canvas;

import innerloop.app.Fonts;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The small card beside the node under the pointer.
final class HoverCard extends VBox {

    private static final CornerRadii CORNERS = new CornerRadii(6);
    private static final double GAP = 14;

    HoverCard() {
        getStyleClass().add("hover-card");
        setMouseTransparent(true);
        setPadding(new Insets(6, 10, 7, 10));
        setSpacing(1);
    }

    void show(List<String> lines, Theme theme) {
        getChildren().clear();
        setVisible(!lines.isEmpty());
        setBackground(
                new Background(
                        new BackgroundFill(Paints.of(theme, Colour.PANEL), CORNERS, Insets.EMPTY)));
        setBorder(
                new Border(
                        new BorderStroke(
                                Paints.of(theme, Colour.LINE),
                                BorderStrokeStyle.SOLID,
                                CORNERS,
                                new BorderWidths(1))));
        for (int k = 0; k < lines.size(); k++) {
            Label label = new Label(lines.get(k));
            boolean title = k == 0;
            label.setFont(
                    Font.font(
                            Fonts.text(),
                            title ? FontWeight.SEMI_BOLD : FontWeight.NORMAL,
                            title ? 12.5 : 11.5));
            label.setTextFill(Paints.of(theme, title ? Colour.TEXT : Colour.MUTED));
            getChildren().add(label);
        }
    }

    /// Beside the point, inside a canvas of this size.
    void place(double x, double y, double width, double height) {
        applyCss();
        double w = prefWidth(-1);
        double h = prefHeight(-1);
        double left = x + GAP + w > width - 4 ? x - GAP - w : x + GAP;
        double top = y + GAP + h > height - 4 ? y - GAP - h : y + GAP;
        resizeRelocate(Math.max(4, left), Math.max(4, top), w, h);
    }
}
