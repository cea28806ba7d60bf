package innerloop.app.canvas;

import innerloop.app.Messages;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One button for each [Tool].
public final class ToolButtons extends HBox {

    private static final int ICON = 14;
    private static final Map<Tool, Feather> ICONS =
            new EnumMap<>(
                    Map.of(
                            Tool.PAN, Feather.MOVE,
                            Tool.RECTANGLE, Feather.CROP,
                            Tool.LASSO, Feather.PEN_TOOL,
                            Tool.BRUSH, Feather.EDIT_2,
                            Tool.SUPPORT, Feather.TRIANGLE,
                            Tool.QUERY, Feather.SQUARE,
                            Tool.ERASER, Feather.DELETE));

    /// Buttons that choose this tool.
    ///
    /// @param refusal why nothing can be painted; empty if it can
    public ToolButtons(ObjectProperty<Tool> chosen, ObservableStringValue refusal) {
        getStyleClass().add("tool-buttons");
        setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        HBox painters = new HBox();
        painters.getStyleClass().add("tool-buttons");
        Map<Tool, ToggleButton> buttons = new EnumMap<>(Tool.class);
        for (Tool tool : Tool.values()) {
            FontIcon icon = new FontIcon(ICONS.get(tool));
            icon.setIconSize(ICON);
            ToggleButton button = new ToggleButton("", icon);
            button.setId("tool-" + tool.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().setAll("tool-button");
            button.setToggleGroup(group);
            button.setAccessibleText(tool.title());
            button.setTooltip(
                    new Tooltip(Messages.get("canvas.tool", tool.title(), tool.key().getName())));
            button.setOnAction(_ -> {
                // A tool is a choice, not a switch: it cannot be turned off.
                button.setSelected(true);
                chosen.set(tool);
            });
            buttons.put(tool, button);
            (tool.paints() ? painters : this).getChildren().add(button);
        }
        getChildren().add(painters);
        // A disabled button shows no tooltip, what it is in does.
        Tooltip why = new Tooltip();
        refusal.subscribe(reason -> {
            why.setText(reason);
            boolean refused = !reason.isEmpty();
            painters.getChildren().forEach(button -> button.setDisable(refused));
            if (refused) {
                Tooltip.install(painters, why);
            } else {
                Tooltip.uninstall(painters, why);
            }
        });
        chosen.subscribe(tool -> group.selectToggle(buttons.get(tool)));
    }
}
