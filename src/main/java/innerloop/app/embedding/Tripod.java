package innerloop.app.embedding;

import innerloop.app.Fonts;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.scene.Orientation;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The three axes of a picture in space, so that one sees how it is turned; those that point away are pale.
final class Tripod extends Region {

    private static final double SIDE = 64;
    private static final double LENGTH = 20;
    private static final double LETTER = 27;
    private static final List<String> NAMES = List.of("x", "y", "z");

    /// The ends of the axes; y is drawn upwards, as people are used to.
    private static final float[] ENDS = {1, 0, 0, 0, -1, 0, 0, 0, 1};

    private final List<Line> lines = new ArrayList<>();
    private final List<Text> letters = new ArrayList<>();

    Tripod() {
        setId("embedding-axes");
        setMouseTransparent(true);
        setMinSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
        for (String name : NAMES) {
            Line line = new Line();
            line.setManaged(false);
            line.setStrokeWidth(1.6);
            line.setStrokeLineCap(StrokeLineCap.ROUND);
            Text letter = new Text(name);
            letter.setManaged(false);
            letter.setFont(Font.font(Fonts.text(), 10.5));
            lines.add(line);
            letters.add(letter);
        }
        getChildren().addAll(lines);
        getChildren().addAll(letters);
    }

    /// Turns the axes.
    void show(Orientation from, Theme theme) {
        float[] ends = from.see(ENDS);
        for (int axis = 0; axis < NAMES.size(); axis++) {
            double x = ends[3 * axis];
            double y = ends[3 * axis + 1];
            // Full towards the person, a third away from them.
            double opacity = (2 + ends[3 * axis + 2]) / 3;
            Line line = lines.get(axis);
            line.setStartX(SIDE / 2);
            line.setStartY(SIDE / 2);
            line.setEndX(SIDE / 2 + LENGTH * x);
            line.setEndY(SIDE / 2 + LENGTH * y);
            line.setStroke(Paints.of(theme, Colour.MUTED));
            line.setOpacity(opacity);
            Text letter = letters.get(axis);
            letter.setX(SIDE / 2 + LETTER * x - letter.getLayoutBounds().getWidth() / 2);
            letter.setY(SIDE / 2 + LETTER * y + 3.5);
            letter.setFill(Paints.of(theme, Colour.MUTED));
            letter.setOpacity(opacity);
        }
    }
}
