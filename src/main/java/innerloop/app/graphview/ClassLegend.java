package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.canvas.Palette;
import innerloop.app.search.Chooser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
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

/// A chip for each class: a click brings the class to the foreground, another one resets. Where there are too many, the rest
/// is in a list; the one in the foreground has a chip wherever it is.
final class ClassLegend extends FlowPane {

    private static final int MOST = 20;
    private static final CornerRadii ROUND = new CornerRadii(9);

    ClassLegend(List<String> classes, int highlighted, Palette palette, IntConsumer onHighlight) {
        super(5, 4);
        getStyleClass().add("class-legend");
        setPadding(new Insets(4, 10, 4, 10));
        List<Integer> rest = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            if (c < MOST || c == highlighted) {
                getChildren().add(chip(c, classes.get(c), c == highlighted, palette, onHighlight));
            } else {
                rest.add(c);
            }
        }
        if (!rest.isEmpty()) {
            getChildren().add(more(classes, rest, palette, onHighlight));
        }
    }

    private Button more(
            List<String> classes, List<Integer> rest, Palette palette, IntConsumer onHighlight) {
        Chooser<Integer> chooser =
                new Chooser<>(
                        "class-chooser",
                        Messages.get("canvas.chooser.prompt"),
                        classes::get,
                        c -> new Label(classes.get(c), dot(c, palette)));
        Button more = new Button(Messages.get("canvas.legend.more", rest.size()));
        more.setId("more-classes");
        more.getStyleClass().addAll("flat", "more-classes");
        more.setOnAction(_ -> chooser.open(more, rest, onHighlight::accept));
        // The classes of another graph are none to choose from here.
        sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        chooser.close();
                    }
                });
        return more;
    }

    private static Circle dot(int index, Palette palette) {
        return new Circle(3.8, Palette.paint(palette.classColour(index)));
    }

    private static ToggleButton chip(
            int index, String name, boolean active, Palette palette, IntConsumer onHighlight) {
        ToggleButton chip = new ToggleButton(name, dot(index, palette));
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
