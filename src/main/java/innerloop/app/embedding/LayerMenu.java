package innerloop.app.embedding;

import innerloop.app.Messages;
import innerloop.scene.EmbeddingLayer;
import java.util.EnumSet;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Says what an embedding shows besides its nodes; for the header of its card.
public final class LayerMenu extends MenuButton {

    private final EmbeddingView view;

    /// The layers of this view.
    public LayerMenu(EmbeddingView view) {
        super(Messages.get("embedding.layers"));
        this.view = view;
        setId("embedding-layers");
        getStyleClass().addAll("quiet", "flat");
        setMinWidth(Region.USE_PREF_SIZE);
        Tooltip why = new Tooltip(Messages.get("embedding.layers.why"));
        why.setWrapText(true);
        why.setMaxWidth(380);
        setTooltip(why);
        for (EmbeddingLayer layer : EmbeddingLayer.values()) {
            CheckMenuItem item = new CheckMenuItem();
            item.setId("layer-" + layer.name().toLowerCase(java.util.Locale.ROOT));
            item.setOnAction(_ -> choose(layer, item.isSelected()));
            view.layersProperty().subscribe(shown -> item.setSelected(shown.contains(layer)));
            view.nodesProperty()
                    .subscribe(nodes -> {
                        boolean available = layer.isFor(nodes);
                        item.setDisable(!available);
                        item.setText(title(layer, available));
                    });
            getItems().add(item);
        }
    }

    private void choose(EmbeddingLayer layer, boolean wanted) {
        Set<EmbeddingLayer> shown = EnumSet.noneOf(EmbeddingLayer.class);
        shown.addAll(view.layersProperty().get());
        if (wanted) {
            shown.add(layer);
        } else {
            shown.remove(layer);
        }
        view.layersProperty().set(Set.copyOf(shown));
    }

    /// The name a person reads, with the reason where the layer means nothing now.
    private static String title(EmbeddingLayer layer, boolean available) {
        return Messages.get("embedding.layer." + layer.name() + (available ? "" : ".not"));
    }
}
