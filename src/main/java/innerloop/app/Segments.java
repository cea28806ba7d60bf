package innerloop.app;

import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Chooses one of a few values by buttons beside each other.
public final class Segments<T> extends HBox {

    /// Buttons that choose one of these values.
    ///
    /// @param id of the row; the buttons have it with their value behind
    /// @param key of the texts: that of a value is `key.value`, what it means `key.value.why`
    public Segments(String id, String key, Property<T> chosen, List<T> values) {
        setId(id);
        getStyleClass().add("segments");
        setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = new ToggleButton(Messages.get(key + "." + value));
            button.setId(id + "-" + value);
            button.getStyleClass().setAll("segment");
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(Messages.get(key + "." + value + ".why")));
            button.setOnAction(_ -> {
                // A choice, not a switch: it cannot be turned off.
                button.setSelected(true);
                chosen.setValue(value);
            });
            chosen.subscribe(now -> {
                if (value.equals(now)) {
                    button.setSelected(true);
                }
            });
            getChildren().add(button);
        }
    }
}
