package innerloop.app.embedding;

import innerloop.app.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Chooses between the plane and space.
final class DimensionButtons extends HBox {

    /// Buttons that choose this number of dimensions.
    DimensionButtons(IntegerProperty dimensions) {
        setId("projection-dimensions");
        getStyleClass().add("segments");
        setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = new ArrayList<>();
        for (int choice = 2; choice <= 3; choice++) {
            int chosen = choice;
            ToggleButton button = new ToggleButton(Messages.get("projection.dimensions." + choice));
            button.setId("projection-dimensions-" + choice);
            button.getStyleClass().setAll("segment");
            button.setToggleGroup(group);
            button.setTooltip(
                    new Tooltip(Messages.get("projection.dimensions." + choice + ".why")));
            button.setOnAction(_ -> {
                // A choice, not a switch: it cannot be turned off.
                button.setSelected(true);
                dimensions.set(chosen);
            });
            buttons.add(button);
        }
        getChildren().setAll(buttons);
        dimensions.subscribe(now -> buttons.get(now.intValue() - 2).setSelected(true));
    }
}
