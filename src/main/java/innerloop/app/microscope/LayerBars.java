package innerloop.app.microscope;

import innerloop.app.Messages;
import innerloop.microscope.InnerStep;
import innerloop.microscope.LayerMove;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// How far each layer has moved: its distance from θ₀ as a number, its share of the movement as a bar.
final class LayerBars extends GridPane {

    private static final double BAR = 70;

    LayerBars() {
        super(8, 4);
        setId("microscope-layers");
    }

    /// Shows an inner step.
    void show(InnerStep step) {
        getChildren().clear();
        int row = 0;
        for (LayerMove move : step.moved()) {
            Label name = new Label(move.layer());
            name.setMinWidth(Region.USE_PREF_SIZE);
            ProgressBar bar = new ProgressBar(move.share());
            bar.getStyleClass().add("thin-bar");
            bar.setPrefWidth(BAR);
            bar.setAccessibleText(move.layer());
            Label distance = new Label(number(move.distance()));
            distance.getStyleClass().addAll("dim", "numbers");
            distance.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(distance, HPos.RIGHT);
            Tooltip tip =
                    new Tooltip(
                            Messages.get(
                                    "microscope.layer.why",
                                    move.layer(),
                                    number(move.distance()),
                                    100 * move.share(),
                                    number(move.step()),
                                    number(move.gradient())));
            name.setTooltip(tip);
            distance.setTooltip(tip);
            addRow(row++, name, bar, distance);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
