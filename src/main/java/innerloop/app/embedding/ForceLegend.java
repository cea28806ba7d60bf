package innerloop.app.embedding;

import innerloop.app.Fonts;
import innerloop.app.Messages;
import innerloop.colour.Colour;
import innerloop.scene.VectorArrow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.text.Font;

/// What the arrows in an embedding are, each kind in its colour; where the picture has no directions, why there are none.
final class ForceLegend extends FlowPane {

    ForceLegend() {
        super(14, 2);
        setId("embedding-forces");
        setPadding(new Insets(2, 12, 0, 12));
        show(List.of(), true, 1);
    }

    /// @param arrows that are to be drawn
    /// @param linear whether they can be
    /// @param enlargement by how much pulls and pushes are drawn longer than they are
    void show(List<VectorArrow> arrows, boolean linear, double enlargement) {
        setVisible(!arrows.isEmpty());
        setManaged(!arrows.isEmpty());
        if (!linear) {
            Label not = label(Messages.get("embedding.forces.not"));
            not.setStyle(fill(Colour.MUTED));
            getChildren().setAll(not);
            return;
        }
        getChildren()
                .setAll(
                        arrows.stream()
                                .map(VectorArrow::kind)
                                .distinct()
                                .map(kind -> label(kind, arrows))
                                .toList());
        if (!arrows.isEmpty()) {
            Label scale = label(Messages.get("embedding.forces.scale", scale(enlargement)));
            scale.setStyle(fill(Colour.MUTED));
            getChildren().add(scale);
        }
    }

    private static Label label(VectorArrow.Kind kind, List<VectorArrow> arrows) {
        long count = arrows.stream().filter(arrow -> arrow.kind() == kind).count();
        Label label = label(Messages.get("embedding.forces." + kind, count));
        label.setStyle(fill(kind.colour()));
        return label;
    }

    /// Two digits say it.
    static String scale(double enlargement) {
        return new BigDecimal(enlargement).round(new MathContext(2)).toPlainString();
    }

    private static String fill(Colour colour) {
        return "-fx-text-fill: " + colour.variable();
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setFont(Font.font(Fonts.text(), 12));
        return label;
    }
}
