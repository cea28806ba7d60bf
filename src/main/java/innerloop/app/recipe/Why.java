package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.app.glossary.Asked;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small ⓘ beside a label: one or two sentences on pointing at it; a click asks for more ([Asked]).
final class Why extends Button {

    private final Tooltip tip;

    Why(String where) {
        super("", new FontIcon(Feather.INFO));
        setId("why-" + where);
        getStyleClass().add("why");
        // Fifteen more stops of the Tab key would be worse than none: fields carry the same text as
        // their help, and F1 says more.
        setFocusTraversable(false);
        setAccessibleText(Messages.get("recipe.why", FieldSpec.label(where)));
        tip = tooltip(where);
        setTooltip(tip);
        setOnAction(_ -> {
            tip.hide();
            fireEvent(new Asked(where));
        });
    }

    private static Tooltip tooltip(String where) {
        Tooltip tooltip = new Tooltip(FieldSpec.why(where));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(300);
        tooltip.setShowDelay(Duration.millis(250));
        tooltip.setShowDuration(Duration.INDEFINITE);
        return tooltip;
    }

    /// The label of a control with its ⓘ; the control gets the same text for those who cannot see
    /// it.
    static HBox labelled(String where, Control control) {
        Label label = new Label(FieldSpec.label(where));
        label.getStyleClass().add("dim");
        label.setLabelFor(control);
        label.setMinWidth(0);
        control.setAccessibleText(FieldSpec.label(where));
        control.setAccessibleHelp(FieldSpec.why(where));
        HBox box = new HBox(2, label, new Why(where));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
