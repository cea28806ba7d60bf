package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.episode.Split.Kind;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Names the selected nodes and makes a region of them, or has regions suggested. Shown for a split by regions.
public final class RegionRow extends VBox {

    public RegionRow(SplitViewModel split, SplitContext context) {
        super(6);
        setId("region-row");
        TextField name = new TextField();
        name.setId("region-name");
        name.setPromptText(Messages.get("region.prompt"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button add = new Button(Messages.get("region.add"));
        add.setId("region-add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setTooltip(new Tooltip(Messages.get("region.add.why")));
        add.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        context.selected().getValue().isEmpty()
                                                || name.getLength()
                                                        > innerloop.episode.Region.LONGEST_NAME,
                                context.selected(),
                                name.textProperty()));
        add.setOnAction(_ -> {
            split.addRegion(name.getText(), context.selected().getValue());
            name.clear();
        });
        name.setOnAction(_ -> add.fire());
        Button suggest = new Button(Messages.get("region.suggest"), new FontIcon(Feather.GRID));
        suggest.setId("region-suggest");
        suggest.getStyleClass().add("flat");
        suggest.setTooltip(new Tooltip(Messages.get("region.suggest.why")));
        suggest.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        Messages.get(
                                                context.suggesting().getValue()
                                                        ? "region.suggesting"
                                                        : "region.suggest"),
                                context.suggesting()));
        suggest.setOnAction(_ -> context.suggest(split::suggest));
        getChildren().setAll(new HBox(6, name, add), suggest);
        split.state()
                .subscribe(state -> {
                    boolean shown = state.isKnown() && state.kind() == Kind.REGIONS;
                    setVisible(shown);
                    setManaged(shown);
                });
    }
}
