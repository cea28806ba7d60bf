package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.search.Chooser;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;

/// A chip for each class: a click brings the class to the foreground, another one resets. Where there are too many, the rest
/// is in a list; the one in the foreground has a chip wherever it is.
final class ClassLegend extends FlowPane {

    private static final int MOST = 20;
    private static final CornerRadii ROUND = new CornerRadii(9);

    /// @param classes the names of all classes
    /// @param ways the classes of an episode in its order, if only they have chips; empty for all
    ClassLegend(
            List<String> classes,
            List<Integer> ways,
            int highlighted,
            Theme theme,
            IntConsumer onHighlight) {
        super(5, 4);
        getStyleClass().add("class-legend");
        setPadding(new Insets(4, 10, 4, 10));
        List<Integer> rest = new ArrayList<>();
        List<Integer> shown =
                ways.isEmpty()
                        ? IntStream.range(0, classes.size()).boxed().toList()
                        : ways.stream().filter(c -> c >= 0).toList();
        for (int k = 0; k < shown.size(); k++) {
            int c = shown.get(k);
            if (k < MOST || c == highlighted) {
                Color colour = Paints.of(theme.classColour(c, ways));
                getChildren()
                        .add(chip(c, classes.get(c), colour, c == highlighted, theme, onHighlight));
            } else {
                rest.add(c);
            }
        }
        if (!rest.isEmpty()) {
            getChildren()
                    .add(
                            more(
                                    classes,
                                    rest,
                                    c -> Paints.of(theme.classColour(c, ways)),
                                    onHighlight));
        }
    }

    private Button more(
            List<String> classes,
            List<Integer> rest,
            IntFunction<Color> colour,
            IntConsumer onHighlight) {
        Chooser<Integer> chooser =
                new Chooser<>(
                        "class-chooser",
                        Messages.get("canvas.chooser.prompt"),
                        classes::get,
                        c -> new Label(classes.get(c), dot(colour.apply(c))));
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

    private static Circle dot(Color colour) {
        return new Circle(3.8, colour);
    }

    private static ToggleButton chip(
            int index,
            String name,
            Color colour,
            boolean active,
            Theme theme,
            IntConsumer onHighlight) {
        ToggleButton chip = new ToggleButton(name, dot(colour));
        chip.getStyleClass().setAll("class-chip");
        chip.setSelected(active);
        chip.setFocusTraversable(true);
        chip.setGraphicTextGap(5);
        chip.setFont(Font.font("Inter", 11));
        chip.setPadding(new Insets(1, 7, 1, 6));
        chip.setMaxWidth(150);
        chip.setTextFill(Paints.of(theme, active ? Colour.TEXT : Colour.MUTED));
        chip.setBackground(
                new Background(
                        new BackgroundFill(
                                Paints.of(theme, active ? Colour.ACCENT_GROUND : Colour.PANEL),
                                ROUND,
                                Insets.EMPTY)));
        chip.setBorder(
                new Border(
                        new BorderStroke(
                                active ? colour : Paints.of(theme, Colour.LINE),
                                BorderStrokeStyle.SOLID,
                                ROUND,
                                new BorderWidths(1))));
        chip.setAccessibleText(Messages.get("canvas.legend.class", name));
        chip.setOnAction(_ -> onHighlight.accept(active ? -1 : index));
        return chip;
    }
}
