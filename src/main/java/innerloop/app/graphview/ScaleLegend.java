package innerloop.app.graphview;

import innerloop.app.Fonts;
import innerloop.app.Messages;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;

/// The legend of the colours or sizes of a numeric scale.
final class ScaleLegend extends HBox {

    private static final int STOPS = 9;

    /// How much of a light and of a dark edge is seen.
    private static final double LIGHTEST_EDGE = 0.15;

    private static final double DARKEST_EDGE = 1;

    private static final double MOST_NAME = 180;

    /// The radius of a disc of size 1.
    private static final double DISC = 2.6;

    private ScaleLegend(
            String styleClass,
            String title,
            List<? extends Node> shown,
            ScaleRange range,
            Theme theme) {
        super(8);
        getStyleClass().add(styleClass);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(4, 12, 4, 12));
        Label name = text(title, theme);
        // Where there is no room for everything, names are cut before numbers.
        name.setMinWidth(0);
        name.setMaxWidth(MOST_NAME);
        name.setTooltip(new Tooltip(title));
        getChildren().add(name);
        getChildren().addAll(shown);
        if (range.logarithmic()) {
            getChildren().add(text(Messages.get("canvas.legend.logarithmic"), theme));
        }
    }

    /// A ramp of colours between the ends.
    ///
    /// @param colours the colour at a share of the scale
    static ScaleLegend ofColours(
            String title, ScaleRange range, DoubleToIntFunction colours, Theme theme) {
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
                                .mapToObj(at -> new Stop(at, Paints.of(colours.applyAsInt(at))))
                                .toList()));
        List<Node> shown =
                List.of(text(range.lowText(), theme), ramp, text(range.highText(), theme));
        return new ScaleLegend("scale-legend", title, shown, range, theme);
    }

    /// Edges from light to dark between the ends of what nodes listen to each other; without attention, who has it.
    static ScaleLegend ofEdges(Optional<ScaleRange> range, Theme theme) {
        ScaleRange ends = range.orElse(new ScaleRange(0, 1, false, false, false));
        List<Node> shown = new ArrayList<>();
        if (range.isPresent()) {
            shown.add(text(ends.lowText(), theme));
            for (int k = 0; k < STOPS; k++) {
                Rectangle edge = new Rectangle(10, 2);
                double dark = LIGHTEST_EDGE + (DARKEST_EDGE - LIGHTEST_EDGE) * k / (STOPS - 1.0);
                edge.setFill(
                        Paints.of(
                                Theme.mix(
                                        theme.colour(Colour.PANEL),
                                        theme.colour(Colour.EDGE),
                                        dark)));
                shown.add(edge);
            }
            shown.add(text(ends.highText(), theme));
        } else {
            shown.add(text(Messages.get("canvas.legend.noAttention"), theme));
        }
        return new ScaleLegend(
                "edge-legend", Messages.get("canvas.legend.attention"), shown, ends, theme);
    }

    /// A small, a middle and a large disc; one alone where all values are the same.
    static ScaleLegend ofSizes(String title, ScaleRange range, Theme theme) {
        List<Label> discs = new ArrayList<>();
        if (range.low() < range.high()) {
            discs.add(disc(range.low(), range.lowText(), range, theme));
        }
        discs.add(disc(range.middle(), range.middleText(), range, theme));
        if (range.low() < range.high()) {
            discs.add(disc(range.high(), range.highText(), range, theme));
        }
        return new ScaleLegend("size-legend", title, discs, range, theme);
    }

    private static Label disc(double value, String text, ScaleRange range, Theme theme) {
        Label label = text(text, theme);
        double radius = DISC * NodeAppearance.size(range.share(value));
        label.setGraphic(new Circle(radius, Paints.of(theme, Colour.MUTED)));
        label.setGraphicTextGap(5);
        return label;
    }

    private static Label text(String text, Theme theme) {
        Label label = new Label(text);
        label.setFont(Font.font(Fonts.text(), 12));
        label.setTextFill(Paints.of(theme, Colour.MUTED));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
