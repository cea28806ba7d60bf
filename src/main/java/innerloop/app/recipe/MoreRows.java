package innerloop.app.recipe;

import innerloop.app.Messages;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The part of a card that unfolds: a line to press, and below it the rows that few people need.
final class MoreRows extends VBox {

    MoreRows(String card, MoreViewModel model, Node... rows) {
        getStyleClass().add("more-rows");
        FontIcon chevron = new FontIcon(Feather.CHEVRON_RIGHT);
        ToggleButton toggle = new ToggleButton("", chevron);
        toggle.setId("more-" + card);
        toggle.getStyleClass().addAll("flat", "more");
        toggle.selectedProperty().bindBidirectional(model.open());
        toggle.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> text(model), model.open(), model.unusual()));
        toggle.disableProperty().bind(model.complaining().and(model.open()));
        toggle.setAccessibleHelp(Messages.get("recipe.more.why"));
        VBox body = new VBox(rows);
        body.setId("more-rows-" + card);
        body.getStyleClass().add("more-body");
        body.visibleProperty().bind(model.open());
        body.managedProperty().bind(model.open());
        model.open()
                .subscribe(open ->
                        chevron.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        // The chevron stands where the labels begin.
        VBox.setMargin(toggle, new Insets(0, 0, 0, -5));
        getChildren().addAll(toggle, body);
        visibleProperty().bind(model.present());
        managedProperty().bind(model.present());
    }

    /// Folded away, it says how much of it matters.
    private static String text(MoreViewModel model) {
        int unusual = model.unusual().get();
        return model.open().get() || unusual == 0
                ? Messages.get("recipe.more")
                : Messages.get("recipe.more.changed", unusual);
    }
}
