package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.canvas.Palette;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;

/// A chip for each class: a click brings the class to the foreground, another one resets.
final class ClassLegend extends FlowPane {

    private static final int MOST = 20;
    private static final CornerRadii ROUND = new CornerRadii(9);

    ClassLegend(List<String> classes, int highlighted, Palette palette, IntConsumer onHighlight) {
        super(5, 4);
        getStyleClass().add("class-legend");
        setPadding(new Insets(4, 10, 4, 10));
        for (int c = 0; c < Math.min(MOST, classes.size()); c++) {
            getChildren().add(chip(c, classes.get(c), c == highlighted, palette, onHighlight));
        }
        if (classes.size() > MOST) {
            Label more = new Label(Messages.get("canvas.legend.more", classes.size() - MOST));
            more.setTextFill(Palette.paint(palette.dim()));
            more.setFont(Font.font("Inter", 11));
            getChildren().add(more);
        }
    }

    private static ToggleButton chip(
            int index, String name, boolean active, Palette palette, IntConsumer onHighlight) {
        ToggleButton chip =
                new ToggleButton(name, new Circle(3.8, Palette.paint(palette.classColour(index))));
        chip.getStyleClass().setAll("class-chip");
        chip.setSelected(active);
        chip.setFocusTraversable(true);
        chip.setGraphicTextGap(5);
        chip.setFont(Font.font("Inter", 11));
        chip.setPadding(new Insets(1, 7, 1, 6));
        chip.setMaxWidth(150);
        chip.setTextFill(Palette.paint(active ? palette.ink() : palette.dim()));
        chip.setBackground(
                new Background(
                        new BackgroundFill(
                                Palette.paint(active ? palette.accentGround() : palette.panel()),
                                ROUND,
                                Insets.EMPTY)));
        chip.setBorder(
                new Border(
                        new BorderStroke(
                                Palette.paint(active ? palette.classColour(index) : palette.line()),
                                BorderStrokeStyle.SOLID,
                                ROUND,
                                new BorderWidths(1))));
        chip.setAccessibleText(Messages.get("canvas.legend.class", name));
        chip.setOnAction(_ -> onHighlight.accept(active ? -1 : index));
        return chip;
    }
}
